//! The cover: which document a PDF is, and of which edition.

use kb::Part;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::marks::{contents_entry, folded, is_contents};
use crate::read::{PageLine, Pages};

/// What every booklet of the guideline is called.
const TITLE: &str = "医療情報システムの安全管理に関するガイドライン";
/// Pages among which the cover is looked for.
const FIRST_PAGES: u32 = 3;

/// A booklet of the guideline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Booklet {
    /// 概説編, which has no 遵守事項.
    Overview,
    /// 経営管理編.
    Governance,
    /// 企画管理編.
    Management,
    /// システム運用編.
    Control,
}

impl Booklet {
    /// All, in the order of the guideline.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Governance, Self::Management, Self::Control];

    /// The part that holds its 遵守事項; none for 概説編.
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Overview => None,
            Self::Governance => Some(Part::Governance),
            Self::Management => Some(Part::Management),
            Self::Control => Some(Part::Control),
        }
    }

    /// The booklet that holds a part.
    pub fn of(part: Part) -> Self {
        match part {
            Part::Governance => Self::Governance,
            Part::Management => Self::Management,
            Part::Control => Self::Control,
        }
    }

    /// The official Japanese name.
    pub fn title(self) -> &'static str {
        self.part().map_or("概説編", Part::title)
    }
}

/// Why a PDF is none of the booklets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another document.
    #[error("the cover does not name the guideline")]
    NotGuideline,
    /// The guideline, but no cover that says of which edition.
    #[error("the cover names no edition")]
    NoEdition,
    /// Another edition.
    #[error("this is edition {found}, not {wanted}")]
    OtherEdition {
        /// As the cover says.
        found: String,
        /// The one of the knowledge base.
        wanted: String,
    },
    /// A draft of the edition.
    #[error("this is a draft of edition {edition}")]
    Draft {
        /// The edition.
        edition: String,
    },
    /// No booklet that is known, or several.
    #[error("the cover does not say which part this is")]
    NoPart,
}

impl Refusal {
    /// All codes, for the test of the catalogue.
    pub const CODES: &'static [&'static str] = &[
        "official-not-guideline",
        "official-no-edition",
        "official-other-edition",
        "official-draft",
        "official-no-part",
    ];

    /// The message to show.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotGuideline => "official-not-guideline",
            Self::NoEdition => "official-no-edition",
            Self::OtherEdition { .. } => "official-other-edition",
            Self::Draft { .. } => "official-draft",
            Self::NoPart => "official-no-part",
        }
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OtherEdition { found, wanted } => {
                vec![("found", found.clone()), ("wanted", wanted.clone())]
            }
            Self::Draft { edition } => vec![("edition", edition.clone())],
            _ => Vec::new(),
        }
    }
}

/// Which booklet of edition `wanted` (`6.0`) the cover says this is.
///
/// # Errors
/// It is another document, another edition or a draft, or the cover does not say which part it is. The checks come in
/// this order, so that an older edition is told as one even where it has no parts.
pub fn identify(pages: &Pages, wanted: &str) -> Result<Booklet, Refusal> {
    let cover = cover(&pages.lines);
    let text = folded(&cover.iter().map(|line| line.text.as_str()).collect::<String>());
    let title = folded(TITLE);
    let (_, behind) = text.split_once(&title).ok_or(Refusal::NotGuideline)?;
    let (edition, after) = edition(behind).ok_or(Refusal::NoEdition)?;
    if edition != wanted {
        return Err(Refusal::OtherEdition { found: edition, wanted: wanted.to_owned() });
    }
    let marked =
        |mark: &&str| after.starts_with(*mark) || cover.iter().any(|line| folded(&line.text) == **mark);
    if ["(案)", "案", "[案]", "【案】", "(素案)"].iter().any(marked) {
        return Err(Refusal::Draft { edition });
    }
    part(&cover, &text).ok_or(Refusal::NoPart)
}

/// The lines of the first pages, up to the 目次.
fn cover(lines: &[PageLine]) -> Vec<&PageLine> {
    let first = lines.first().map_or(1, |line| line.page);
    lines
        .iter()
        .take_while(|line| line.page < first + FIRST_PAGES && !is_contents(&line.text))
        .filter(|line| contents_entry(&line.text).is_none())
        .collect()
}

/// The first 「第6.0版」, and what stands behind it.
fn edition(text: &str) -> Option<(String, &str)> {
    text.match_indices('第').find_map(|(at, _)| {
        let rest = text.get(at..)?.strip_prefix('第')?;
        let (number, after) = rest.split_once('版')?;
        let sound = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
        let number = if number.contains('.') { number.to_owned() } else { format!("{number}.0") };
        sound.then_some((number, after))
    })
}

/// The part that stands on a line of its own, else the only one that is named.
fn part(cover: &[&PageLine], text: &str) -> Option<Booklet> {
    let name = |booklet: &Booklet| folded(booklet.title());
    let alone = |line: &&PageLine| {
        let text = folded(&line.text);
        let ends = |booklet: &Booklet| {
            let text = text.split(['(', '[', '【', '<']).next().unwrap_or_default();
            text == name(booklet)
                || text.strip_prefix(&folded(TITLE)).is_some_and(|rest| rest.ends_with(&name(booklet)))
        };
        Booklet::ALL.into_iter().find(ends)
    };
    cover.iter().find_map(alone).or_else(|| {
        let mut named = Booklet::ALL.into_iter().filter(|booklet| text.contains(&name(booklet)));
        named.next().filter(|_| named.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Result<Booklet, Refusal> {
        let line = |text: &&str| PageLine { page: 1, text: (*text).to_owned(), ..PageLine::default() };
        identify(&Pages { lines: lines.iter().map(line).collect(), ..Pages::default() }, "6.0")
    }

    #[test]
    fn covers_say_what_they_are() {
        let title = "医療情報システムの安全管理に関するガイドライン";
        assert_eq!(told(&[title, "第６.０版", "企画管理編", "［Management］"]), Ok(Booklet::Management));
        assert_eq!(
            told(&[title, "第6.0版", "システム運用編（Control）", "令和５年５月"]),
            Ok(Booklet::Control)
        );
        assert_eq!(
            told(&["医療情報システムの安全管理に", "関するガイドライン 第6.0版 概説編"]),
            Ok(Booklet::Overview)
        );
        assert_eq!(told(&["保守契約書", "第6.0版"]), Err(Refusal::NotGuideline));
        assert_eq!(told(&[title, "経営管理編"]), Err(Refusal::NoEdition));
        let other = Refusal::OtherEdition { found: "5.2".to_owned(), wanted: "6.0".to_owned() };
        assert_eq!(told(&[title, "第5.2版"]), Err(other));
        assert_eq!(told(&[title, "第6版", "経営管理編"]), Ok(Booklet::Governance));
        assert_eq!(
            told(&[title, "第6.0版（案）", "経営管理編"]),
            Err(Refusal::Draft { edition: "6.0".to_owned() })
        );
        assert_eq!(told(&[title, "第6.0版"]), Err(Refusal::NoPart));
        assert_eq!(told(&[title, "第6.0版", "企画管理編と経営管理編の相関表"]), Err(Refusal::NoPart));
    }
}
