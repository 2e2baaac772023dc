//! What a document is and says of itself: its kind, its parties, the terms it defines, where it refers to, and which
//! documents belong together.

pub mod case;
pub mod definitions;
pub mod kind;
pub mod parties;
pub mod references;
