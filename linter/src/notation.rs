//! Predicates and patterns in the notation of rule files, made from the checked tree: how traces and reports on rules
//! name a part of a rule.

use dsl::checked::{Act, Amount, Comparison, Concept, Disputed, Expr, Gap, Measure, Pattern, Quantity};

/// Alternatives shown of a long list; the rest is counted.
const MOST_ALTERNATIVES: usize = 4;

/// Writes parts of rules whose concepts these are.
#[derive(Debug, Clone, Copy)]
pub struct Notation<'a> {
    concepts: &'a [Concept],
}

impl<'a> Notation<'a> {
    /// The concepts of the rule set, in the order of their ids.
    pub fn new(concepts: &'a [Concept]) -> Self {
        Self { concepts }
    }

    /// A predicate with all its parts.
    pub fn expr(self, expr: &Expr) -> String {
        match expr {
            Expr::And(parts) => self.joined(parts, " and "),
            Expr::Or(parts) => self.joined(parts, " or "),
            Expr::OneOf(parts) => format!("one_of {{ {} }}", self.list(parts, ", ")),
            Expr::Not(part) => format!("not {}", self.inner(part)),
            Expr::Scope(scope, part) => format!("{} {{ {} }}", scope.name(), self.expr(part)),
            Expr::Act(act) => self.act(act),
            Expr::Column(heading, part) => {
                format!("column({}) {{ {} }}", self.pattern(heading), self.expr(part))
            }
            Expr::By(party) => format!("by({})", party.name()),
            Expr::Count(count) => {
                format!("count({}) {} {}", self.pattern(&count.pattern), count.comparison.name(), count.value)
            }
            Expr::Defines(pattern) => format!("defines {}", self.inside(pattern)),
            Expr::Refers(pattern) => format!("refers {}", self.inside(pattern)),
            Expr::Quantity(quantity) => self.quantity(quantity),
            Expr::Defect(name) => format!("defect {name}"),
            Expr::Disagree(parts) => {
                format!("disagree {} {{ {} }}", self.disputed(&parts.on), self.expr(&parts.among))
            }
            Expr::Pattern(pattern) => self.pattern(pattern),
        }
    }

    /// The predicate without what is inside its parts: `and`, `within article`.
    pub fn head(self, expr: &Expr) -> String {
        match expr {
            Expr::And(_) => "and".to_owned(),
            Expr::Or(_) => "or".to_owned(),
            Expr::OneOf(_) => "one_of".to_owned(),
            Expr::Not(_) => "not".to_owned(),
            Expr::Scope(scope, _) => scope.name().to_owned(),
            Expr::Column(heading, _) => format!("column({})", self.pattern(heading)),
            other => self.expr(other),
        }
    }

    fn joined(self, parts: &[Expr], with: &str) -> String {
        parts.iter().map(|part| self.inner(part)).collect::<Vec<_>>().join(with)
    }

    fn list(self, parts: &[Expr], with: &str) -> String {
        parts.iter().map(|part| self.expr(part)).collect::<Vec<_>>().join(with)
    }

    /// A part that stands inside another predicate.
    fn inner(self, expr: &Expr) -> String {
        match expr {
            Expr::And(_) | Expr::Or(_) => format!("({})", self.expr(expr)),
            _ => self.expr(expr),
        }
    }

    fn act(self, act: &Act) -> String {
        let (strength, party) = (act.strength.name(), act.party.name());
        let mut text = format!("act {strength}({party}) {}", self.inside(&act.action));
        if let Some(object) = &act.object {
            text.push_str(&format!(" of {}", self.inside(object)));
        }
        if let Some(condition) = &act.condition {
            text.push_str(&format!(" when {}", self.inside(condition)));
        }
        if let Some(within) = act.within {
            text.push_str(&format!(" within {}", amount(within)));
        }
        text
    }

    fn disputed(self, on: &Disputed) -> String {
        match on {
            Disputed::Party => "party".to_owned(),
            Disputed::Measure(Measure::Number(unit)) => format!("number({unit:?})"),
            Disputed::Measure(Measure::Duration) => "duration".to_owned(),
            Disputed::Measure(Measure::Period) => "period".to_owned(),
        }
    }

    fn quantity(self, quantity: &Quantity) -> String {
        let sign = quantity.comparison.name();
        let value = amount(quantity.value);
        match &quantity.measure {
            Measure::Number(unit) => format!("number(\"{unit}\") {sign} {value}"),
            Measure::Duration => format!("duration {sign} {value}"),
            Measure::Period => format!("period {sign} {value}"),
        }
    }

    /// A pattern; of many alternatives the first few.
    pub fn pattern(self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Literal(text) => format!("\"{text}\""),
            Pattern::Word(text) => format!("word \"{text}\""),
            Pattern::Regex { source, .. } => format!("/{source}/"),
            Pattern::Concept(id) => {
                self.concepts.get(id.0 as usize).map(|concept| concept.name.clone()).unwrap_or_default()
            }
            Pattern::Any(parts) => {
                let shown = parts.iter().take(MOST_ALTERNATIVES).map(|part| self.part(part));
                let rest = parts.len().saturating_sub(MOST_ALTERNATIVES);
                let more = (rest > 0).then(|| format!("… (+{rest})"));
                shown.chain(more).collect::<Vec<_>>().join(" | ")
            }
            Pattern::Sequence(first, rest) => {
                let mut text = self.inside(first);
                for (gap, part) in rest {
                    text.push_str(&format!(" {} {}", self.gap(*gap), self.inside(part)));
                }
                text
            }
            Pattern::Except(base, exception) => {
                format!("{} except {}", self.inside(base), self.inside(exception))
            }
        }
    }

    /// `..6` or `..*`.
    pub fn gap(self, gap: Gap) -> String {
        match gap {
            Gap::Within(most) => format!("..{most}"),
            Gap::Anywhere => "..*".to_owned(),
        }
    }

    /// An alternative among others.
    fn part(self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Any(_) | Pattern::Sequence(..) => self.inside(pattern),
            _ => self.pattern(pattern),
        }
    }

    fn inside(self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Any(_) | Pattern::Sequence(..) | Pattern::Except(..) => {
                format!("({})", self.pattern(pattern))
            }
            _ => self.pattern(pattern),
        }
    }
}

/// `13`, `99.95`, `24h`, `5bd`.
fn amount(amount: Amount) -> String {
    match amount {
        Amount::Thousandths(value) if value.is_multiple_of(1_000) => (value / 1_000).to_string(),
        Amount::Thousandths(value) => {
            format!("{}.{:03}", value / 1_000, value % 1_000).trim_end_matches('0').to_owned()
        }
        Amount::Seconds(seconds) => duration(seconds),
        Amount::BusinessDays(days) => format!("{days}bd"),
    }
}

/// Seconds in the largest unit that leaves no rest.
fn duration(seconds: u64) -> String {
    const UNITS: &[(u64, &str)] = &[(86_400, "d"), (3_600, "h"), (60, "m")];
    let unit = UNITS.iter().find(|(size, _)| seconds >= *size && seconds.is_multiple_of(*size));
    unit.map_or_else(|| format!("{seconds}s"), |(size, name)| format!("{}{name}", seconds / size))
}

/// The opposite of a comparison, as mutation turns it round.
pub fn flipped(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Equal => Comparison::Greater,
        Comparison::GreaterOrEqual => Comparison::Less,
        Comparison::Greater => Comparison::LessOrEqual,
    }
}
