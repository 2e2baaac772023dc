//! From places of the text to places between the bytes of the main part, where marks of a comment may stand.
//!
//! A passage that begins inside a run splits the run. Word takes no comments inside text boxes, ruby, formulas and
//! deleted text, and what stands inside a field goes with its next update: there, the marks stand around the whole.

use crate::document::{Document, DocxPart, Origin};
use crate::read::docx::anatomy::Anatomy;

/// Elements inside a paragraph between whose children comments may begin and end.
const OPEN: [&str; 9] =
    ["ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"];

/// A place for a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    /// Between two elements of a paragraph.
    Between(usize),
    /// Between two elements of a run, by the byte and the run.
    Run(usize, usize),
    /// Between two characters of a `w:t`, by the byte, the run and the text.
    Text(usize, usize, usize),
}

impl Cut {
    /// The byte before which it is.
    pub(super) const fn byte(self) -> usize {
        match self {
            Self::Between(byte) | Self::Run(byte, _) | Self::Text(byte, ..) => byte,
        }
    }
}

/// The two ends of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    /// Before the first character.
    pub(super) start: Cut,
    /// Behind the last one.
    pub(super) end: Cut,
}

/// The side of a character on which a mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Finds places in one document.
pub(super) struct Anchors<'a> {
    pub(super) anatomy: &'a Anatomy,
    pub(super) document: &'a Document,
}

impl Anchors<'_> {
    /// The anchor of a passage, in bytes of the normalised text.
    pub(super) fn passage(&self, bytes: &std::ops::Range<usize>) -> Option<Anchor> {
        let first = self.origin(bytes.start)?;
        let Some((start, start_at)) = self.cut(first, Side::Before) else { return self.whole_of(first) };
        let end = self.last(bytes).and_then(|last| self.cut(last, Side::Behind));
        let home = |paragraph: usize| self.anatomy.member(paragraph).and_then(|member| member.parent);
        let together = |(_, end_at): &(Cut, usize)| home(*end_at) == home(start_at);
        match end.filter(together).filter(|(end, _)| end.byte() > start.byte()) {
            Some((end, _)) => Some(Anchor { start, end }),
            None => Some(Anchor { start, end: self.end_of(start_at)? }),
        }
    }

    /// The anchor of the whole paragraph that a byte of the normalised text stands in.
    pub(super) fn line(&self, byte: usize) -> Option<Anchor> {
        self.whole_of(self.origin(byte)?)
    }

    /// The anchor of the first paragraph that has any text.
    pub(super) fn first(&self) -> Option<Anchor> {
        let paragraph = self.anatomy.all().next()?.paragraph;
        self.whole(self.outermost(*self.anatomy.paragraphs.get(paragraph as usize)?))
    }

    fn origin(&self, byte: usize) -> Option<Origin> {
        let byte = u32::try_from(byte).ok()?;
        self.document.source_map.locate(&self.document.text, byte)
    }

    /// The origin of the last visible character of a passage, its marks included.
    fn last(&self, bytes: &std::ops::Range<usize>) -> Option<Origin> {
        let text = self.document.text.get(bytes.clone())?.trim_end();
        let (at, character) = text.char_indices().next_back()?;
        let last = self.origin(bytes.start + at)?;
        let next = self.origin(bytes.start + at + character.len_utf8());
        let (Origin::Docx { part, paragraph, run, offset }, Some(Origin::Docx { offset: next_offset, .. })) =
            (last, next)
        else {
            return Some(last);
        };
        // ｶ and ﾞ are one character of the text and two of the file.
        let same = Origin::Docx { part, paragraph, run, offset: next_offset };
        let beside = next == Some(same) && (offset + 1..=offset.saturating_add(3)).contains(&next_offset);
        let offset = if beside { next_offset.saturating_sub(1) } else { offset };
        Some(Origin::Docx { part, paragraph, run, offset })
    }

    fn whole_of(&self, origin: Origin) -> Option<Anchor> {
        let Origin::Docx { part, paragraph, .. } = origin else { return None };
        if part != DocxPart::Document {
            return self.around(self.anatomy.reference(origin)?);
        }
        self.whole(self.outermost(*self.anatomy.paragraphs.get(paragraph as usize)?))
    }

    /// The anchor around an element of a paragraph.
    fn around(&self, member: usize) -> Option<Anchor> {
        let home = self.outermost(self.up_to(member, "p")?);
        let (start, end) =
            (self.beside(member, home, Side::Before)?, self.beside(member, home, Side::Behind)?);
        Some(Anchor { start, end })
    }

    /// Around all that a paragraph holds; nothing for one that holds nothing.
    fn whole(&self, paragraph: usize) -> Option<Anchor> {
        let member = self.anatomy.member(paragraph)?;
        let start = match self.anatomy.child(paragraph, "pPr").and_then(|pr| self.anatomy.member(pr)) {
            Some(properties) => properties.close.end,
            None => member.open.end,
        };
        let end = self.end_of(paragraph)?;
        Some(Anchor { start: Cut::Between(start), end })
    }

    fn end_of(&self, paragraph: usize) -> Option<Cut> {
        let member = self.anatomy.member(paragraph)?;
        (!member.is_childless()).then_some(Cut::Between(member.close.start))
    }

    /// The paragraph around all others: that of a text box stands in another one.
    fn outermost(&self, paragraph: usize) -> usize {
        let is_paragraph = |index: &usize| self.anatomy.member(*index).is_some_and(|one| one.name == "p");
        self.anatomy.up(paragraph).filter(is_paragraph).last().unwrap_or(paragraph)
    }

    fn up_to(&self, member: usize, name: &str) -> Option<usize> {
        self.anatomy.up(member).find(|index| self.anatomy.member(*index).is_some_and(|one| one.name == name))
    }

    /// The cut beside the character of an origin, and the paragraph it stands in.
    fn cut(&self, origin: Origin, side: Side) -> Option<(Cut, usize)> {
        let Origin::Docx { part, paragraph, run, offset } = origin else { return None };
        if part != DocxPart::Document {
            let member = self.anatomy.reference(origin)?;
            let home = self.outermost(self.up_to(member, "p")?);
            return Some((self.beside(member, home, side)?, home));
        }
        let own = *self.anatomy.paragraphs.get(paragraph as usize)?;
        let home = self.outermost(own);
        let Some(run) = run else {
            let whole = self.whole(home)?;
            return Some((if side == Side::Before { whole.start } else { whole.end }, home));
        };
        let (stretch, index) = self.anatomy.stretch(paragraph, run, offset)?;
        let inner = self.anatomy.around(stretch.bytes.start)?;
        let cut = if own == home { self.inside(inner, stretch, index, (paragraph, run), side) } else { None };
        Some((cut.or_else(|| self.beside(inner, home, side))?, home))
    }

    /// A cut in the run itself, where the run may be split.
    fn inside(
        &self,
        inner: usize,
        stretch: &crate::read::docx::anatomy::Stretch,
        index: usize,
        (paragraph, run): (u32, u32),
        side: Side,
    ) -> Option<Cut> {
        let home = self.up_to(inner, "r")?;
        let text = self.anatomy.member(inner)?;
        // What prints is the run's own child, and the run stands where comments may begin.
        let own = if text.name == "r" { true } else { text.parent == Some(home) };
        if !own || !self.is_open(home) || self.is_in_field(home) || self.is_changed(home) {
            return None;
        }
        let index = if side == Side::Behind { index + 1 } else { index };
        let all = self.anatomy.of_run(paragraph, run);
        let is_first = all.first() == Some(stretch) && index == 0;
        let is_last = all.last() == Some(stretch) && index == stretch.text.chars().count();
        let member = self.anatomy.member(home)?;
        if is_first {
            return Some(Cut::Between(member.open.start));
        }
        if is_last {
            return Some(Cut::Between(member.close.end));
        }
        if text.name != "t" {
            let byte = if index == 0 { text.open.start } else { text.close.end };
            return Some(Cut::Run(byte, home));
        }
        let raw = self.anatomy.slice(stretch.bytes.clone());
        let plain = !raw.contains(['\r', '<', '&']) && raw == stretch.text;
        let byte = if index == 0 {
            stretch.bytes.start
        } else if index >= stretch.text.chars().count() {
            stretch.bytes.end
        } else if plain {
            // Behind the space before a word: a text must not end in a space that Word would leave out.
            let at = raw.char_indices().nth(index)?.0;
            stretch.bytes.start + raw.get(..at)?.trim_end_matches(|c: char| c.is_ascii_whitespace()).len()
        } else {
            return None;
        };
        Some(if byte <= text.open.end {
            Cut::Run(text.open.start, home)
        } else if byte >= text.close.start {
            Cut::Run(text.close.end, home)
        } else {
            Cut::Text(byte, home, inner)
        })
        .map(|cut| self.at_border(cut, home))
    }

    /// A cut before the first or behind the last element of a run that prints is one beside the run.
    fn at_border(&self, cut: Cut, run: usize) -> Cut {
        let Cut::Run(byte, _) = cut else { return cut };
        let Some(member) = self.anatomy.member(run) else { return cut };
        let start = self
            .anatomy
            .child(run, "rPr")
            .and_then(|properties| self.anatomy.member(properties))
            .map_or(member.open.end, |properties| properties.close.end);
        if byte <= start {
            Cut::Between(member.open.start)
        } else if byte >= member.close.start {
            Cut::Between(member.close.end)
        } else {
            cut
        }
    }

    /// Whether all between the run and its paragraph lets comments begin inside.
    fn is_open(&self, run: usize) -> bool {
        let between = self.anatomy.up(run).skip(1);
        for index in between {
            match self.anatomy.member(index).map(|member| member.name) {
                Some("p") => return true,
                Some(name) if OPEN.contains(&name) => {}
                _ => return false,
            }
        }
        false
    }

    fn is_in_field(&self, member: usize) -> bool {
        self.field(member).is_some()
    }

    /// The outermost field around an element.
    fn field(&self, member: usize) -> Option<&std::ops::Range<usize>> {
        let at = self.anatomy.member(member)?.open.start;
        self.anatomy.fields.iter().filter(|field| field.contains(&at)).min_by_key(|field| field.start)
    }

    /// Whether the formatting of a run is a tracked change, whose id must not stand twice.
    fn is_changed(&self, run: usize) -> bool {
        let Some(properties) = self.anatomy.child(run, "rPr") else { return false };
        self.anatomy.child(properties, "rPrChange").is_some()
    }

    /// The cut beside the outermost element of the paragraph that must stay whole.
    fn beside(&self, member: usize, paragraph: usize, side: Side) -> Option<Cut> {
        let inside: Vec<usize> = self.anatomy.up(member).take_while(|index| *index != paragraph).collect();
        let mut whole = *inside.last()?;
        for index in inside.iter().rev() {
            whole = *index;
            if !self.anatomy.member(*index).is_some_and(|one| OPEN.contains(&one.name)) {
                break;
            }
        }
        let range = match self.field(whole) {
            Some(field) => field.clone(),
            None => self.anatomy.member(whole)?.whole(),
        };
        Some(Cut::Between(if side == Side::Before { range.start } else { range.end }))
    }
}
