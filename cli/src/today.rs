//! The day a report speaks of: given, or that of `SOURCE_DATE_EPOCH` (reproducible builds), or today in Japan.

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
            let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
            Ok(civil((fixed_seconds().unwrap_or_else(now) + JAPAN) / DAY))
        }
    }
}

/// Years beyond what the calendar of a report can show are no time of a build.
const LATEST: u64 = 253_402_300_799;

/// The time that whoever wants the same bytes again has set.
fn fixed_seconds() -> Option<u64> {
    std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok().filter(|seconds| *seconds <= LATEST)
}
