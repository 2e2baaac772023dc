//! Documents that are judged together: a contract with its 別紙, SLA and 特記事項.

use dsl::checked::{Expr, Pattern};

use super::{Mode, Reason, RequirementStatus, Scene, Verdict, all_of, disagree, reach};

/// The documents of a case.
pub struct Scenes<'a> {
    list: Vec<Scene<'a>>,
    /// Where to look, in this order.
    order: Vec<usize>,
    complete: bool,
}

impl<'a> Scenes<'a> {
    /// Brings the documents together. Their indices are their places in the list; `main` is looked at first.
    /// `complete` is false where a document of the case could not be read at all.
    pub fn new(mut list: Vec<Scene<'a>>, main: usize, complete: bool) -> Self {
        reach::entrust(&mut list);
        let rest = (0..list.len()).filter(|index| *index != main);
        let order = std::iter::once(main).chain(rest).collect();
        Self { list, order, complete }
    }

    /// Whether text is missing from any of the documents: absence must not be claimed then.
    pub fn text_lost(&self) -> bool {
        !self.complete || self.list.iter().any(|scene| scene.document.text_lost())
    }

    /// Whether any of the documents holds anything that a requirement asks about.
    pub fn is_awake(&self, rule: usize, requirement: usize) -> bool {
        self.list.iter().any(|scene| scene.hits.is_awake(rule, requirement))
    }

    /// The verdict of a requirement about which no document holds anything.
    pub fn asleep(&self) -> Verdict {
        self.list.iter().filter_map(|scene| scene.probe).for_each(|probe| probe.asleep());
        Verdict::missing(Reason::NotFound)
    }

    /// The main document's own term for something: the first that it defines to mean that.
    pub fn own_term(&self, pattern: &Pattern) -> Option<&str> {
        let main = self.list.get(*self.order.first()?)?;
        main.own_term(pattern)
    }

    /// The verdict of a predicate over all documents; `forbidden` for what they must not say. It is met where one of
    /// them meets it, and its parts may stand in different ones.
    pub fn evaluate(&self, expr: &Expr, forbidden: bool) -> Verdict {
        match self.list.as_slice() {
            [only] => only.evaluate(expr, forbidden),
            _ => self.eval(expr, Mode { alternatives: forbidden, forbidden }),
        }
    }

    fn eval(&self, expr: &Expr, mode: Mode) -> Verdict {
        match expr {
            Expr::And(parts) => all_of(parts, |part| self.eval(part, mode)),
            Expr::Or(parts) => Verdict::any(parts.iter().map(|part| self.eval(part, mode))),
            Expr::OneOf(parts) => {
                let mode = Mode { alternatives: true, ..mode };
                Verdict::any(parts.iter().map(|part| self.eval(part, mode)))
            }
            Expr::Not(part) => self.eval(part, mode).negated(),
            Expr::Disagree(wanted) => {
                let said = self.list.iter().flat_map(|scene| scene.statements(wanted, &scene.whole(), mode));
                disagree::verdict(&said.collect::<Vec<_>>())
            }
            _ => self.best(expr, mode),
        }
    }

    fn best(&self, expr: &Expr, mode: Mode) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for scene in self.order.iter().filter_map(|index| self.list.get(*index)) {
            best = best.or(scene.eval(expr, &scene.whole(), mode));
            if best.status == RequirementStatus::Satisfied {
                break;
            }
        }
        best
    }
}
