//! Verbs that say of another act how it binds: 「持ち出すことは、原則として禁止する」 forbids 持出し, 「暗号化を必須とする」 demands 暗号化.
//!
//! Such a sentence says two things: that there is a ban (禁止する, which a rule may ask for by that word), and what is
//! banned. Works on the folded stem of a predicate.

use std::ops::Range;

use super::heads::head_of;
use super::strength::Force;

/// How the wrapped act binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrap {
    /// 禁止する, 禁じる
    Ban,
    /// 必須とする
    Required,
    /// 義務付ける: whoever is named by に has to do it.
    Imposed,
}

/// Forms at the end of a stem, and the word that they are forms of.
const FORMS: &[(&str, Wrap)] = &[
    ("禁止", Wrap::Ban),
    ("禁止と", Wrap::Ban),
    ("禁止され", Wrap::Ban),
    ("禁止される", Wrap::Ban),
    ("禁止である", Wrap::Ban),
    ("禁止です", Wrap::Ban),
    ("禁止で", Wrap::Ban),
    ("禁じ", Wrap::Ban),
    ("禁じる", Wrap::Ban),
    ("禁じられ", Wrap::Ban),
    ("禁じられる", Wrap::Ban),
    ("禁止事項と", Wrap::Ban),
    ("必須と", Wrap::Required),
    ("必須である", Wrap::Required),
    ("必須で", Wrap::Required),
    ("必須", Wrap::Required),
    ("義務付け", Wrap::Imposed),
    ("義務付ける", Wrap::Imposed),
    ("義務付けられ", Wrap::Imposed),
    ("義務付けられる", Wrap::Imposed),
    ("義務づけ", Wrap::Imposed),
    ("義務づける", Wrap::Imposed),
    ("義務づけられ", Wrap::Imposed),
    ("義務づけられる", Wrap::Imposed),
];
/// Words between the act and the verb.
const ADVERBS: &[&str] = &[
    "原則として",
    "原則",
    "一切",
    "固く",
    "堅く",
    "かたく",
    "厳に",
    "厳しく",
    "厳重に",
    "全面的に",
    "絶対に",
    "一律に",
    "、",
];
/// What marks the act.
const PARTICLES: &[&str] = &["は", "を", "も", "の", "が", "については", "に関しては"];
/// What makes a noun of a verb.
const NOMINAL: &[&str] = &["すること", "する行為", "する事", "こと", "行為", "事"];
const PRONOUNS: &[&str] = &["これ", "これら", "それ", "それら"];

/// A wrapped act in a stem.
pub(super) struct Wrapped {
    pub(super) wrap: Wrap,
    /// Where the verb itself begins in the stem.
    pub(super) verb: usize,
    /// Where a match of the wrapped act must end, as ranges of the stem.
    pub(super) heads: Vec<Range<usize>>,
    /// What is wrapped stands further ahead, as the topic: 「持出しは、いかなる場合でも禁止する」.
    pub(super) by_topic: bool,
    /// Whether a verb is wrapped (持ち出すことを), so that what is coordinated with it is wrapped, too.
    pub(super) is_verb: bool,
}

/// The act that the verb at the end of a stem wraps.
pub(super) fn wrapped_in(stem: &str) -> Option<Wrapped> {
    let (form, wrap) =
        FORMS.iter().filter(|(form, _)| stem.ends_with(form)).max_by_key(|form| form.0.len())?;
    let verb = stem.len() - form.len();
    let mut inner = stem.get(..verb)?;
    let mut marked = false;
    while let Some(shorter) = ADVERBS.iter().find_map(|word| inner.strip_suffix(*word)) {
        inner = shorter;
    }
    if let Some(shorter) =
        PARTICLES.iter().filter_map(|word| inner.strip_suffix(*word)).min_by_key(|shorter| shorter.len())
    {
        marked = true;
        inner = shorter;
    } else if let Some(at) = inner.rfind("ことは") {
        marked = true;
        inner = inner.get(..at + "こと".len())?;
    }
    let place = inner.len();
    let bare = NOMINAL.iter().filter_map(|word| inner.strip_suffix(*word)).min_by_key(|bare| bare.len());
    let is_verb = bare.is_some_and(|bare| !bare.ends_with('の'));
    let pronoun = PRONOUNS.iter().any(|word| inner.ends_with(word));
    let mut heads = if pronoun { Vec::new() } else { head_of(bare.unwrap_or(inner)).zones };
    if let Some(last) = heads.last_mut() {
        last.end = place;
    }
    Some(Wrapped { wrap: *wrap, verb, heads, by_topic: pronoun || !marked, is_verb })
}

impl Wrap {
    /// How the wrapped act binds where the verb itself binds so; none where it does not bind.
    pub(super) const fn force(self, outer: Force) -> Option<Force> {
        match (self, outer) {
            (Self::Ban, Force::Duty | Force::Statement) => Some(Force::Prohibition),
            (Self::Ban, Force::Effort) => Some(Force::Restraint),
            (Self::Required | Self::Imposed, Force::Duty | Force::Statement) => Some(Force::Duty),
            (Self::Required | Self::Imposed, Force::Effort) => Some(Force::Effort),
            _ => None,
        }
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped() {
        let cases = [
            ("媒体を院外に持出すことは原則として禁止", "持出すこと"),
            ("媒体の持出を固く禁じる", "持出"),
            ("目的外の利用は、一切禁止", "利用"),
            ("立入禁止と", "立入"),
            ("第三者に開示することを禁止", "開示すること"),
            ("通信の暗号化を必須と", "暗号化"),
            ("これを禁止", ""),
        ];
        for (stem, expected) in cases {
            let found = wrapped_in(stem).map(|wrapped| wrapped.heads).unwrap_or_default();
            let shown: Vec<&str> = found.into_iter().map(|head| &stem[head]).collect();
            assert_eq!(shown.join("|"), expected, "{stem}");
        }
        assert!(wrapped_in("媒体の持出").is_none());
    }
}
