//! A test document that agrees with the knowledge base, to be changed by the tests. Its numbers and titles are those of the
//! knowledge base, its items our own gists: no word of the guideline's text stands in it.

use kb::{Kb, Part};

use super::paper::Paper;

/// The guideline's name, as covers print it.
pub(super) const TITLE: &str = "医療情報システムの安全管理に関するガイドライン";

/// A document before it is set.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) edition: String,
    pub(super) part: String,
    pub(super) units: Vec<Unit>,
    /// Whether boxes have drawn frames.
    pub(super) framed: bool,
    /// Whether there is a 目次.
    pub(super) contents: bool,
}

/// A heading with its box.
#[derive(Clone)]
pub(super) struct Unit {
    pub(super) number: String,
    pub(super) title: String,
    /// Behind the title: `[Ⅰ～Ⅳ]`.
    pub(super) patterns: String,
    pub(super) items: Vec<Line>,
}

/// An item of a box.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) group: Option<String>,
    pub(super) mark: String,
    pub(super) text: String,
}

impl Draft {
    /// The part as the knowledge base has it.
    pub(super) fn of(part: Part) -> Self {
        let kb = Kb::embedded().unwrap();
        let mut units = Vec::new();
        for chapter in kb.chapters().filter(|chapter| chapter.part == part) {
            units.push(unit(chapter.chapter.to_string(), &chapter.title, part));
            for section in &chapter.sections {
                units.push(unit(
                    section.number.clone(),
                    section.title.as_deref().unwrap_or("試験用の題"),
                    part,
                ));
            }
        }
        for entry in kb.clauses().filter(|entry| entry.chapter().part == part) {
            let clause = entry.clause();
            let unit = units.iter_mut().find(|unit| unit.number == clause.section).unwrap();
            unit.items.push(Line {
                group: clause.group.clone(),
                mark: clause.official_number.clone(),
                text: clause.gist.clone(),
            });
        }
        units.sort_by_key(|unit| {
            unit.number.split('.').map(|piece| piece.parse::<u16>().unwrap()).collect::<Vec<_>>()
        });
        Self {
            edition: "第６.０版".to_owned(),
            part: part.title().to_owned(),
            units,
            framed: true,
            contents: true,
        }
    }

    pub(super) fn unit(&mut self, number: &str) -> &mut Unit {
        self.units.iter_mut().find(|unit| unit.number == number).unwrap()
    }

    /// Sets it.
    pub(super) fn pdf(&self) -> Vec<u8> {
        let mut paper = Paper::new(&format!("{TITLE} {}", self.part));
        paper.cover(&[TITLE, &self.edition, &self.part, "令和５年５月"]);
        paper.turn();
        if self.contents {
            paper.paragraph("目次", 0.0);
            for (index, unit) in self.units.iter().enumerate() {
                paper.entry(&format!("{} {}", unit.number, unit.title), index + 3);
            }
            paper.turn();
        }
        for unit in &self.units {
            let dot = if unit.number.contains('.') { "" } else { "．" };
            paper.heading(&format!("{}{dot}　{}{}", unit.number, unit.title, unit.patterns));
            self.set_box(&unit.items, &mut paper);
            paper.paragraph("　この章の考え方を次に示す。①及び②は、はじめに読む項目である。", 0.0);
            paper.paragraph("① は、箱の外に引いた番号であり、項目ではない。", 0.0);
        }
        paper.finish()
    }

    fn set_box(&self, items: &[Line], paper: &mut Paper) {
        if items.is_empty() {
            return;
        }
        if self.framed {
            paper.open_frame();
        }
        paper.paragraph("【遵守事項】", 0.0);
        let mut group = None;
        for item in items {
            if item.group != group {
                group.clone_from(&item.group);
                paper.paragraph(&format!("（{}）", group.clone().unwrap_or_default()), 0.0);
            }
            paper.paragraph(&format!("{}　{}", item.mark, item.text), 2.0);
        }
        paper.close_frame();
    }
}

fn unit(number: String, title: &str, part: Part) -> Unit {
    let chapter = part == Part::Control && !number.contains('.');
    let patterns = if chapter { "　［Ⅰ～Ⅳ］" } else { "" };
    Unit { number, title: title.to_owned(), patterns: patterns.to_owned(), items: Vec::new() }
}
