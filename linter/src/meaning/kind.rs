//! Which kind of document it is: from its title first, from its words where the title does not say.

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
    /// A business continuity plan.
    Bcp,
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
        }
    }

    /// Whether it is one of the three kinds that `contract` stands for.
    pub const fn is_contract(self) -> bool {
        matches!(self, Self::ContractMaintenance | Self::ContractSaas | Self::ContractOutsourcing)
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

/// Words of a title that settle the kind; the first row with a hit wins.
const BY_TITLE: &[(Kind, &[&str])] = &[
    (
        Kind::Nda,
        &[
            "秘密保持契約",
            "守秘義務",
            "機密保持契約",
            "秘密保持に関する",
            "機密保持に関する",
            "秘密保持誓約",
            "nda",
        ],
    ),
    (Kind::PrivacyPolicy, &["プライバシーポリシ", "個人情報保護方針", "プライバシポリシ"]),
    (Kind::Sla, &["サービスレベル", "sla", "サービス品質"]),
    (Kind::Bcp, &["事業継続計画", "bcp", "診療継続計画"]),
    (
        Kind::SecurityPolicy,
        &["セキュリティポリシ", "セキュリティ方針", "情報セキュリティ基本方針", "セキュリティ対策基準"],
    ),
    (
        Kind::OperatingRules,
        &[
            "運用管理規程",
            "運用規程",
            "管理規程",
            "利用規程",
            "取扱規程",
            "管理規則",
            "運用要領",
            "実施要領",
            "規程",
            "責任分界表",
            "runbook",
            "手順書",
        ],
    ),
    (Kind::ContractMaintenance, &["保守", "サポートサービス", "メンテナンス", "サポート契約"]),
    // Work that is done once, whatever the system: before the words that also name services.
    (
        Kind::ContractOutsourcing,
        &["構築支援", "制作契約", "開発契約", "開発委託", "業務委託", "請負契約", "構築業務", "導入支援"],
    ),
    (
        Kind::ContractSaas,
        &[
            "クラウド",
            "saas",
            "asp",
            "利用規約",
            "サービス約款",
            "契約約款",
            "サービス利用契約",
            "利用契約",
            "サービス規約",
            "ホスティング",
            "データセンタ",
            "サービス契約約款",
            "サービス仕様",
        ],
    ),
    (
        Kind::ContractOutsourcing,
        &[
            "委託",
            "請負",
            "派遣",
            "構築支援",
            "制作契約",
            "開発契約",
            "契約書",
            "契約約款",
            "特記事項",
            "覚書",
            "合意書",
        ],
    ),
];

/// Words of the body and the kind they speak for.
const BY_BODY: &[(Kind, &[&str])] = &[
    (Kind::ContractMaintenance, &["保守業務", "保守対象", "保守作業", "保守料", "リモート保守", "定期点検"]),
    (Kind::ContractSaas, &["本サービス", "利用規約", "アカウント", "クラウド", "サービスの停止", "利用料金"]),
    (Kind::ContractOutsourcing, &["委託業務", "受託者", "委託料", "成果物", "本業務", "業務委託"]),
    (Kind::Nda, &["秘密情報", "開示者", "受領者"]),
    (
        Kind::OperatingRules,
        &["この規程", "本規程", "運用責任者", "システム管理者", "委員会", "職員は", "当院", "本院"],
    ),
];

/// Recognises the kind from the folded title and body. Never fails: a contract without any sign is an outsourcing
/// contract if it has 甲 and 乙, else operating rules.
pub fn recognise(title: &str, body: &str) -> Kind {
    if let Some(kind) = by_title(title) {
        return kind;
    }
    // Without a title, the document often says its name in the first lines.
    let head: String = body.chars().take(120).collect();
    if title.is_empty()
        && let Some(kind) = by_title(&head).filter(|kind| *kind != Kind::ContractOutsourcing)
    {
        return kind;
    }
    let score = |words: &[&str]| words.iter().map(|word| body.matches(word).count().min(10)).sum::<usize>();
    let mut best = (
        0,
        if body.contains('甲') && body.contains('乙') {
            Kind::ContractOutsourcing
        } else {
            Kind::OperatingRules
        },
    );
    for (kind, words) in BY_BODY {
        let points = score(words);
        if points > best.0 {
            best = (points, *kind);
        }
    }
    best.1
}

fn by_title(title: &str) -> Option<Kind> {
    if title.is_empty() {
        return None;
    }
    let agreed = ["契約書", "約款", "合意書", "覚書", "規約", "契約"].iter().any(|end| title.ends_with(end));
    let fits = |kind: Kind| !agreed || kind.is_contract() || kind == Kind::Nda;
    BY_TITLE
        .iter()
        .filter(|(kind, _)| fits(*kind))
        .find(|(_, words)| words.iter().any(|word| title.contains(word)))
        .map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let cases = [
            ("電子カルテシステム保守業務委託契約書", Kind::ContractMaintenance),
            ("クラウド型医療情報サービス利用契約書", Kind::ContractSaas),
            ("秘密保持契約書", Kind::Nda),
            ("情報セキュリティ対策基準に基づく業務委託契約書", Kind::ContractOutsourcing),
            ("医療情報システム運用管理規程", Kind::OperatingRules),
            ("aws構築支援サービス契約約款", Kind::ContractOutsourcing),
            ("検査データ処理業務委託契約書", Kind::ContractOutsourcing),
        ];
        for (title, kind) in cases {
            assert_eq!(recognise(title, ""), kind, "{title}");
        }
    }

    #[test]
    fn names_round_trip() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(*kind));
        }
    }
}
