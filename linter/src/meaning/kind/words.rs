//! The words that speak for a kind of document.

use super::Kind;

/// Words of a title; the first row with a hit wins.
pub(super) const BY_TITLE: &[(Kind, &[&str])] = &[
    (
        Kind::VendorDisclosure,
        &[
            "セキュリティ開示書",
            "セキュリティ開示説明書",
            "医療情報セキュリティ開示",
            "mds/sds",
            "開示書(mds",
            "開示書(sds",
        ],
    ),
    (Kind::Nda, &["秘密保持", "守秘義務", "機密保持", "秘密の保持", "誓約書", "nda"]),
    (
        Kind::PrivacyPolicy,
        &["プライバシーポリシ", "プライバシポリシ", "個人情報保護方針", "プライバシーステートメント"],
    ),
    (Kind::Sla, &["サービスレベル", "sla", "サービス品質"]),
    (Kind::Bcp, &["事業継続", "業務継続計画", "診療継続", "bcp"]),
    (
        Kind::SecurityPolicy,
        &[
            "セキュリティポリシ",
            "セキュリティ方針",
            "セキュリティ基本方針",
            "セキュリティ対策基準",
            "安全管理方針",
            "安全管理に関する方針",
            "安全管理に関する基本方針",
        ],
    ),
    (
        Kind::OperatingRules,
        &[
            "規程",
            "規定",
            "規則",
            "要綱",
            "要領",
            "内規",
            "細則",
            "手順",
            "マニュアル",
            "ガイドライン",
            "責任分界表",
            "runbook",
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
            "規約",
            "サービス約款",
            "契約約款",
            "サービス利用契約",
            "利用契約",
            "利用約款",
            "ホスティング",
            "データセンタ",
            "サービス仕様",
        ],
    ),
    (
        Kind::ContractOutsourcing,
        &["委託", "請負", "派遣", "契約書", "契約", "約款", "特記事項", "仕様書", "覚書", "合意書", "協定書"],
    ),
];

/// 「個人情報の取扱いについて」: a title that begins and ends like this is a privacy policy.
pub(super) const PRIVACY_SUBJECT: &str = "個人情報";
/// How such a title ends.
pub(super) const PRIVACY_ENDS: &[&str] = &["方針", "について", "のお知らせ", "ポリシ", "ポリシー"];

/// How the title of something agreed ends.
pub(super) const AGREED: &[&str] =
    &["契約書", "約款", "合意書", "覚書", "規約", "契約", "協定書", "誓約書", "特記事項", "仕様書"];
/// How the title of something that an institution lays down for itself ends.
pub(super) const LAID_DOWN: &[&str] = &[
    "規程",
    "規定",
    "規則",
    "要綱",
    "要領",
    "内規",
    "細則",
    "手順",
    "手順書",
    "マニュアル",
    "ガイドライン",
    "runbook",
];
/// What may stand behind the name of a document: it says nothing of the kind.
pub(super) const TRAILERS: &[&str] =
    &["案", "サンプル", "雛形", "ひな形", "ひな型", "テンプレート", "見本", "例", "改訂版", "最新版"];

/// Words of the body and the kind they speak for.
pub(super) const BY_BODY: &[(Kind, &[&str])] = &[
    (Kind::ContractMaintenance, &["保守業務", "保守対象", "保守作業", "保守料", "リモート保守", "定期点検"]),
    (Kind::ContractSaas, &["本サービス", "利用規約", "アカウント", "クラウド", "サービスの停止", "利用料金"]),
    (Kind::ContractOutsourcing, &["委託業務", "受託者", "委託料", "成果物", "本業務", "業務委託"]),
    (Kind::Nda, &["秘密情報", "開示者", "受領者"]),
    (
        Kind::OperatingRules,
        &["この規程", "本規程", "運用責任者", "システム管理者", "委員会", "職員は", "当院", "本院"],
    ),
    (Kind::Sla, &["サービスレベル", "稼働率", "目標値", "測定方法"]),
    (Kind::Bcp, &["事業継続", "復旧目標", "代替手段", "対策本部", "紙カルテ"]),
    (Kind::SecurityPolicy, &["情報資産", "基本方針", "情報セキュリティ責任者"]),
    (Kind::PrivacyPolicy, &["プライバシー", "利用目的", "開示等の請求", "個人情報の第三者提供"]),
    (
        Kind::VendorDisclosure,
        &["医療情報セキュリティ開示書", "セキュリティ開示書", "製造業者/サービス事業者"],
    ),
];
