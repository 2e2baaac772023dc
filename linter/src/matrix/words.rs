//! The matrix in words: what every form shows of a clause, a cell, a finding.

use kb::{ContentStatus, Part, SystemType};

use super::{Cell, CellRequirement, Matrix, MatrixClause, MatrixDocument, MatrixFinding, Passage, symbol};
use crate::coverage::{State, target_word};
use crate::document::ReadIssue;
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{EvidenceRole, Lapse, RequirementKindView};

/// Passages that are shown of one cell; the data hold all.
const MOST_PASSAGES: usize = 3;
/// Characters of a quotation in a cell of a table.
const LONGEST_QUOTE: usize = 160;

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub(super) lang: Lang,
}

impl Words {
    pub(super) fn say(self, code: &str) -> String {
        self.say_with(code, &[])
    }

    pub(super) fn say_with(self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    pub(super) fn list(self, words: &[String]) -> String {
        words.join(&self.say("report-comma"))
    }

    /// 「△ 一部のみ」
    pub(super) fn status(self, status: Status) -> String {
        let word = self.say(&format!("status-{}", status.name().replace('_', "-")));
        format!("{} {word}", symbol(status))
    }

    /// The status of a requirement: that a forbidden thing is not there is no provision.
    pub(super) fn requirement(self, found: &CellRequirement) -> String {
        if found.kind == RequirementKindView::Forbid && found.status == Status::Satisfied {
            return format!(
                "{} {} {}",
                symbol(found.status),
                self.say("matrix-forbidden-absent"),
                found.title
            );
        }
        let line = format!("{} {}", self.status(found.status), found.title);
        if found.kind == RequirementKindView::Recommend {
            return self.say_with("report-recommended", &[("list", &line)]);
        }
        line
    }

    /// The status of a cell, with a word where nobody has to act on it any more.
    pub(super) fn cell(self, cell: &Cell) -> String {
        let status = self.status(cell.status);
        if cell.status.is_finding() && !cell.open {
            return format!("{status}{}", self.say("matrix-settled"));
        }
        status
    }

    /// 「システム運用編 8章⑤」, with 未確認 where it is due.
    pub(super) fn mark(self, clause: &MatrixClause) -> String {
        if clause.confirmed { String::new() } else { self.say("unverified") }
    }

    pub(super) fn types(self, types: &[SystemType]) -> String {
        if SystemType::ALL.iter().all(|pattern| types.contains(pattern)) {
            return self.say("matrix-all-types");
        }
        types.iter().map(|found| found.numeral()).collect::<Vec<_>>().join("・")
    }

    pub(super) fn targets(self, clause: &MatrixClause) -> String {
        if clause.document_targets.is_empty() {
            return self.say("coverage-target-none");
        }
        let words: Vec<String> =
            clause.document_targets.iter().map(|target| target_word(Some(*target), self.lang)).collect();
        self.list(&words)
    }

    /// Why a clause has no verdict: no rule, no text, not for such an institution; nothing where it has one.
    pub(super) fn reason(self, clause: &MatrixClause, document: Option<&MatrixDocument>) -> String {
        let pattern = document.and_then(|document| document.institution_type);
        if let Some(pattern) = pattern.filter(|pattern| !clause.applies_to.contains(pattern)) {
            return self.say_with("matrix-other-type", &[("type", pattern.numeral())]);
        }
        match clause.state {
            State::NotObtained => self.say("matrix-not-obtained"),
            State::Uncovered if clause.document_targets.is_empty() => self.say("matrix-not-in-documents"),
            State::Uncovered => self.say_with("matrix-uncovered", &[("targets", &self.targets(clause))]),
            State::Covered => String::new(),
        }
    }

    /// What there is to know of a cell beside its status.
    pub(super) fn note(
        self,
        clause: &MatrixClause,
        cell: &Cell,
        document: Option<&MatrixDocument>,
    ) -> String {
        let mut notes = Vec::new();
        if cell.status == Status::NotApplicable {
            let other = self.reason(clause, document);
            notes.push(if other.is_empty() && !cell.requirements.is_empty() {
                self.say("matrix-only-forbidden")
            } else if other.is_empty() {
                self.say_with("matrix-not-asked", &[("targets", &self.targets(clause))])
            } else {
                other
            });
        }
        let simplified = clause.simplification.as_ref().filter(|_| cell.open);
        notes.extend(
            simplified.map(|condition| self.say_with("matrix-simplified", &[("condition", condition)])),
        );
        notes.extend(self.unmet(cell));
        notes.join("\n")
    }

    /// 「返却: 努力義務にとどまる」 for what is not met.
    fn unmet(self, cell: &Cell) -> Vec<String> {
        let unmet = cell.requirements.iter().filter(|found| found.status.is_finding());
        let mut lines: Vec<String> = Vec::new();
        for found in unmet {
            let reason = match (found.status, found.reason) {
                (Status::Conflicting, _) => self.say("reason-conflicting"),
                (_, Some(reason)) => self.say(&format!("reason-{}", reason.name())),
                (status, None) => self.say(&format!("status-{}-sentence", status.name().replace('_', "-"))),
            };
            let mut line =
                self.say_with("requirement-unmet", &[("title", &found.title), ("reason", &reason)]);
            if found.kind == RequirementKindView::Recommend {
                line = self.say_with("report-recommended", &[("list", &line)]);
            }
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// Rules of a cell, each once.
    pub(super) fn rules(self, cell: &Cell) -> Vec<String> {
        let mut rules: Vec<String> = Vec::new();
        for found in &cell.requirements {
            if !rules.contains(&found.rule) {
                rules.push(found.rule.clone());
            }
        }
        rules
    }

    /// Places of the passages that decide, or of those that come near where none does.
    pub(super) fn articles(self, passages: &[Passage], path: &str) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for passage in deciding(passages) {
            let mut place = self.place(passage, path);
            if passage.role == EvidenceRole::LookedHere && !place.is_empty() {
                place = self.say_with("matrix-near-place", &[("article", &place)]);
            }
            if !place.is_empty() && !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// 「第10条第1項「乙は、…」」, one line for each passage.
    pub(super) fn quotes(self, passages: &[Passage], path: &str) -> String {
        let mut lines: Vec<String> = Vec::new();
        for passage in deciding(passages) {
            let quote = shortened(&passage.quote);
            let mut line =
                self.say_with("matrix-quote", &[("article", &self.place(passage, path)), ("quote", &quote)]);
            if passage.role == EvidenceRole::LookedHere {
                line = self.say_with("matrix-near", &[("quote", &line)]);
            }
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let rest = lines.len().saturating_sub(MOST_PASSAGES);
        if rest > 0 {
            lines.truncate(MOST_PASSAGES);
            lines.push(self.say_with("matrix-more", &[("count", &rest.to_string())]));
        }
        lines.join("\n")
    }

    /// Where a passage stands; with the file where it is another one.
    pub(super) fn place(self, passage: &Passage, path: &str) -> String {
        if passage.document == path {
            return passage.article.clone();
        }
        format!("{} {}", file_name(&passage.document), passage.article).trim_end().to_owned()
    }

    pub(super) fn unread(self, issue: &ReadIssue) -> String {
        let args: Vec<Arg<'_>> =
            issue.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let lost = if issue.text_lost { self.say("report-unread-lost") } else { String::new() };
        self.say_with(&issue.code, &args) + &lost
    }

    pub(super) fn kind(self, document: &MatrixDocument) -> String {
        let kind = self.say(&format!("kind-{}", document.kind.name().replace('_', "-")));
        let how = if document.kind_recognised { "matrix-recognised" } else { "matrix-stated" };
        format!("{kind}{}", self.say(how))
    }

    /// The clauses of a finding, with 未確認 where it is due.
    pub(super) fn basis(self, finding: &MatrixFinding) -> Vec<String> {
        let mark = |id: &String| finding.basis_unverified.contains(id);
        let unverified = self.say("unverified");
        let one = |id: &String| if mark(id) { format!("{id}{unverified}") } else { id.clone() };
        finding.basis.iter().map(one).collect()
    }

    pub(super) fn severity(self, finding: &MatrixFinding) -> String {
        let severity = finding.severity.map(|found| self.say(&format!("severity-{}", found.name())));
        severity.unwrap_or_default()
    }

    /// An exception that covers the finding no longer.
    pub(super) fn lapsed(self, finding: &MatrixFinding) -> Option<String> {
        let waiver = finding.waiver.as_ref()?;
        let code = match waiver.lapsed? {
            Lapse::Expired => "matrix-waiver-expired",
            Lapse::Reworded => "matrix-waiver-reworded",
        };
        let args = [
            ("reason", waiver.reason.as_str()),
            ("approver", waiver.approver.as_str()),
            ("expires", waiver.expires.as_str()),
        ];
        Some(self.say_with(code, &args))
    }

    /// The line of the versions that the matrix was made with.
    pub(super) fn made_with(self, matrix: &Matrix) -> String {
        let args = [
            ("guideline", matrix.guideline.as_str()),
            ("date", matrix.date.as_str()),
            ("version", matrix.tool.version.as_str()),
            ("rules", matrix.rules_hash.as_str()),
            ("kb", matrix.kb_version.as_str()),
        ];
        self.say_with("report-made-with", &args)
    }

    /// How statuses of clauses come about.
    pub(super) fn policy(self) -> [String; 3] {
        ["matrix-policy-joined", "matrix-policy-meaning", "matrix-policy-silent"].map(|code| self.say(code))
    }

    pub(super) fn title(self, matrix: &Matrix) -> String {
        self.say_with("matrix-title", &[("edition", &matrix.guideline)])
    }

    /// The name of a part on a sheet and in a heading.
    pub(super) fn part(self, part: Part) -> &'static str {
        part.title()
    }

    /// How sure the wording of a clause is.
    pub(super) fn confirmation(self, clause: &MatrixClause) -> String {
        match (clause.confirmed, clause.content) {
            (true, _) => self.say("matrix-confirmed"),
            (_, ContentStatus::None) => self.say("coverage-not-obtained"),
            _ => self.say("unverified"),
        }
    }
}

/// The passages that decide; where there is none, those that come near.
fn deciding(passages: &[Passage]) -> impl Iterator<Item = &Passage> {
    let any = passages.iter().any(|passage| passage.role != EvidenceRole::LookedHere);
    passages.iter().filter(move |passage| !any || passage.role != EvidenceRole::LookedHere)
}

/// The name of a file without its folders, whichever system named it.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A quotation that fits a cell of a table.
pub(crate) fn shortened(quote: &str) -> String {
    if quote.chars().count() <= LONGEST_QUOTE {
        return quote.to_owned();
    }
    quote.chars().take(LONGEST_QUOTE).chain(['…']).collect()
}
