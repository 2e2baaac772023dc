//! A document in Markdown: one text, or one file for each chapter and data file with links between them.

use std::collections::BTreeMap;

use kb::{Chapter, Direction, Entry, EntryData, Kb, Link, Target};

use super::{File, about};
use crate::entry::{self, LinkGroup};
use crate::message::{self, Lang};

/// The name of the file with the contents.
const INDEX: &str = "index.md";

/// The whole knowledge base as one text.
pub fn document(kb: &Kb, lang: Lang) -> String {
    let book = Book::new(kb, lang, false);
    let mut out = book.front();
    for chapter in &book.chapters {
        out.push('\n');
        out.push_str(&book.chapter(chapter, "##"));
    }
    out
}

/// The same as files: the contents, and one for each chapter.
pub fn files(kb: &Kb, lang: Lang) -> Vec<File> {
    let book = Book::new(kb, lang, true);
    let mut files = vec![File { name: INDEX.to_owned(), text: book.front() }];
    for chapter in &book.chapters {
        let back = format!("\n[{}]({INDEX})\n", message::text(lang, "export-back", &[]));
        files.push(File { name: chapter.file.clone(), text: book.chapter(chapter, "#") + &back });
    }
    files
}

/// The entries of one data file under one heading.
struct Section<'a> {
    file: String,
    title: String,
    entries: Vec<Entry<'a>>,
}

struct Book<'a> {
    kb: &'a Kb,
    lang: Lang,
    /// Whether each section is a file of its own.
    split: bool,
    chapters: Vec<Section<'a>>,
    /// In which file an anchor stands.
    anchors: BTreeMap<String, String>,
}

impl<'a> Book<'a> {
    fn new(kb: &'a Kb, lang: Lang, split: bool) -> Self {
        let mut book = Self { kb, lang, split, chapters: Vec::new(), anchors: BTreeMap::new() };
        for entry in kb.entries() {
            let file = file_name(entry);
            match book.chapters.iter_mut().find(|section| section.file == file) {
                Some(section) => section.entries.push(entry),
                None => {
                    let title = book.title(entry);
                    book.chapters.push(Section { file, title, entries: vec![entry] });
                }
            }
        }
        for section in &book.chapters {
            let places = chapter_of(section).map(places).unwrap_or_default();
            let ids = section.entries.iter().map(|entry| entry.id().to_owned());
            for id in ids.chain(places.into_iter().map(|(id, _)| id)) {
                book.anchors.insert(id, section.file.clone());
            }
        }
        book
    }

    fn say(&self, code: &str, args: &[message::Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    /// The heading of the data file an entry stands in: its chapter, its set of points, or the name of the file.
    fn title(&self, entry: Entry<'_>) -> String {
        match entry.data() {
            EntryData::Clause { chapter, .. } => self.chapter_title(chapter),
            EntryData::Practice { set, .. } => self.other(entry, &set.set_title),
            EntryData::Change { .. } => self.other(entry, &entry.citation()),
            EntryData::Checklist(item) => self.form(entry, &item.form),
            EntryData::Agreement(item) => self.form(entry, &item.form),
            _ => match (self.twin(entry), entry.document()) {
                (Some(chapter), _) => self.other(entry, &self.chapter_title(chapter)),
                (None, Some(document)) => {
                    self.other(entry, &format!("{} {}", document.title(), stem(entry.path())))
                }
                (None, None) => self.other(entry, stem(entry.path())),
            },
        }
    }

    fn form(&self, entry: Entry<'_>, form: &str) -> String {
        self.other(entry, self.kb.get(form).map_or(form, |form| form.title()))
    }

    fn other(&self, entry: Entry<'_>, name: &str) -> String {
        let kind = entry::kind(entry.kind(), self.lang);
        self.say("export-other", &[("kind", &kind), ("name", name)])
    }

    fn chapter_title(&self, chapter: &Chapter) -> String {
        let number = chapter.chapter.to_string();
        let args = [("part", chapter.part.title()), ("chapter", &number), ("title", &chapter.title)];
        self.say("export-chapter", &args)
    }

    /// The chapter whose data file has the same name as the one of this entry: the one its measures belong to.
    fn twin(&self, entry: Entry<'_>) -> Option<&'a Chapter> {
        let below = |path: &str| path.split_once('/').map(|(_, rest)| rest.to_owned());
        let wanted = below(entry.path())?;
        let twin = self.kb.clauses().find(|clause| below(clause.path()).as_ref() == Some(&wanted))?;
        Some(twin.chapter())
    }

    /// Title, facts, legend and contents.
    fn front(&self) -> String {
        let mut out = format!("# {}\n\n", escaped(&about::title(self.kb, self.lang)));
        for fact in about::facts(self.kb, self.lang) {
            out.push_str(&format!("- {}\n", escaped(&fact)));
        }
        for count in about::counts(self.kb) {
            let kind = entry::kind(count.kind, self.lang);
            out.push_str(&format!("- {kind}: {}\n", count.entries));
        }
        out.push('\n');
        for line in about::legend(self.kb, self.lang) {
            out.push_str(&format!("> {}\n>\n", escaped(&line)));
        }
        out.push_str(&format!("\n## {}\n\n", self.say("export-contents", &[])));
        for section in &self.chapters {
            let target = if self.split { section.file.clone() } else { format!("#{}", anchor(section)) };
            out.push_str(&format!("- [{}]({target}) {}\n", escaped(&section.title), section.entries.len()));
        }
        out
    }

    fn chapter(&self, section: &Section<'_>, level: &str) -> String {
        let mut out = format!("<a id=\"{}\"></a>\n\n{level} {}\n", anchor(section), escaped(&section.title));
        for (id, title) in chapter_of(section).map(places).unwrap_or_default() {
            out.push_str(&format!("\n<a id=\"{id}\"></a>{id} {}\n", escaped(title)));
        }
        for entry in &section.entries {
            out.push_str(&self.entry(*entry, level));
        }
        out
    }

    fn entry(&self, entry: Entry<'_>, level: &str) -> String {
        let id = entry.id();
        let mark = entry::mark(entry, self.lang);
        let title = escaped(&format!("{id} {}{mark}", entry.title()));
        let mut out = format!("\n<a id=\"{id}\"></a>\n\n{level}# {title}\n\n");
        let citation = entry.citation();
        if !citation.is_empty() {
            out.push_str(&format!("{}\n\n", escaped(&citation)));
        }
        out.push_str(&format!("{}\n\n", escaped(entry.gist())));
        out.push_str(&bullets(&self.say("export-details", &[]), entry.details()));
        for fact in entry::facts(entry, self.lang) {
            out.push_str(&bullets(&fact.label, &fact.values));
        }
        for group in entry::link_groups(entry.links(), self.lang) {
            out.push_str(&self.links(&group));
        }
        out
    }

    fn links(&self, group: &LinkGroup<'_>) -> String {
        let mut out = format!("- {}\n", escaped(&group.label));
        for link in &group.links {
            out.push_str(&format!("  - {}\n", self.link(link)));
        }
        out
    }

    /// `[C-14-5 title](#C-14-5)`, how sure it is, what to know about it.
    fn link(&self, link: &Link<'_>) -> String {
        let id = link.target.id();
        let marked = match link.target {
            Target::Entry(entry) => entry::mark(entry, self.lang),
            Target::Place(_) => String::new(),
        };
        let label = escaped(&format!("{id} {}{marked}", link.target.title()));
        let mut out = match self.anchors.get(id.as_ref()) {
            Some(file) if self.split => format!("[{label}]({file}#{id})"),
            Some(_) => format!("[{label}](#{id})"),
            None => label,
        };
        if let Some(tie) = entry::tie(link.tie, self.lang) {
            out.push_str(&format!(" ({tie})"));
        }
        if let Some(note) = link.note.filter(|_| link.direction != Direction::Incoming) {
            out.push_str(&format!(" {}", escaped(note)));
        }
        out
    }
}

/// `- label: value`, or the label with a list below it.
fn bullets(label: &str, values: &[String]) -> String {
    match values {
        [] => String::new(),
        [value] => format!("- {}: {}\n", escaped(label), escaped(value)),
        values => {
            let lines = values.iter().map(|value| format!("  - {}\n", escaped(value)));
            format!("- {}:\n{}", escaped(label), lines.collect::<String>())
        }
    }
}

fn chapter_of<'a>(section: &Section<'a>) -> Option<&'a Chapter> {
    let clause = section.entries.first()?.as_clause()?;
    // Chapters and sections are places of the base edition only; clauses of others carry their edition in the id.
    (clause.id() == clause.clause().id).then(|| clause.chapter())
}

/// The chapter and its sections, with their ids.
fn places(chapter: &Chapter) -> Vec<(String, &str)> {
    let letter = chapter.part.letter();
    let mut places = vec![(format!("{letter}-{}", chapter.chapter), chapter.title.as_str())];
    let known = chapter.sections.iter().map(|section| (&section.number, section.label().unwrap_or_default()));
    let used = chapter.clauses.iter().map(|clause| (&clause.section, ""));
    for (number, title) in known.chain(used) {
        let id = format!("{letter}-{number}");
        if places.iter().all(|(known, _)| *known != id) {
            places.push((id, title));
        }
    }
    places
}

/// `guideline-6.0/control/08-devices.toml` → `guideline-6.0-control-08-devices.md`; a form with several kinds of entries
/// has a file for each.
fn file_name(entry: Entry<'_>) -> String {
    let path = entry.path().trim_end_matches(".toml").replace('/', "-");
    format!("{}-{path}.md", entry.kind().as_str())
}

fn anchor<'a>(section: &'a Section<'_>) -> &'a str {
    section.file.trim_end_matches(".md")
}

fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".toml")
}

/// A text on one line, without the signs that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.chars() {
        match piece {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => out.extend(['\\', piece]),
            '&' => out.push_str("&amp;"),
            piece => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        assert_eq!(escaped("a*b\n<c> & [d]"), "a\\*b \\<c\\> &amp; \\[d\\]");
    }
}
