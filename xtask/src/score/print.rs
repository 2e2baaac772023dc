//! Shows the score: documents, figures, topics, and every disagreement.

use anyhow::Result;
use serde::Serialize;

use super::tally::{Figures, Tally, share};
use super::{Pair, Scored};

/// For people.
pub(super) fn text(documents: &[Scored], tally: &Tally, pairs: &[Pair]) {
    println!("documents");
    for document in documents {
        let kind = if document.recognised == document.stated { "" } else { "  <- stated differs" };
        let error = document.error.as_ref().map(|error| format!("  ERROR {error}")).unwrap_or_default();
        println!(
            "  {:<28} {:>4} articles  recognised {}{kind} (stated {}){error}",
            document.document, document.articles, document.recognised, document.stated
        );
    }
    println!("\ntopics                              support  pairs      P      R     F1   same");
    for row in &tally.topics {
        let Figures { precision, recall, f1, .. } = row.figures;
        println!(
            "  {:<34}{:>7}{:>7} {precision:>6.3} {recall:>6.3} {f1:>6.3} {:>6.3}",
            row.topic,
            row.figures.support(),
            row.pairs,
            share(row.same, row.pairs)
        );
    }
    disagreements(pairs);
    figures(tally);
}

fn disagreements(pairs: &[Pair]) {
    let differing: Vec<&Pair> = pairs.iter().filter(|pair| pair.label != pair.verdict).collect();
    println!("\ndisagreements ({})", differing.len());
    for pair in differing {
        let grave =
            if pair.verdict == "present" && pair.label == "absent" { "  !! wrong satisfied" } else { "" };
        println!(
            "  {} / {}: label {}, verdict {}{grave}",
            pair.document, pair.topic, pair.label, pair.verdict
        );
        let reader = [pair.labelled_where.as_deref(), pair.note.as_deref()];
        println!("      reader: {}", reader.into_iter().flatten().collect::<Vec<_>>().join(" — "));
        println!("      rules:  {}", pair.reasons.join(", "));
        for place in &pair.places {
            println!("        {place}");
        }
    }
}

fn figures(tally: &Tally) {
    let micro = &tally.micro;
    println!("\npairs {}  (no verdict possible: {}, counted as absent)", tally.pairs, tally.silent);
    println!("micro  P {:.3}  R {:.3}  F1 {:.3}", micro.precision, micro.recall, micro.f1);
    println!("macro  F1 {:.3} over {} topics", tally.macro_f1, tally.macro_topics);
    println!("three-way accuracy {:.3} ({}/{})", share(tally.same, tally.pairs), tally.same, tally.pairs);
    let wrong = tally.wrong_satisfied;
    let rate = if tally.present_verdicts == 0 { 0.0 } else { wrong as f64 / tally.present_verdicts as f64 };
    println!("wrong satisfied {:.1} % ({wrong}/{})", 100.0 * rate, tally.present_verdicts);
}

/// For programs.
///
/// # Errors
/// None of our values fails.
pub(super) fn json(documents: &[Scored], tally: &Tally, pairs: &[Pair]) -> Result<()> {
    #[derive(Serialize)]
    struct Everything<'a> {
        documents: &'a [Scored],
        score: &'a Tally,
        pairs: &'a [Pair],
    }
    println!("{}", serde_json::to_string_pretty(&Everything { documents, score: tally, pairs })?);
    Ok(())
}
