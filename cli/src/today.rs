//! The day a report speaks of: given, or today in Japan.

use std::time::{SystemTime, UNIX_EPOCH};

use linter::day::{civil, is_day};

use crate::failure::Failure;

const DAY: u64 = 24 * 60 * 60;
/// Japan is nine hours ahead of UTC and has no summer time.
const JAPAN: u64 = 9 * 60 * 60;

/// The day as YYYY-MM-DD.
///
/// # Errors
/// A text that is no day of the calendar.
pub(crate) fn day(given: Option<&str>) -> Result<String, Failure> {
    match given {
        Some(text) if is_day(text) => Ok(text.to_owned()),
        Some(text) => Err(Failure::new("cli-invalid-date", &[]).with("value", text)),
        None => {
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
            Ok(civil((seconds + JAPAN) / DAY))
        }
    }
}
