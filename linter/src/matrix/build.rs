//! From a report and the knowledge base to the matrix.

use dsl::ast::RequirementKind;
use kb::{Kb, Part};

use super::{
    Cell, CellRequirement, Matrix, MatrixClause, MatrixDocument, MatrixFinding, MatrixPart, PartDocument,
    Passage,
};
use crate::coverage::{self, ClauseCoverage, NamedBy, State};
use crate::lint::is_in_part;
use crate::outcome::{Status, join};
use crate::pack::{RulePack, entry_id};
use crate::report::{
    CaseRole, DocumentReport, EvidenceRole, EvidenceView, OutcomeView, Report, RequirementKindView, Summary,
};

/// The matrix of a report: every clause of the edition with what each document says about it.
///
/// The status of a clause in a document is that of the requirements that rest on it, joined as a rule joins its own: one
/// contrary passage makes it *conflicting*; all met makes it *satisfied*; some met and some not, *partial*. A recommendation
/// decides only where nothing is required, that a forbidden thing is not there shows nothing, and a rule that looks for mere hints (`…-in-part`) makes at most *partial* of
/// what is otherwise missing.
pub fn matrix(kb: &Kb, pack: &RulePack, report: &Report) -> Matrix {
    let coverage = coverage::coverage(kb, pack, usize::MAX, &report.guideline);
    let documents: Vec<MatrixDocument> = report.documents.iter().map(document).collect();
    let clauses: Vec<MatrixClause> =
        coverage.clauses.iter().filter_map(|found| clause(kb, found, report, &documents)).collect();
    let parts = Part::ALL.into_iter().map(|part| part_of(part, &clauses, &documents)).collect();
    Matrix {
        tool: report.tool.clone(),
        guideline: report.guideline.clone(),
        kb_version: report.kb_version.clone(),
        rules_hash: report.rules_hash.clone(),
        date: report.date.clone(),
        documents,
        errors: report.errors.clone(),
        parts,
        clauses,
        findings: report.documents.iter().flat_map(findings).collect(),
    }
}

fn document(report: &DocumentReport) -> MatrixDocument {
    let is_part = report.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
    MatrixDocument {
        path: report.path.clone(),
        title: report.title.clone(),
        kind: report.kind,
        kind_recognised: report.kind_recognised,
        sha256: report.sha256.clone(),
        articles: report.articles,
        profile: report.profile.clone(),
        institution_type: report.institution_type,
        case: report.case.as_ref().map(|case| case.main.clone()),
        judged: !is_part,
        unread: report.unread.clone(),
    }
}

fn clause(
    kb: &Kb,
    found: &ClauseCoverage,
    report: &Report,
    documents: &[MatrixDocument],
) -> Option<MatrixClause> {
    let entry = kb.clause(&found.id)?;
    let pairs = report.documents.iter().zip(documents).enumerate();
    let judged = pairs.filter(|(_, (_, document))| document.judged && found.state == State::Covered);
    Some(MatrixClause {
        id: found.id.clone(),
        part: found.part,
        citation: found.citation.clone(),
        title: found.title.clone(),
        gist: entry.gist().to_owned(),
        content: found.content,
        confirmed: found.confirmed,
        applies_to: entry.applies_to().to_vec(),
        simplification: entry.simplification().map(|found| found.condition.clone()),
        document_targets: found.document_targets.clone(),
        state: found.state,
        rules: found.rules.clone(),
        cells: judged.map(|(index, (report, _))| cell(index, report, found)).collect(),
    })
}

fn cell(index: usize, report: &DocumentReport, clause: &ClauseCoverage) -> Cell {
    let mut cell = Cell {
        document: index,
        status: Status::NotApplicable,
        open: false,
        requirements: Vec::new(),
        passages: Vec::new(),
    };
    for outcome in &report.outcomes {
        let Some(named) = clause.rules.iter().find(|named| named.rule == outcome.rule) else { continue };
        let resting = resting(outcome, named, &clause.id);
        let names: Vec<&str> = resting.iter().filter_map(|found| found.requirement.as_deref()).collect();
        let speaks = |passage: &&EvidenceView| {
            names.contains(&passage.requirement.as_str()) || named.requirements.is_empty()
        };
        cell.passages.extend(outcome.evidence.iter().filter(speaks).map(|found| passage(outcome, found)));
        cell.requirements.extend(resting);
    }
    cell.status = status(&cell.requirements);
    let is_open = |found: &CellRequirement| found.status.is_finding() && !found.settled;
    cell.open = cell.status.is_finding() && cell.requirements.iter().any(is_open);
    sort(&mut cell.passages);
    cell
}

/// The requirements of an outcome that rest on a clause; the rule as a whole where the clause stands at its head only.
fn resting(outcome: &OutcomeView, named: &NamedBy, clause: &str) -> Vec<CellRequirement> {
    let make = |requirement: Option<&crate::report::RequirementView>| CellRequirement {
        rule: outcome.rule.clone(),
        rule_title: outcome.title.clone(),
        requirement: requirement.map(|found| found.name.clone()),
        title: requirement.map_or(&outcome.title, |found| &found.title).clone(),
        kind: requirement.map_or(RequirementKindView::Require, |found| found.kind),
        status: requirement.map_or(outcome.status, |found| found.status),
        severity: requirement.map_or(outcome.severity, |found| Some(found.severity)),
        reason: requirement.and_then(|found| found.reason),
        fingerprint: outcome.fingerprint.clone(),
        settled: outcome.status.is_finding() && !outcome.is_open(),
    };
    if outcome.status == Status::NotApplicable {
        return Vec::new();
    }
    if named.requirements.is_empty() {
        return vec![make(None)];
    }
    let rests = |basis: &String| entry_id(basis) == clause;
    let own = outcome.requirements.iter().filter(|found| found.basis.iter().any(rests));
    own.map(|found| make(Some(found))).collect()
}

/// The requirements taken together.
fn status(requirements: &[CellRequirement]) -> Status {
    let (hints, full): (Vec<_>, Vec<_>) = requirements.iter().partition(|found| is_in_part(&found.rule));
    let verdict = joined(&full);
    let hinted = hints.iter().any(|found| found.status.is_finding() || found.status == Status::Satisfied);
    match verdict {
        // Something is said, though not what is asked for.
        Status::Missing | Status::NotApplicable if hinted => Status::Partial,
        verdict => verdict,
    }
}

fn joined(requirements: &[&CellRequirement]) -> Status {
    if requirements.is_empty() {
        return Status::NotApplicable;
    }
    let decides = |found: &&&CellRequirement| found.kind != RequirementKindView::Recommend;
    let any = requirements.iter().any(|found| decides(&found));
    let pairs: Vec<(RequirementKind, Status)> = requirements
        .iter()
        .filter(|found| !any || decides(found))
        .map(|found| match found.status {
            // A rule that rests on the clause as a whole says so itself.
            Status::Conflicting => (RequirementKind::Forbid, Status::Conflicting),
            status if found.kind == RequirementKindView::Forbid => (RequirementKind::Forbid, status),
            status => (RequirementKind::Require, status),
        })
        .collect();
    match join(&pairs) {
        // That nothing forbidden is there does not show that anything asked for is.
        Status::Satisfied if pairs.iter().all(|(kind, _)| *kind == RequirementKind::Forbid) => {
            Status::NotApplicable
        }
        status => status,
    }
}

fn passage(outcome: &OutcomeView, found: &EvidenceView) -> Passage {
    Passage {
        rule: outcome.rule.clone(),
        requirement: found.requirement.clone(),
        role: found.role,
        document: found.document.clone(),
        article: found.article.clone(),
        quote: found.quote.clone(),
        actor: found.actor,
    }
}

/// What decides stands before what only comes near; otherwise the order of the documents is kept.
fn sort(passages: &mut [Passage]) {
    passages.sort_by_key(|passage| match passage.role {
        EvidenceRole::Conflicts => 0,
        EvidenceRole::Weakens => 1,
        EvidenceRole::Meets => 2,
        EvidenceRole::LookedHere => 3,
    });
}

fn findings(report: &DocumentReport) -> impl Iterator<Item = MatrixFinding> {
    report.outcomes.iter().filter(|outcome| outcome.status.is_finding()).map(|outcome| {
        let mut passages: Vec<Passage> =
            outcome.evidence.iter().map(|found| passage(outcome, found)).collect();
        sort(&mut passages);
        MatrixFinding {
            document: report.path.clone(),
            rule: outcome.rule.clone(),
            title: outcome.title.clone(),
            status: outcome.status,
            severity: outcome.severity,
            message: outcome.message.clone(),
            basis: outcome.basis.clone(),
            basis_unverified: outcome.basis_unverified.clone(),
            passages,
            question: outcome.question.clone(),
            insert_after: outcome.insert_after.clone(),
            advice: outcome.advice.clone(),
            fingerprint: outcome.fingerprint.clone(),
            open: outcome.is_open(),
            waiver: outcome.waiver.clone(),
            in_baseline: outcome.in_baseline,
        }
    })
}

pub(super) fn part_of(part: Part, clauses: &[MatrixClause], documents: &[MatrixDocument]) -> MatrixPart {
    let own: Vec<&MatrixClause> = clauses.iter().filter(|clause| clause.part == part).collect();
    let in_state = |state: State| own.iter().filter(|clause| clause.state == state).count();
    let judged = (0..documents.len()).filter(|index| documents.get(*index).is_some_and(|found| found.judged));
    MatrixPart {
        part,
        title: part.title().to_owned(),
        clauses: own.len(),
        uncovered: in_state(State::Uncovered),
        not_obtained: in_state(State::NotObtained),
        documents: judged
            .map(|document| {
                let cells = own.iter().flat_map(|clause| &clause.cells);
                let statuses = cells.filter(|cell| cell.document == document).map(|cell| cell.status);
                PartDocument { document, summary: Summary::of_statuses(statuses) }
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rule: &str, kind: RequirementKindView, status: Status) -> CellRequirement {
        CellRequirement {
            rule: rule.to_owned(),
            rule_title: String::new(),
            requirement: Some("r".to_owned()),
            title: String::new(),
            kind,
            status,
            severity: None,
            reason: None,
            fingerprint: String::new(),
            settled: false,
        }
    }

    #[test]
    fn requirements_of_a_clause_are_taken_together() {
        use RequirementKindView::{Forbid, Recommend, Require};
        use Status::{Conflicting, Missing, NotApplicable, Partial, Satisfied, Unknown, Weak};
        for (given, wanted) in [
            (vec![], NotApplicable),
            (vec![("a", Require, Satisfied), ("b", Require, Satisfied)], Satisfied),
            (vec![("a", Require, Satisfied), ("b", Require, Missing)], Partial),
            (vec![("a", Require, Satisfied), ("b", Require, Weak)], Weak),
            (vec![("a", Require, Missing), ("b", Require, Missing)], Missing),
            (vec![("a", Require, Missing), ("b", Require, Unknown)], Unknown),
            (vec![("a", Require, Satisfied), ("b", Forbid, Conflicting)], Conflicting),
            (vec![("a", Forbid, Satisfied)], NotApplicable),
            (vec![("a", Forbid, Unknown)], Unknown),
            // A recommendation does not spoil what is required, and decides where nothing is.
            (vec![("a", Require, Satisfied), ("a", Recommend, Missing)], Satisfied),
            (vec![("a", Recommend, Missing)], Missing),
            // A hint is more than nothing and less than what is asked for.
            (vec![("a", Require, Missing), ("a-in-part", Require, Satisfied)], Partial),
            (vec![("a", Require, Satisfied), ("a-in-part", Require, Weak)], Satisfied),
            (vec![("a-in-part", Require, Satisfied)], Partial),
        ] {
            let requirements: Vec<_> =
                given.iter().map(|(rule, kind, status)| found(rule, *kind, *status)).collect();
            assert_eq!(status(&requirements), wanted, "{given:?}");
        }
    }
}
