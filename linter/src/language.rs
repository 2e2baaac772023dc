//! From the document tree to units that rules can be asked about: effective sentences with their predicates.
//!
//! Order of work: [`units`] joins each lead sentence with the items it governs, [`fold`] levels spellings,
//! [`clauses`] splits a unit into predicates with actor, head and strength. Nothing here knows a rule.

pub mod clauses;
pub mod fold;
mod heads;
pub mod quantity;
mod relative;
pub mod sentences;
mod steps;
pub mod strength;
pub mod units;
mod wraps;
