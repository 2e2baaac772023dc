//! Which documents a rule speaks about, and the conditions under which it does.

use dsl::checked::{Applies, FactExpr};

use super::{Sentence, Speaker};

impl Speaker<'_> {
    /// 「契約、秘密保持契約」, with the condition below it.
    pub(super) fn applies(&mut self, applies: &Applies) -> Sentence {
        let kind = |name: &String| self.say(&format!("kind-{}", name.replace('_', "-")), &[]);
        let kinds: Vec<String> = applies.kinds.iter().map(kind).collect();
        let kinds = kinds.join(&self.say("report-comma", &[]));
        let Some(when) = &applies.when else { return Sentence::leaf(kinds) };
        self.remarks.insert("verbalise-note-facts");
        Sentence::over(self.say("verbalise-applies-when", &[("kinds", &kinds)]), vec![self.facts(when, true)])
    }

    /// A condition; `holds` is false behind a `not`, which is carried to the facts themselves.
    fn facts(&self, condition: &FactExpr, holds: bool) -> Sentence {
        match (condition, holds) {
            (FactExpr::Fact(name), _) => {
                let question = self.say(&format!("fact-{}", name.replace(['.', '_'], "-")), &[]);
                let code = if holds { "verbalise-fact-yes" } else { "verbalise-fact-no" };
                Sentence::leaf(self.say(code, &[("question", &question)]))
            }
            (FactExpr::Not(inner), _) => self.facts(inner, !holds),
            (FactExpr::And(parts), true) | (FactExpr::Or(parts), false) => {
                self.fact_list("verbalise-facts-all", parts, holds)
            }
            (FactExpr::Or(parts), true) | (FactExpr::And(parts), false) => {
                self.fact_list("verbalise-facts-any", parts, holds)
            }
        }
    }

    fn fact_list(&self, code: &str, parts: &[FactExpr], holds: bool) -> Sentence {
        let text = self.say(code, &[]);
        let mut children = Vec::new();
        for part in parts {
            let child = self.facts(part, holds);
            // What is joined in the same way needs no list of its own.
            if child.text == text {
                children.extend(child.children);
            } else {
                children.push(child);
            }
        }
        Sentence::over(text, children)
    }
}
