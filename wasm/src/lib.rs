//! What the browser calls: the knowledge base and the linter behind one function, JSON in and JSON out.
//!
//! [`call`] does the work and is tested as any other code; `face` only hands it to scripts. Offsets leave as UTF-16 code
//! units, which is what scripts count; they are converted in [`utf16`] and nowhere else.

mod answer;
mod call;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod face;
#[cfg(feature = "lint")]
mod lint;
#[cfg(feature = "search")]
mod search;
#[cfg(feature = "lint")]
pub mod utf16;

pub use answer::{Answer, CallError};
pub use call::call;
