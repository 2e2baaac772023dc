//! Reads the end of a predicate: how strongly it binds, whether it is negated, and where its stem ends.
//!
//! Works on folded text. Japanese puts all of this behind the verb, in layers (開示し|ない|ものとする), so the reader
//! peels layer by layer from the end. Source of the forms: the drafting style of Japanese statutes and contracts
//! (なければならない duty, 努める effort, できる permission, てはならない prohibition, ものとする softened duty).

use super::steps;
use super::wraps::wrapped_in;

/// How strongly a predicate binds its actor.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// Nothing said: a continuative form (返却し、) or a bare noun; the force comes from elsewhere.
    Unmarked,
    /// 努める, 目指す, 可能な限り …
    Effort,
    /// 開示しないよう努める: an effort to leave something undone.
    Restraint,
    /// できる, ことがある …
    Permission,
    /// A plain statement (する, します); with a party as subject it binds like a duty.
    Statement,
    /// なければならない, ものとする, 義務を負う …
    Duty,
    /// てはならない, できない, しないものとする …
    Prohibition,
    /// 責任を負わない, 保証しない, この限りでない …: takes something back.
    Disclaimer,
}

impl Force {
    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unmarked => "unmarked",
            Self::Effort => "effort",
            Self::Restraint => "restraint",
            Self::Permission => "permission",
            Self::Statement => "statement",
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Disclaimer => "disclaimer",
        }
    }
}

impl Force {
    /// The same where an adverb (可能な限り) makes an effort of it.
    pub(super) const fn softened(self) -> Self {
        match self {
            Self::Duty | Self::Statement => Self::Effort,
            Self::Prohibition => Self::Restraint,
            force => force,
        }
    }
}

/// What the end of a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tail {
    /// How strongly it binds.
    pub force: Force,
    /// Byte offset where the endings begin: what stands before is the stem (返却, 返却を行).
    pub stem_end: usize,
}

const CLOSERS: &[char] = &['。', '、', ':', ';', ' ', '」', '\u{1}', '.'];

const FRAMES: &[&str] = &[
    "ものとします",
    "ものとする",
    "ものとし",
    "ものとして",
    "ものとなります",
    "ものとなる",
    "ものとしております",
    "こととします",
    "こととする",
    "こととし",
    "こととなる",
    "ものです",
    "ものである",
    "とおりとする",
    "のこと",
];

const EFFORT: &[&str] = &[
    "努めなければならない",
    "努めなければなりません",
    "努めねばならない",
    "努めます",
    "努めてください",
    "努めて下さい",
    "努める",
    "努めて",
    "努め",
    "努力する",
    "努力します",
    "努力し",
    "努力義務を負う",
    "努力義務とする",
    "目指します",
    "目指す",
    "目指して",
    "目指し",
    "めざします",
    "めざす",
    "心がける",
    "心掛ける",
    "心がけます",
    "心掛けます",
    "配慮する",
    "配慮します",
    "配慮し",
    "配慮しなければならない",
    "望ましい",
    "望ましいです",
    "期待する",
    "つとめます",
    "つとめる",
    "留意する",
    "留意します",
];

const PERMISSION: &[&str] = &[
    "ことができます",
    "ことができる",
    "ことができ",
    "ことが可能です",
    "ことが可能である",
    "ことが可能とする",
    "できます",
    "できる",
    "でき",
    "ことがあります",
    "ことがある",
    "場合があります",
    "場合がある",
    "てもよい",
    "ても良い",
    "てよい",
    "て差し支えない",
    "て差支えない",
    "ことを妨げない",
    "権利を有します",
    "権利を有する",
    "権利を有し",
    "権限を有する",
    "権限を持つ",
    "権利を持つ",
    "を認める",
    "を許可する",
    "任意とする",
    "自由とする",
];

const PROHIBITION: &[&str] = &[
    "しかねます",
    "しかねる",
    "かねます",
    "かねる",
    "てはならない",
    "ないでください",
    "ないで下さい",
    "てはなりません",
    "てはならず",
    "ではならない",
    "てはならぬ",
    "べからず",
    "ことを得ない",
    "ことを得ず",
    "てはいけない",
    "てはいけません",
    "ことはできない",
    "ことができない",
    "ことはできません",
    "ことができません",
    "ことはできず",
    "ことができず",
    "できない",
    "できません",
    "ことは許されない",
    "ことは許されません",
    "は許されない",
    "ことを許さない",
    "ことは認められない",
    "ことは認めない",
    "は認めない",
    "を認めない",
    "ことは認めません",
];

const NOT_A_BAN: &[&str] =
    &["この限りでない", "この限りではない", "この限りでありません", "この限りではありません"];

const DISCLAIMER: &[&str] = &[
    "対象外とする",
    "対象外とします",
    "範囲外とする",
    "含まないものとする",
    "含まない",
    "責任を負わない",
    "責任を負いません",
    "責めを負わない",
    "責を負わない",
    "責めを負いません",
    "責を負いません",
    "義務を負わない",
    "義務を負いません",
    "責任は負わない",
    "責任は負いません",
    "義務はない",
    "義務はありません",
    "責任はない",
    "責任はありません",
    "責任を有しない",
    "義務を有しない",
    "保証しない",
    "保証しません",
    "保証はしない",
    "保証はしません",
    "保証するものではない",
    "保証するものではありません",
    "約束するものではない",
    "免責とする",
    "免責される",
    "責任を問われない",
    "関知しない",
    "関知しません",
];

const DUTY: &[&str] = &[
    "なければならない",
    "なければなりません",
    "なければならず",
    "なくてはならない",
    "なくてはなりません",
    "ねばならない",
    "ねばなりません",
    "ことを要する",
    "ことを要し",
    "を要する",
    "必要がある",
    "必要があります",
    "ことを必要とする",
    "ことが必要である",
    "ことを約する",
    "ことを約し",
    "ことを約束する",
    "ことを約束します",
    "ことを約束し",
    "ことを誓約する",
    "ことを誓約します",
    "ことを誓約し",
    "ことを誓う",
    "ことを誓います",
    "ことを誓い",
    "ことを確約する",
    "ことを確約します",
    "ことを確約し",
    "ことを保証する",
    "ことを保証します",
    "ことを保証し",
    "を約束する",
    "を約束します",
    "を誓約する",
    "を誓約します",
    "を確約する",
    "を確約します",
    "義務を負う",
    "義務を負います",
    "義務を負い",
    "義務を有する",
    "義務がある",
    "義務とする",
    "責任を負う",
    "責任を負います",
    "責任を負い",
    "責任を有する",
    "責任をもって行う",
    "責めを負う",
    "責めに任ずる",
    "責に任ずる",
    "責めに任じる",
    "責に任じる",
    "責を負う",
    "責任とする",
    "ことを条件とする",
    "べきである",
    "ください",
    "下さい",
];

/// What joins a predicate to one that goes on to say how both bind: 「承諾を得るとともに、消去する」.
const ALONGSIDE: &[&str] = &["とともに", "と共に"];

const NEGATIONS: &[&str] = &["ないこと", "ません", "ない", "なく", "ず", "ぬ"];

const STATEMENTS: &[&str] = &[
    "しています",
    "しております",
    "している",
    "てください",
    "ます",
    "です",
    "する",
    "される",
    "れる",
    "せる",
    "とる",
    "める",
    "じる",
    "える",
    "ける",
    "げる",
    "べる",
    "きる",
    "みる",
    "りる",
    "ねる",
    "てる",
    "べく",
    "う",
    "く",
    "す",
    "つ",
    "ぶ",
    "む",
    "る",
    "ぐ",
    "とする",
];

const EFFORT_ADVERBS: &[&str] = &[
    "可能な限り",
    "できる限り",
    "できるだけ",
    "可能な範囲",
    "合理的な範囲",
    "商業的に合理的",
    "極力",
    "最善を尽く",
    "なるべく",
    "努力目標",
    "ベストエフォート",
];

/// Reads the end of one clause of folded, bracket-masked text, with what weakens it or turns it into a ban.
pub fn read_tail(clause: &str) -> Tail {
    let mut tail = read_end(clause);
    let stem = clause.get(..tail.stem_end).unwrap_or_default();
    if let Some(wrapped) = wrapped_in(stem) {
        tail.force = wrapped.wrap.force(tail.force).unwrap_or(tail.force);
    }
    if is_softened(clause) {
        tail.force = tail.force.softened();
    }
    tail
}

/// Whether an adverb makes an effort of the whole clause: 「可能な限り報告する」; 「可能な限り速やかに報告する」 only speaks of its
/// speed.
pub(super) fn is_softened(clause: &str) -> bool {
    EFFORT_ADVERBS.iter().any(|adverb| weakens(clause, adverb))
}

/// Whether a stretch is nothing but such an adverb: 「可能な限り、」.
pub(super) fn ends_softly(chunk: &str) -> bool {
    let bare = chunk.trim_end_matches(CLOSERS);
    let bare =
        ["において", "内で", "で", "に"].iter().find_map(|word| bare.strip_suffix(*word)).unwrap_or(bare);
    EFFORT_ADVERBS.iter().any(|adverb| bare.ends_with(adverb))
}

/// Reads the end of one clause word by word.
pub(super) fn read_end(clause: &str) -> Tail {
    if let Some(stem_end) = step_end(clause) {
        return Tail { force: Force::Unmarked, stem_end };
    }
    let mut end = clause.trim_end_matches(CLOSERS).len();
    if strip(clause, &mut end, ALONGSIDE) {
        let tail = read_inner(clause, end, false);
        let force = if tail.force == Force::Statement { Force::Unmarked } else { tail.force };
        return Tail { force, ..tail };
    }
    let mut framed = false;
    while strip(clause, &mut end, FRAMES) {
        framed = true;
    }
    let head = clause.get(..end).unwrap_or_default();
    if framed && (head.ends_with('た') || head.ends_with('だ')) {
        // 「通知したものとする」 holds it for done; nobody is bound to do it.
        return Tail { force: Force::Disclaimer, stem_end: end };
    }
    read_inner(clause, end, framed)
}

/// Where the stem of a step ends: 確認 in 「確認した上で」, 行っ in 「行ってから」.
fn step_end(clause: &str) -> Option<usize> {
    let mut end = steps::verb_end(clause)?;
    strip_plain_verb(clause, &mut end);
    Some(end)
}

fn weakens(clause: &str, adverb: &str) -> bool {
    let Some((_, after)) = clause.split_once(adverb) else { return false };
    let after = after.trim_start_matches('、');
    !["速やか", "早期", "早く", "早急", "迅速", "直ちに"].iter().any(|speed| after.starts_with(speed))
}

fn read_inner(clause: &str, mut end: usize, framed: bool) -> Tail {
    if ends_with_any(clause, end, NOT_A_BAN) || strip(clause, &mut end, DISCLAIMER) {
        return Tail { force: Force::Disclaimer, stem_end: end };
    }
    if strip(clause, &mut end, EFFORT) {
        strip(clause, &mut end, &["ことに", "ように", "よう", "べく", "に", "を"]);
        let restrained = strip(clause, &mut end, NEGATIONS);
        strip_plain_verb(clause, &mut end);
        return Tail { force: if restrained { Force::Restraint } else { Force::Effort }, stem_end: end };
    }
    if strip(clause, &mut end, PROHIBITION) {
        strip_plain_verb(clause, &mut end);
        return Tail { force: Force::Prohibition, stem_end: end };
    }
    if strip(clause, &mut end, PERMISSION) {
        strip_plain_verb(clause, &mut end);
        return Tail { force: Force::Permission, stem_end: end };
    }
    if strip(clause, &mut end, DUTY) {
        // 「開示しないことを誓約する」「開示しない義務を負う」
        if strip(clause, &mut end, &["ない"]) {
            strip_plain_verb(clause, &mut end);
            return Tail { force: Force::Prohibition, stem_end: end };
        }
        strip(clause, &mut end, &["する", "すべき", "の", "べき"]);
        return Tail { force: Force::Duty, stem_end: end };
    }
    if strip(clause, &mut end, NEGATIONS) {
        strip_plain_verb(clause, &mut end);
        return Tail { force: Force::Prohibition, stem_end: end };
    }
    if strip(clause, &mut end, &["こと", "事"]) {
        let negated = strip(clause, &mut end, NEGATIONS);
        strip_plain_verb(clause, &mut end);
        return Tail { force: if negated { Force::Prohibition } else { Force::Duty }, stem_end: end };
    }
    let stated = ends_with_any(clause, end, STATEMENTS);
    strip_plain_verb(clause, &mut end);
    let force = match (framed, stated) {
        (true, _) => Force::Duty,
        (false, true) => Force::Statement,
        (false, false) => Force::Unmarked,
    };
    Tail { force, stem_end: end }
}

/// Strips する, します, した and the like, so that the stem ends with the word that carries the action.
fn strip_plain_verb(clause: &str, end: &mut usize) {
    strip(clause, end, &["ています", "ております", "ている", "ておく", "ておきます", "ます"]);
    strip(clause, end, &["している", "しておく", "する", "した", "して", "し"]);
}

fn strip(clause: &str, end: &mut usize, endings: &[&str]) -> bool {
    let head = clause.get(..*end).unwrap_or_default();
    let longest = endings.iter().filter(|ending| head.ends_with(**ending)).max_by_key(|ending| ending.len());
    if let Some(ending) = longest {
        *end -= ending.len();
    }
    longest.is_some()
}

fn ends_with_any(clause: &str, end: usize, endings: &[&str]) -> bool {
    let head = clause.get(..end).unwrap_or_default();
    endings.iter().any(|ending| head.ends_with(ending))
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn reads_force_and_stem() {
        let cases = [
            ("乙は、医療情報を返却しなければならない。", Force::Duty, "乙は、医療情報を返却し"),
            ("乙は、医療情報を返却するものとする", Force::Duty, "乙は、医療情報を返却"),
            ("乙は、速やかに通知するよう努めるものとする。", Force::Effort, "乙は、速やかに通知"),
            ("乙は第三者に開示しないよう努める", Force::Restraint, "乙は第三者に開示"),
            ("乙は安全管理に努めなければならない", Force::Effort, "乙は安全管理"),
            ("当社はデータを消去することができます。", Force::Permission, "当社はデータを消去"),
            ("乙は第三者に開示してはならない", Force::Prohibition, "乙は第三者に開示"),
            ("乙は第三者に開示しないものとする", Force::Prohibition, "乙は第三者に開示"),
            ("契約者は譲渡できないものとします", Force::Prohibition, "契約者は譲渡"),
            ("当社は一切の責任を負わないものとします。", Force::Disclaimer, "当社は一切の"),
            ("ただし、この限りでない。", Force::Disclaimer, "ただし、この限りでない"),
            ("当社は、ログを保存します。", Force::Statement, "当社は、ログを保存"),
            ("医療情報を返却し、", Force::Unmarked, "医療情報を返却"),
            ("返却する義務を負う", Force::Duty, "返却"),
            ("可能な限り通知するものとする", Force::Effort, "可能な限り通知"),
            ("記録を1年間保存すること", Force::Duty, "記録を1年間保存"),
            ("監査を受け入れることを要する", Force::Duty, "監査を受け入れる"),
            ("第三者に開示しないことを約束します", Force::Prohibition, "第三者に開示"),
            ("終了後に返却することを誓います", Force::Duty, "終了後に返却"),
            ("他に漏らさない義務を負う", Force::Prohibition, "他に漏らさ"),
            ("他に使用することを得ない", Force::Prohibition, "他に使用"),
            ("甲の承諾を得るとともに、", Force::Unmarked, "甲の承諾を得る"),
            ("記録を保存するとともに、", Force::Unmarked, "記録を保存"),
        ];
        for (clause, force, stem) in cases {
            let tail = read_tail(clause);
            assert_eq!((tail.force, &clause[..tail.stem_end]), (force, stem), "{clause}");
        }
    }
}
