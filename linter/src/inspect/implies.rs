//! Whether every text that meets one predicate meets another, as far as the form of the two tells. A `false` means only
//! that it cannot be told.

use dsl::checked::{Act, Amount, Expr, Party, Pattern, Scope, Strength};

/// Whether the first implies the second.
pub(super) fn implies(one: &Expr, other: &Expr) -> bool {
    Order { duty_is_leave: true }.implies(one, other)
}

/// Whether a text that says what is required says what is forbidden. A duty is no forbidden leave: the engine takes it
/// for one with a limit.
pub(super) fn contradicts(required: &Expr, forbidden: &Expr) -> bool {
    Order { duty_is_leave: false }.implies(required, forbidden)
}

/// How strengths are ordered.
#[derive(Clone, Copy)]
struct Order {
    /// Whether `must` meets `may`.
    duty_is_leave: bool,
}

impl Order {
    fn implies(self, one: &Expr, other: &Expr) -> bool {
        if one == other {
            return true;
        }
        let implies = |one: &Expr, other: &Expr| self.implies(one, other);
        match (one, other) {
            (_, Expr::And(parts)) => parts.iter().all(|part| implies(one, part)),
            (Expr::Or(parts) | Expr::OneOf(parts), _) => parts.iter().all(|part| implies(part, other)),
            (_, Expr::Or(parts) | Expr::OneOf(parts)) => parts.iter().any(|part| implies(one, part)),
            (Expr::And(parts), _) => parts.iter().any(|part| implies(part, other)),
            (Expr::Scope(scope, part), Expr::Scope(wider, of)) => scope == wider && implies(part, of),
            // What holds in a part holds in the whole, unless it says that something is not there.
            // In a cell `by` asks who is named; elsewhere, who acts.
            (Expr::Scope(Scope::Cell, _), Expr::By(_)) => false,
            (Expr::Scope(_, part), _) => is_positive(other) && implies(part, other),
            (Expr::Act(one), Expr::Act(other)) => self.act_implies(one, other),
            (Expr::Pattern(one), Expr::Pattern(other)) => covers(other, one),
            _ => false,
        }
    }

    /// The same act with more conditions implies it with fewer.
    fn act_implies(self, one: &Act, other: &Act) -> bool {
        let part = |one: &Option<Pattern>, other: &Option<Pattern>| match (one, other) {
            (_, None) => true,
            (Some(one), Some(other)) => covers(other, one),
            (None, Some(_)) => false,
        };
        let in_time = match (one.within, other.within) {
            (_, None) => true,
            (Some(Amount::Seconds(one)), Some(Amount::Seconds(other))) => one <= other,
            (Some(Amount::BusinessDays(one)), Some(Amount::BusinessDays(other))) => one <= other,
            (Some(_), Some(_)) => false,
            (None, Some(_)) => false,
        };
        covers(&other.action, &one.action)
            && (one.party == other.party || other.party == Party::Any)
            && self.at_least(one.strength, other.strength)
            && part(&one.object, &other.object)
            && part(&one.condition, &other.condition)
            && in_time
    }

    /// Whether what binds as strongly as the first binds as strongly as the second.
    fn at_least(self, one: Strength, other: Strength) -> bool {
        use Strength::{Any, May, Must, MustNot, Should};
        match (one, other) {
            (MustNot, _) | (_, MustNot) => one == other,
            (_, Any) => true,
            (Any, _) => false,
            (Must | Should, May) => self.duty_is_leave,
            (Must, _) => true,
            (Should, _) => other == Should,
            (May, _) => other == May,
        }
    }
}

fn is_positive(expr: &Expr) -> bool {
    matches!(expr, Expr::Act(_) | Expr::Pattern(_) | Expr::By(_) | Expr::Quantity(_))
}

/// Whether the first pattern matches wherever the second does.
fn covers(wide: &Pattern, narrow: &Pattern) -> bool {
    if wide == narrow {
        return true;
    }
    match (wide, narrow) {
        (_, Pattern::Any(parts)) => parts.iter().all(|part| covers(wide, part)),
        (Pattern::Any(parts), _) => parts.iter().any(|part| covers(part, narrow)),
        (Pattern::Literal(plain), Pattern::Word(word)) => plain == word,
        _ => false,
    }
}
