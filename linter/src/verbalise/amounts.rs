//! Numbers, lengths of time in the largest unit that leaves no rest, and comparisons with them.

use dsl::checked::{Amount, Comparison};

use super::Speaker;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const YEAR: u64 = 365 * DAY;

impl Speaker<'_> {
    /// 「99.95」, 「24時間」, 「5営業日」. Hours up to two days, then days; a rest of seconds is not in the language.
    pub(super) fn amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Thousandths(count) => decimal(count),
            Amount::BusinessDays(days) => self.counted("verbalise-business-days", days),
            Amount::Seconds(seconds) if seconds >= YEAR && seconds % YEAR == 0 => {
                self.counted("verbalise-years", seconds / YEAR)
            }
            Amount::Seconds(seconds) if seconds >= 2 * DAY && seconds % DAY == 0 => {
                self.counted("verbalise-days", seconds / DAY)
            }
            Amount::Seconds(seconds) if seconds % HOUR == 0 => {
                self.counted("verbalise-hours", seconds / HOUR)
            }
            Amount::Seconds(seconds) => self.counted("verbalise-minutes", seconds / MINUTE),
        }
    }

    fn counted(&self, code: &str, count: u64) -> String {
        self.say(code, &[("count", &count.to_string())])
    }

    /// 「13以上」, 「24時間以内」.
    pub(super) fn compared(&self, comparison: Comparison, amount: &str, of_time: bool) -> String {
        let code = match comparison {
            Comparison::Less => "verbalise-less",
            Comparison::LessOrEqual if of_time => "verbalise-within-time",
            Comparison::LessOrEqual => "verbalise-less-or-equal",
            Comparison::Equal => "verbalise-equal",
            Comparison::GreaterOrEqual => "verbalise-greater-or-equal",
            Comparison::Greater => "verbalise-greater",
        };
        self.say(code, &[("amount", amount)])
    }
}

/// A number of thousandths as people write it.
fn decimal(thousandths: u64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    let fraction = format!("{rest:03}");
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}
