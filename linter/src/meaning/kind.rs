//! Which kind of document it is, and why: from its title first, from its words where the title does not say.

mod words;

use words::{AGREED, BY_BODY, BY_TITLE, LAID_DOWN, PRIVACY_ENDS, PRIVACY_SUBJECT, TRAILERS};

/// The kinds of document that rules can speak about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 運用管理規程 and other rules of the institution itself.
    OperatingRules,
    /// A maintenance contract.
    ContractMaintenance,
    /// A cloud or SaaS contract, terms of service.
    ContractSaas,
    /// Any other contract that commissions work.
    ContractOutsourcing,
    /// A non-disclosure agreement.
    Nda,
    /// A service level agreement.
    Sla,
    /// An information security policy.
    SecurityPolicy,
    /// A privacy policy.
    PrivacyPolicy,
    /// A business continuity plan, or a procedure for incidents.
    Bcp,
    /// What a vendor discloses of the security of a product or service (MDS, SDS).
    VendorDisclosure,
}

/// The name that stands for the three kinds of contract.
pub const ANY_CONTRACT: &str = "contract";

impl Kind {
    /// All kinds, in the order of the documentation.
    pub const ALL: &'static [Self] = &[
        Self::OperatingRules,
        Self::ContractMaintenance,
        Self::ContractSaas,
        Self::ContractOutsourcing,
        Self::Nda,
        Self::Sla,
        Self::SecurityPolicy,
        Self::PrivacyPolicy,
        Self::Bcp,
        Self::VendorDisclosure,
    ];

    /// The name that the command line and the rules use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatingRules => "operating_rules",
            Self::ContractMaintenance => "contract_maintenance",
            Self::ContractSaas => "contract_saas",
            Self::ContractOutsourcing => "contract_outsourcing",
            Self::Nda => "nda",
            Self::Sla => "sla",
            Self::SecurityPolicy => "security_policy",
            Self::PrivacyPolicy => "privacy_policy",
            Self::Bcp => "bcp",
            Self::VendorDisclosure => "vendor_disclosure",
        }
    }

    /// Whether it is one of the three kinds that `contract` stands for.
    pub const fn is_contract(self) -> bool {
        matches!(self, Self::ContractMaintenance | Self::ContractSaas | Self::ContractOutsourcing)
    }

    /// Itself, if it is a contract: where a contract was stated and something else recognised, it is one for outsourcing.
    pub const fn as_contract(self) -> Self {
        if self.is_contract() { self } else { Self::ContractOutsourcing }
    }

    /// Whether a rule that names `name` speaks about this kind; `contract` covers its three kinds.
    pub fn answers_to(self, name: &str) -> bool {
        name == self.name() || (name == ANY_CONTRACT && self.is_contract())
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// A kind with what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The kind with the most points.
    pub kind: Kind,
    /// What speaks for it, strongest first; empty where nothing does and it is only assumed.
    pub reasons: Vec<KindReason>,
    /// The kind that came next, if anything speaks for another one.
    pub runner_up: Option<RunnerUp>,
}

/// Words that speak for a kind.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct KindReason {
    /// Where they stand.
    pub place: KindPlace,
    /// The words, as they are compared: folded.
    pub words: Vec<String>,
    /// What they are worth.
    pub points: u32,
}

/// Where words that speak for a kind stand.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum KindPlace {
    /// In the title.
    Title,
    /// In the first words of a document without a title.
    Opening,
    /// Anywhere in the text.
    Body,
}

/// The kind that came second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct RunnerUp {
    /// Which.
    pub kind: Kind,
    /// Its points.
    pub points: u32,
}

/// A title that names a kind outweighs all other words together.
const TITLE_POINTS: u32 = 200;
/// A title that also names another kind.
const SECOND_TITLE_POINTS: u32 = 50;
/// A word of the body counts so often and no more.
const MOST_OF_ONE_WORD: usize = 10;
/// Characters at the beginning of a document without a title that may hold its name.
const OPENING: usize = 120;

/// Recognises the kind from the folded title and body. Never fails: a document without any sign is an outsourcing
/// contract if it has 甲 and 乙, else operating rules.
///
/// ```
/// use linter::meaning::kind::{Kind, recognise};
/// let found = recognise("情報システム保守契約書", "乙は、保守業務を行う。");
/// assert_eq!(found.kind, Kind::ContractMaintenance);
/// assert_eq!(found.reasons[0].words, ["保守"]);
/// ```
pub fn recognise(title: &str, body: &str) -> Recognised {
    let mut points = Points::default();
    if title.is_empty() {
        let head: String = body.chars().take(OPENING).collect();
        // Almost any document speaks of 委託 or 契約 in its first lines.
        if by_title(&head).first().is_some_and(|(kind, _)| *kind != Kind::ContractOutsourcing) {
            points.add_title(&head, KindPlace::Opening);
        }
    } else {
        points.add_title(title, KindPlace::Title);
    }
    points.add_body(body);
    points.best(body)
}

/// Points by kind, each with its reasons.
#[derive(Default)]
struct Points(Vec<(Kind, Vec<KindReason>)>);

impl Points {
    fn add(&mut self, kind: Kind, reason: KindReason) {
        match self.0.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, reasons)) => reasons.push(reason),
            None => self.0.push((kind, vec![reason])),
        }
    }

    fn add_title(&mut self, title: &str, place: KindPlace) {
        for (index, (kind, words)) in by_title(title).into_iter().enumerate() {
            let points = if index == 0 { TITLE_POINTS } else { SECOND_TITLE_POINTS };
            if !self.0.iter().any(|(known, _)| *known == kind) {
                self.add(kind, KindReason { place, words, points });
            }
        }
    }

    fn add_body(&mut self, body: &str) {
        for (kind, list) in BY_BODY {
            let counts = list.iter().map(|word| (*word, body.matches(word).count().min(MOST_OF_ONE_WORD)));
            let mut found: Vec<(&str, usize)> = counts.filter(|(_, count)| *count > 0).collect();
            found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let points = found.iter().map(|(_, count)| *count).sum::<usize>() as u32;
            let words: Vec<String> = found.into_iter().map(|(word, _)| word.to_owned()).collect();
            if points > 0 {
                self.add(*kind, KindReason { place: KindPlace::Body, words, points });
            }
        }
    }

    /// The kind with the most points; of two equal ones the one that was named first.
    fn best(mut self, body: &str) -> Recognised {
        let sum = |reasons: &[KindReason]| reasons.iter().map(|reason| reason.points).sum::<u32>();
        self.0.sort_by_key(|(_, reasons)| std::cmp::Reverse(sum(reasons)));
        let mut ranked = self.0.into_iter();
        let (kind, reasons) = ranked.next().unwrap_or_else(|| (without_sign(body), Vec::new()));
        let runner_up = ranked.next().map(|(kind, reasons)| RunnerUp { kind, points: sum(&reasons) });
        Recognised { kind, reasons, runner_up }
    }
}

fn without_sign(body: &str) -> Kind {
    if body.contains('甲') && body.contains('乙') {
        Kind::ContractOutsourcing
    } else {
        Kind::OperatingRules
    }
}

/// Kinds that a title names, the one that it settles first, with the words.
fn by_title(title: &str) -> Vec<(Kind, Vec<String>)> {
    let name = without_trailers(title);
    let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
    let (agreed, laid_down) = (ends(AGREED), ends(LAID_DOWN));
    let fits = |kind: Kind| match kind {
        Kind::OperatingRules => !agreed,
        Kind::Bcp => !agreed,
        Kind::Sla => !laid_down,
        Kind::Nda => !laid_down,
        Kind::SecurityPolicy | Kind::PrivacyPolicy | Kind::VendorDisclosure => !agreed && !laid_down,
        Kind::ContractMaintenance | Kind::ContractSaas | Kind::ContractOutsourcing => !laid_down,
    };
    let mut found: Vec<(Kind, Vec<String>)> = BY_TITLE
        .iter()
        .filter(|(kind, _)| fits(*kind))
        .map(|(kind, list)| {
            (
                *kind,
                list.iter().filter(|word| title.contains(**word)).map(|word| (*word).to_owned()).collect(),
            )
        })
        .filter(|(_, words): &(Kind, Vec<String>)| !words.is_empty())
        .collect();
    let privacy_end = PRIVACY_ENDS.iter().find(|end| name.ends_with(**end));
    if let (true, false, Some(end)) = (name.contains(PRIVACY_SUBJECT), agreed, privacy_end) {
        found.insert(0, (Kind::PrivacyPolicy, vec![PRIVACY_SUBJECT.to_owned(), (*end).to_owned()]));
    }
    found
}

/// The title without 「(案)」, 「第2版」, 「サンプル」 … at its end.
fn without_trailers(title: &str) -> &str {
    let mut name = title;
    loop {
        let before = name;
        name = name.trim_end_matches(['-', '_', '。', '、', ':']);
        if let Some(open) = name.ends_with(')').then(|| name.rfind('(')).flatten().filter(|at| *at > 0) {
            name = name.get(..open).unwrap_or(name);
        }
        for trailer in TRAILERS {
            name = name.strip_suffix(trailer).filter(|rest| !rest.is_empty()).unwrap_or(name);
        }
        if let Some(edition) = name.strip_suffix('版') {
            let digits = edition.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            name = digits.strip_suffix('第').filter(|rest| !rest.is_empty()).unwrap_or(name);
        }
        let unversioned = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        for mark in ["version", "ver", "rev", "v"] {
            if unversioned.len() < name.len()
                && let Some(rest) = unversioned.trim_end_matches('.').strip_suffix(mark)
                && !rest.is_empty()
            {
                name = rest;
            }
        }
        if name == before {
            return name;
        }
    }
}

#[cfg(test)]
mod tests;
