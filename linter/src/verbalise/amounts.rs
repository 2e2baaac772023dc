//! Lengths of time in the largest unit that leaves no rest, and comparisons with them.

use dsl::checked::Comparison;

use super::Speaker;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const YEAR: u64 = 365;

impl Speaker<'_> {
    /// A duration in seconds: minutes and hours up to two days, then as a period. A rest of seconds is not in the language.
    pub(super) fn seconds(&self, seconds: u64) -> String {
        if seconds >= 2 * DAY && seconds % DAY == 0 {
            return self.days(seconds / DAY);
        }
        if seconds % HOUR == 0 {
            return self.amount("verbalise-hours", seconds / HOUR);
        }
        self.amount("verbalise-minutes", seconds / MINUTE)
    }

    /// A period in days.
    pub(super) fn days(&self, days: u64) -> String {
        if days >= YEAR && days % YEAR == 0 {
            return self.amount("verbalise-years", days / YEAR);
        }
        self.amount("verbalise-days", days)
    }

    fn amount(&self, code: &str, count: u64) -> String {
        self.say(code, &[("count", &count.to_string())])
    }

    /// 「13以上」, 「24時間以内」.
    pub(super) fn compared(&self, comparison: Comparison, amount: &str) -> String {
        let code = match comparison {
            Comparison::Less => "verbalise-less",
            Comparison::LessOrEqual => "verbalise-less-or-equal",
            Comparison::Equal => "verbalise-equal",
            Comparison::GreaterOrEqual => "verbalise-greater-or-equal",
            Comparison::Greater => "verbalise-greater",
        };
        self.say(code, &[("amount", amount)])
    }
}
