//! Annotations of GitHub workflows: one command a line, for open findings and files that could not be used.
//!
//! What an exception covers or a baseline knows is not annotated: nobody has to act upon it.

use super::words::{Words, against};
use crate::message::Lang;
use crate::report::{DocumentReport, OutcomeView, Report, SeverityView};

/// Writes the annotations. Only text files have lines; nothing is written where there is nothing to say.
pub fn render(report: &Report, lang: Lang) -> String {
    let words = Words::new(lang);
    let mut out = String::new();
    for document in &report.documents {
        for outcome in document.open() {
            out.push_str(&finding(document, outcome, &words));
        }
    }
    for error in &report.errors {
        let properties = [("file", error.path.clone()), ("title", words.say("formats-unread"))];
        let help = error.help.iter().map(String::as_str);
        let text: Vec<&str> = std::iter::once(error.message.as_str()).chain(help).collect();
        out.push_str(&command("error", &properties, &text.join("\n")));
    }
    out
}

fn finding(document: &DocumentReport, outcome: &OutcomeView, words: &Words) -> String {
    let level = match outcome.weight() {
        SeverityView::Error => "error",
        SeverityView::Warning => "warning",
        SeverityView::Info => "notice",
    };
    let first = against(outcome).first().copied();
    let mut properties = vec![("file", first.map_or(&document.path, |passage| &passage.document).clone())];
    if let Some(place) = first.and_then(|passage| passage.place) {
        properties.push(("line", place.line.to_string()));
        properties.push(("endLine", place.end_line.to_string()));
        // Columns are understood only within one line.
        if place.line == place.end_line {
            properties.push(("col", place.column.to_string()));
            properties.push(("endColumn", place.end_column.to_string()));
        }
    }
    properties.push(("title", format!("{} ({})", outcome.title, outcome.rule)));
    let mut text = words.finding(outcome);
    if let Some(article) = first.map(|passage| &passage.article).filter(|article| !article.is_empty()) {
        text.push_str(&format!("\n{article}"));
    }
    for id in &outcome.basis {
        text.push_str(&format!("\n{}", words.clause(id, outcome)));
    }
    command(level, &properties, &text)
}

fn command(level: &str, properties: &[(&str, String)], text: &str) -> String {
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", data(value).replace(':', "%3A").replace(',', "%2C")))
        .collect();
    format!("::{level} {}::{}\n", properties.join(","), data(text))
}

/// Text as a workflow command takes it: the end of the line ends the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::settled;

    #[test]
    fn only_what_is_open_is_annotated() {
        let (report, waived, known) = settled();
        let text = render(&report, Lang::Ja);
        assert!(!text.contains(&format!("({waived})")) && !text.contains(&format!("({known})")));
        assert_eq!(text.lines().count(), report.documents[0].open().len() + 1);
    }

    #[test]
    fn nothing_of_a_document_ends_a_command() {
        let properties = [("file", "a,b:c%\n.md".to_owned())];
        assert_eq!(
            command("error", &properties, "100%\r\n::error::x"),
            "::error file=a%2Cb%3Ac%25%0A.md::100%25%0D%0A::error::x\n"
        );
    }
}
