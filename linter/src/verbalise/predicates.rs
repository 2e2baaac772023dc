//! What a text must say: acts, quantities, words, and how they are joined.

use dsl::checked::{
    Act, Count, Disagree, Disputed, Expr, Measure, Party, Pattern, Quantity, Scope, Strength,
};

use super::{Sentence, Speaker};

impl Speaker<'_> {
    /// A predicate as a statement ending in 「こと」. `place` is the part of the document it speaks about, if not all.
    pub(super) fn predicate(&mut self, expr: &Expr, place: Option<&str>) -> Sentence {
        match expr {
            Expr::And(_) => self.list("verbalise-all", &conjuncts(expr), place),
            Expr::Or(_) => self.list("verbalise-any", &disjuncts(expr), place),
            Expr::OneOf(parts) => {
                self.remarks.insert("verbalise-note-alternative");
                self.list("verbalise-one-of", &parts.iter().collect::<Vec<_>>(), place)
            }
            Expr::Not(part) => self.negation(part, place),
            Expr::Scope(scope, part) => {
                let inner = self.scope(*scope);
                let place = if *scope == Scope::Document { inner } else { self.nested(place, &inner) };
                let in_cell = *scope == Scope::Cell || (self.in_cell && *scope != Scope::Document);
                self.inside(in_cell, |speaker| speaker.predicate(part, Some(&place)))
            }
            Expr::Column(heading, part) => self.column(heading, part, place),
            Expr::Act(act) => self.act(act, place),
            Expr::By(party) => {
                let party = self.party(*party);
                let code = if self.in_cell { "verbalise-by-in-cell" } else { "verbalise-by" };
                self.statement(code, &[("party", &party)], place)
            }
            Expr::Quantity(quantity) => self.quantity(quantity, place),
            Expr::Count(count) => self.count(count, place),
            Expr::Defines(pattern) => self.words("verbalise-defines", pattern, place),
            Expr::Refers(pattern) => self.words("verbalise-refers", pattern, place),
            Expr::Defect(name) => self.statement(&format!("defect-{}", name.replace('_', "-")), &[], place),
            Expr::Disagree(parts) => self.disagreement(parts, place),
            Expr::Pattern(pattern) => self.words("verbalise-words", pattern, place),
        }
    }

    fn list(&mut self, code: &str, parts: &[&Expr], place: Option<&str>) -> Sentence {
        let children = parts.iter().map(|part| self.predicate(part, None)).collect();
        Sentence::over(self.placed(self.say(code, &[]), place), children)
    }

    /// Says something inside a cell, or outside of all of them.
    fn inside<T>(&mut self, in_cell: bool, say: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.in_cell, in_cell);
        let said = say(self);
        self.in_cell = before;
        said
    }

    fn column(&mut self, heading: &Pattern, part: &Expr, place: Option<&str>) -> Sentence {
        self.remarks.insert("verbalise-note-table");
        let phrase = self.phrase(heading);
        let column = self.say("verbalise-column", &[("heading", &phrase.text)]);
        let place = self.nested(place, &column);
        let mut sentence = self.inside(true, |speaker| speaker.predicate(part, Some(&place)));
        if phrase.cut {
            sentence.children.push(self.listed("verbalise-all-headings", heading));
        }
        sentence
    }

    fn count(&mut self, count: &Count, place: Option<&str>) -> Sentence {
        let phrase = self.phrase(&count.pattern);
        let amount = self.compared(count.comparison, &count.value.to_string(), false);
        let args = [("words", phrase.text.as_str()), ("amount", &amount)];
        let mut sentence = self.statement("verbalise-count", &args, place);
        if phrase.cut {
            sentence.children.push(self.listed("verbalise-all-words", &count.pattern));
        }
        sentence
    }

    fn negation(&mut self, part: &Expr, place: Option<&str>) -> Sentence {
        match part {
            Expr::Pattern(pattern) => self.words("verbalise-no-words", pattern, place),
            part => {
                let child = self.predicate(part, None);
                Sentence::over(self.placed(self.say("verbalise-not", &[]), place), vec![child])
            }
        }
    }

    /// A statement about one pattern; a list that was cut stands below it.
    fn words(&mut self, code: &str, pattern: &Pattern, place: Option<&str>) -> Sentence {
        self.remarks.insert("verbalise-note-words");
        let phrase = self.phrase(pattern);
        let mut sentence = self.statement(code, &[("words", &phrase.text)], place);
        if phrase.cut {
            sentence.children.push(self.listed("verbalise-all-words", pattern));
        }
        sentence
    }

    fn statement(&self, code: &str, args: &[(&str, &str)], place: Option<&str>) -> Sentence {
        Sentence::leaf(self.placed(self.say(code, args), place))
    }

    fn placed(&self, sentence: String, place: Option<&str>) -> String {
        match place {
            Some(place) => self.say("verbalise-placed", &[("place", place), ("sentence", &sentence)]),
            None => sentence,
        }
    }

    fn nested(&self, outer: Option<&str>, inner: &str) -> String {
        match outer {
            Some(outer) => self.say("verbalise-nested", &[("outer", outer), ("inner", inner)]),
            None => inner.to_owned(),
        }
    }

    fn scope(&mut self, scope: Scope) -> String {
        self.remarks.extend(match scope {
            Scope::Unit => Some("verbalise-note-sentence"),
            Scope::Row | Scope::Cell => Some("verbalise-note-table"),
            _ => None,
        });
        self.say(&format!("verbalise-scope-{}", scope.name()), &[])
    }

    fn party(&mut self, party: Party) -> String {
        if party != Party::Any {
            self.remarks.insert("verbalise-note-party");
        }
        self.say(&format!("verbalise-party-{}", party.name()), &[])
    }

    fn act(&mut self, act: &Act, place: Option<&str>) -> Sentence {
        self.remarks.extend(["verbalise-note-words"]);
        self.remarks.extend(match act.strength {
            Strength::Must => Some("verbalise-note-duty"),
            Strength::MustNot => Some("verbalise-note-prohibition"),
            Strength::May => Some("verbalise-note-leave"),
            Strength::Should | Strength::Any => None,
        });
        let party = self.party(act.party);
        let action = self.phrase(&act.action);
        let code = format!("verbalise-act-{}", act.strength.name().replace('_', "-"));
        let mut text = self.say(&code, &[("party", &party), ("action", &action.text)]);
        let mut lists = Vec::new();
        if action.cut {
            lists.push(self.listed("verbalise-all-actions", &act.action));
        }
        let mut details = Vec::new();
        let abouts = [
            (&act.object, "verbalise-about", "verbalise-all-objects"),
            (&act.condition, "verbalise-when", "verbalise-all-conditions"),
        ];
        for (pattern, code, label) in abouts {
            let Some(pattern) = pattern else { continue };
            self.remarks.insert("verbalise-note-about");
            let phrase = self.phrase(pattern);
            details.push(self.say(code, &[("words", &phrase.text)]));
            if phrase.cut {
                lists.push(self.listed(label, pattern));
            }
        }
        if let Some(within) = act.within {
            self.remarks.insert("verbalise-note-deadline");
            details.push(self.say("verbalise-within", &[("time", &self.amount(within))]));
        }
        if !details.is_empty() {
            let details = details.join(&self.say("report-comma", &[]));
            text = self.say("verbalise-act-details", &[("act", &text), ("details", &details)]);
        }
        Sentence::over(self.placed(text, place), lists)
    }

    fn disagreement(&mut self, parts: &Disagree, place: Option<&str>) -> Sentence {
        let (code, unit) = match &parts.on {
            Disputed::Party => ("verbalise-disagree-party", ""),
            Disputed::Measure(Measure::Number(unit)) => ("verbalise-disagree-number", unit.as_str()),
            Disputed::Measure(Measure::Duration) => ("verbalise-disagree-duration", ""),
            Disputed::Measure(Measure::Period) => ("verbalise-disagree-period", ""),
        };
        let among = self.predicate(&parts.among, None);
        Sentence::over(self.placed(self.say(code, &[("unit", unit)]), place), vec![among])
    }

    fn quantity(&mut self, quantity: &Quantity, place: Option<&str>) -> Sentence {
        self.remarks.insert("verbalise-note-quantity");
        let amount = self.amount(quantity.value);
        let (code, amount, of_time) = match &quantity.measure {
            Measure::Number(unit) => ("verbalise-number", amount + unit, false),
            Measure::Duration => ("verbalise-duration", amount, true),
            Measure::Period => ("verbalise-period", amount, true),
        };
        let amount = self.compared(quantity.comparison, &amount, of_time);
        self.statement(code, &[("amount", &amount)], place)
    }
}

/// All that has to hold together, whatever brackets stand around some of it.
fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::And(parts) => parts.iter().flat_map(conjuncts).collect(),
        other => vec![other],
    }
}

/// All of which one is enough, whatever brackets stand around some of it.
fn disjuncts(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Or(parts) => parts.iter().flat_map(disjuncts).collect(),
        other => vec![other],
    }
}
