//! How a stretch between commas ends: as a condition, an exception, a step, a predicate that goes on, or not at all.
//!
//! Tables of endings, on folded text; a form that is missing here is read as part of what follows.

use crate::language::heads::is_content;
use crate::language::steps;
use crate::language::strength::ends_softly;

/// How a stretch between commas ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// 場合, とき …: a condition.
    Condition,
    /// を除き …: an exception.
    Exception,
    /// し, 行い, て …: a predicate that goes on.
    Continuative,
    /// した上で, してから, に限り …: what has to be done or to be the case before what follows.
    Step,
    /// Anything else belongs to what follows.
    Open,
}

const CONDITION: &[&str] = &[
    "場合",
    "場合は",
    "場合に",
    "場合には",
    "場合において",
    "場合においては",
    "場合においても",
    "場合も",
    "場合にも",
    "とき",
    "ときは",
    "ときに",
    "ときには",
    "ときも",
    "際",
    "際は",
    "際に",
    "際には",
    "時",
    "時は",
    "時に",
    "時には",
    "後",
    "後は",
    "後に",
    "後も",
    "後においても",
    "限り",
    "限りにおいて",
    "たら",
    "れば",
    "以降",
    "以降は",
    "以後",
    "までに",
    "前に",
    "にあたり",
    "に当たり",
    "にあたって",
    "に当たって",
    "に際し",
    "に際して",
    "に伴い",
    "たびに",
    "都度",
    "る上で",
    "るうえで",
    "う上で",
    "うえで",
];
const EXCEPTION: &[&str] = &["除き", "除いて", "除いては", "除くほか", "除くほかは", "除くものとし"];
const NOT_CONTINUATIVE: &[&str] = &[
    "対し",
    "対して",
    "関し",
    "関して",
    "対しては",
    "関しては",
    "につき",
    "際し",
    "従い",
    "従って",
    "基づき",
    "基づいて",
    "により",
    "よって",
    "よっては",
    "おいて",
    "おいては",
    "ついて",
    "ついては",
    "として",
    "としては",
    "もって",
    "わたり",
    "わたって",
    "応じ",
    "応じて",
    "あたり",
    "あたって",
    "とって",
    "通じて",
    "準じて",
    "限らず",
    "問わず",
    "かかわらず",
    "関わらず",
    "拘らず",
    "あわせて",
    "併せて",
    "はじめ",
    "伴い",
    "先立ち",
    "先立って",
    "必要に応じ",
    "加え",
    "加えて",
    "ただし",
    "但し",
    "なお",
    "また",
    "さらに",
    "更に",
    "若しくは",
    "又は",
    "及び",
    "ほか",
    "ため",
    "ために",
    "得ない限り",
    "まず",
    "必ず",
    "予め",
    "改めて",
    "めぐり",
    "代えて",
    "代わり",
    "経て",
    "因り",
    "より",
    "責任において",
    "おける",
];
const CONTINUATIVE: &[&str] = &[
    "し",
    "り",
    "い",
    "ち",
    "み",
    "び",
    "き",
    "ぎ",
    "え",
    "け",
    "げ",
    "せ",
    "て",
    "で",
    "ね",
    "べ",
    "め",
    "れ",
    "じ",
    "ず",
    "とともに",
    "と共に",
    "ものとし",
    "こととし",
    "ならず",
    "できず",
    "ほか",
    "ものの",
    "が",
    "つつ",
    "のみならず",
    "だけでなく",
];
/// Verbs whose last kana [`super::fold`] takes away, so that their continuative form looks like a noun.
const FOLDED_VERBS: &[&str] =
    &["引渡", "受渡", "持出", "立入", "立会", "申出", "申入", "問合", "打合", "切替", "取扱"];

/// `pending` is what stands before the stretch and still waits for its verb.
pub(super) fn ending(chunk: &str, pending: &str) -> Ending {
    let text = chunk.trim_end_matches(['、', ',', ';', '\u{1}']);
    let ends = |list: &[&str]| list.iter().any(|ending| text.ends_with(ending));
    if ends(EXCEPTION) {
        return Ending::Exception;
    }
    if steps::verb_end(text).is_some() || steps::limits(text) {
        return Ending::Step;
    }
    if ends_softly(text) {
        return Ending::Open;
    }
    // 「知り得る限り」 is a condition; of 「者を限り」 限る is the verb.
    if ends(CONDITION) && !text.ends_with("同時") && !text.ends_with("を限り") {
        return Ending::Condition;
    }
    if is_folded_verb(text) {
        return Ending::Continuative;
    }
    if ends(NOT_CONTINUATIVE) || !ends(CONTINUATIVE) {
        return Ending::Open;
    }
    // 「…取扱い、」 is a noun in a list; a verb in continuative form has a particle before it.
    let has_object = ["を", "に", "と", "が", "は", "で"].iter().any(|particle| text.contains(particle));
    // 「訓練を、毎年1回以上行い、」
    let awaited = pending.ends_with("を、") || (pending.ends_with("は、") && tells_how_often(text));
    if has_object || awaited { Ending::Continuative } else { Ending::Open }
}

fn tells_how_often(text: &str) -> bool {
    text.contains(|character: char| character.is_ascii_digit() || character == '毎')
}

/// 「書類を引き渡し、」 is a verb, 「書類の引渡し、」 a noun.
fn is_folded_verb(text: &str) -> bool {
    let verb = FOLDED_VERBS.iter().find_map(|verb| text.strip_suffix(*verb));
    verb.is_some_and(|before| before.ends_with(['を', 'に', 'へ', 'で', 'て', 'は', 'も', 'み', 'く']))
}

pub(super) fn starts_coordinated(text: &str) -> bool {
    ["又は", "若しくは", "及び", "並びに", "かつ"].iter().any(|word| text.starts_with(word))
}

/// Whether a stretch names the other one of two things to do. In 「利用し、又は管理する者に適用する」 both only say of whom.
pub(super) fn starts_alternative(text: &str) -> bool {
    let rest = text.strip_prefix("又は").or_else(|| text.strip_prefix("若しくは"));
    rest.is_some_and(|rest| !says_of_whom(rest))
}

/// A verb without an object of its own, right before a noun.
fn says_of_whom(text: &str) -> bool {
    let verb = text.find(|character| !is_content(character)).and_then(|at| text.get(at..));
    let noun = ["する", "した", "される", "された"]
        .iter()
        .find_map(|ending| verb.and_then(|verb| verb.strip_prefix(ending)));
    noun.is_some_and(|noun| noun.starts_with(is_content) || noun.starts_with("すべて"))
}
