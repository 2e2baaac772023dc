//! What a document is and who speaks in it: its kind, its parties and their names.

pub mod definitions;
pub mod kind;
pub mod parties;
pub mod references;
