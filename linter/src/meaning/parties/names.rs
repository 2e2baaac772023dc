//! Words by which contracts name their parties.

/// What contracts call a provider.
pub(super) const VENDOR_NAMES: &[&str] = &[
    "乙",
    "受託者",
    "受注者",
    "受任者",
    "請負人",
    "請負者",
    "処理者",
    "データ処理者",
    "プロセッサー",
    "当社",
    "弊社",
    "提供者",
    "サービス提供者",
    "提供事業者",
    "受託事業者",
    "サービス事業者",
    "事業者",
    "ベンダ",
    "保守業者",
    "保守事業者",
    "保守会社",
    "委託先",
    "委託先事業者",
    "クラウドサービス事業者",
    "システム関連事業者",
    "サービス提供事業者",
    "制作事業者",
    "再受託者",
    "運営者",
    "運営会社",
    "業者",
    "許諾者",
    "ライセンサ",
    "ライセンサー",
    "賃貸人",
    "貸主",
    "売主",
    "私",
    "私共",
    "私ども",
    "私たち",
    "私達",
    "弊職",
];
/// What they call the medical institution or customer.
pub(super) const HOSPITAL_NAMES: &[&str] = &[
    "甲",
    "委託者",
    "発注者",
    "注文者",
    "委任者",
    "メンバ",
    "メンバー",
    "データ管理者",
    "コントローラー",
    "お客様",
    "お客さま",
    "顧客",
    "契約者",
    "利用契約者",
    "利用者",
    "ユーザ",
    "会員",
    "申込者",
    "加入者",
    "当院",
    "本院",
    "病院",
    "医療機関",
    "医療機関等",
    "依頼者",
    "クライアント",
    "導入機関",
    "導入組織",
    "利用機関",
    "契約機関",
    "利用施設",
    "クリニック",
    "診療所",
    "貴院",
    "貴社",
    "貴法人",
    "貴施設",
    "使用者",
    "評価者",
    "被許諾者",
    "ライセンシ",
    "ライセンシー",
    "賃借人",
    "借主",
    "買主",
];
/// What they call both sides, or whichever of them received something.
pub(super) const BOTH_NAMES: &[&str] = &[
    "甲乙",
    "両当事者",
    "当事者双方",
    "各当事者",
    "双方",
    "甲乙双方",
    "両者",
    "甲乙両者",
    "当事者",
    "本契約の当事者",
    "受領者",
    "受領当事者",
    "情報受領者",
    "被開示者",
    "秘密情報の受領者",
    "受領側",
    "情報を受領した者",
    "開示を受けた者",
    "開示を受けた当事者",
    "相手方から秘密情報を受領した者",
    "受領した当事者",
];
/// Somebody who is neither.
pub(super) const OTHER_NAMES: &[&str] =
    &["再委託先", "丙", "第三者", "再委託先事業者", "本人", "患者", "下請負人"];

/// Names by which a provider speaks of itself.
pub(super) const FIRST_PERSON: &[&str] = &["当社", "弊社", "私", "私共", "私ども", "私たち", "私達"];

/// People who act for a party: 乙の従業員. An alternation of a regular expression.
pub(super) const STAFF: &str = "役員|役職員|従業員|従業者|従事者|社員|職員|使用人|作業員|作業者|作業担当者|要員|担当者|責任者|業務責任者|管理責任者|\
技術者|スタッフ|保守要員|作業従事者|保守担当者|運用責任者|業務従事者|総括責任者|代理人|関係者|派遣労働者|指定する者|役員及び従業員|役員又は従業員|\
役員及び従業者|役員若しくは従業員|役職員等|cto|ciso|ceo|cio";
/// The end of the name of a role or a department of a party, behind の: 甲の情報管理者, 乙の運用部. An alternation of a regular
/// expression.
pub(super) const ROLE: &str =
    "[\u{3400}-\u{9fff}ァ-ヶーa-z]{1,12}(?:者|員|係|長|部|課|室|部門|担当|窓口|医師|看護師|薬剤師|技師)";
/// People who end like a role and act for no party.
const OUTSIDERS: &[&str] = &[
    "患者",
    "利用者",
    "第三者",
    "対象者",
    "受診者",
    "事業者",
    "業者",
    "委託者",
    "受託者",
    "被験者",
    "保護者",
    "使用者",
    "提供者",
];

/// Whether what stands behind 「甲の」 is somebody who acts for no party: 甲の患者.
pub(super) fn is_outsider(role: &str) -> bool {
    OUTSIDERS.iter().any(|name| role.ends_with(name))
}

/// Words of a name that speak for a medical institution or a customer.
pub(super) const HOSPITAL_WORDS: &[&str] = &[
    "病院",
    "医療法人",
    "クリニック",
    "診療所",
    "医院",
    "医療センタ",
    "医師会",
    "地方独立行政法人",
    "国立大学法人",
    "市長",
    "町長",
    "村長",
    "県",
    "企業団",
    "組合",
    "社会福祉法人",
    "健診",
    "薬局",
    "訪問看護",
    "事業所",
    "お客様",
    "委託者",
    "発注者",
    "契約を締結する",
    "独立行政法人",
    "日本赤十字社",
    "済生会",
    "厚生連",
    "顧客",
    "契約する",
];
/// Words of a name that speak for a provider.
pub(super) const VENDOR_WORDS: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "(株)",
    "受託者",
    "受注者",
    "事業者",
    "運営者",
    "システムズ",
    "提供する者",
];

/// Names that only ever mean a party of the very document.
const PROPER: &[&str] = &["甲", "乙", "丙", "当社", "弊社", "当院", "本院", "貴院", "双方", "両者"];
/// What stands before a generic name where it means somebody outside the contract.
const SOMEBODY_ELSE: &[&str] = &[
    "後任の",
    "後任となる",
    "後継の",
    "前任の",
    "従前の",
    "他の",
    "他の複数の",
    "別の",
    "次の",
    "新たな",
    "新しい",
    "移行先の",
    "引継先の",
    "引継ぎ先の",
    "乗換先の",
    "競合する",
    "第三者である",
    "外部の",
    "指定する",
    "指定した",
    "選定する",
    "選定した",
    "電気通信",
    "回線",
    "運送",
    "配送",
    "電力",
    "廃棄物処理",
    "産業廃棄物処理",
];

/// Whether a generic name (事業者, 医療機関) is qualified so that it is not the party: 後任の事業者, 電気通信事業者.
pub(super) fn is_somebody_else(before: &str, name: &str) -> bool {
    !PROPER.iter().any(|proper| name.starts_with(proper))
        && SOMEBODY_ELSE.iter().any(|words| before.ends_with(words))
}
