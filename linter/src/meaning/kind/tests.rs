//! Kinds of titles and openings, hard ones among them.

use super::*;
use crate::language::fold::fold_literal;
use crate::normalise::normalise;

fn kind_of(title: &str, body: &str) -> Kind {
    recognise(&fold_literal(&normalise(title)), &fold_literal(&normalise(body))).kind
}

#[test]
fn titles() {
    use Kind::*;
    let cases = [
        // Rules of the institution itself.
        ("医療情報システム運用管理規程", OperatingRules),
        ("医療情報システム安全管理規程", OperatingRules),
        ("電子カルテ運用管理規定", OperatingRules),
        ("個人情報保護規程", OperatingRules),
        ("個人情報の取扱いに関する規則", OperatingRules),
        ("医療情報管理委員会設置要綱", OperatingRules),
        ("秘密保持規程", OperatingRules),
        ("院内ネットワーク利用規程（第3版）", OperatingRules),
        ("クラウドサービス利用規程", OperatingRules),
        ("サイバー攻撃対応手順", OperatingRules),
        ("サイバーセキュリティ事故対応手順書", OperatingRules),
        ("システム障害対応マニュアル ver.2.1", OperatingRules),
        ("情報機器持ち出し実施細則", OperatingRules),
        ("情報セキュリティポリシー実施手順", OperatingRules),
        ("委託先管理要領", OperatingRules),
        ("責任分界表", OperatingRules),
        ("サーバ停止時 Runbook", OperatingRules),
        ("生成AI利用ガイドライン", OperatingRules),
        // Maintenance.
        ("電子カルテシステム保守業務委託契約書", ContractMaintenance),
        ("リモート保守サービス契約", ContractMaintenance),
        ("保守仕様書", ContractMaintenance),
        ("放射線情報システム保守契約書（案）", ContractMaintenance),
        ("医事会計システム運用保守委託契約", ContractMaintenance),
        ("ソフトウェアサポートサービス約款", ContractMaintenance),
        ("画像管理装置メンテナンス契約書", ContractMaintenance),
        // Cloud and services.
        ("SaaS利用約款", ContractSaas),
        ("クラウド型医療情報サービス利用契約書", ContractSaas),
        ("オンライン予約サービス利用規約", ContractSaas),
        ("ＡＳＰサービス利用契約書", ContractSaas),
        ("データセンター利用契約", ContractSaas),
        ("クラウド電子カルテ契約約款　第2版", ContractSaas),
        ("サービス仕様書", ContractSaas),
        // Other work that is commissioned.
        ("業務委託基本契約書", ContractOutsourcing),
        ("検査データ処理業務委託契約書", ContractOutsourcing),
        ("情報セキュリティ特記事項", ContractOutsourcing),
        ("個人情報取扱特記事項", ContractOutsourcing),
        ("情報セキュリティに関する特記仕様書", ContractOutsourcing),
        ("情報セキュリティ対策基準に基づく業務委託契約書", ContractOutsourcing),
        ("サーバ構築支援サービス契約約款", ContractOutsourcing),
        ("診療情報管理業務委託契約書（紙カルテ電子化）", ContractOutsourcing),
        ("システム開発請負契約書", ContractOutsourcing),
        ("労働者派遣基本契約書", ContractOutsourcing),
        ("個人情報の取扱いに関する覚書", ContractOutsourcing),
        ("清掃業務委託仕様書", ContractOutsourcing),
        ("賃貸借契約書", ContractOutsourcing),
        // Non-disclosure.
        ("秘密保持契約書", Nda),
        ("機密保持に関する覚書", Nda),
        ("守秘義務契約書（ひな形）", Nda),
        ("誓約書", Nda),
        ("秘密保持誓約書", Nda),
        ("NDA（相互）", Nda),
        // Service levels.
        ("サービスレベル合意書", Sla),
        ("サービスレベル合意書（SLA）", Sla),
        ("別紙3 サービスレベル定義", Sla),
        ("電子カルテ SLA", Sla),
        ("サービス品質保証書", Sla),
        // Policies.
        ("情報セキュリティポリシー", SecurityPolicy),
        ("情報セキュリティ基本方針", SecurityPolicy),
        ("サイバーセキュリティ基本方針", SecurityPolicy),
        ("医療情報システムの安全管理に関する方針", SecurityPolicy),
        ("情報セキュリティ対策基準", SecurityPolicy),
        ("プライバシーポリシー", PrivacyPolicy),
        ("個人情報保護方針", PrivacyPolicy),
        ("患者さんの個人情報の取扱いについて", PrivacyPolicy),
        ("個人情報の保護に関する基本方針", PrivacyPolicy),
        // Continuity.
        ("事業継続計画(BCP)", Bcp),
        ("事業継続計画書", Bcp),
        ("情報システム停止時の診療継続マニュアル", Bcp),
        ("IT-BCP", Bcp),
        ("サイバー攻撃時業務継続計画", Bcp),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .map(|(title, expected)| (title, expected, kind_of(title, "")))
        .filter(|(_, expected, found)| *expected != found)
        .collect();
    assert!(cases.len() >= 60);
    assert_eq!(wrong, []);
}

#[test]
fn openings_without_a_title() {
    use Kind::*;
    let cases = [
        ("秘密保持契約書 甲と乙とは、互いに開示する情報について、次のとおり契約する。", Nda),
        (
            "第1条 乙は、保守対象機器の定期点検を行う。保守料は月額とする。保守作業の結果を報告する。",
            ContractMaintenance,
        ),
        ("第1条 契約者は、本サービスの利用料金を支払う。アカウントは契約者が管理する。", ContractSaas),
        ("第1条 甲は乙に物品の納入を求める。", ContractOutsourcing),
        ("第1条 この規程は、当院の職員が守る事項を定める。", OperatingRules),
        ("第1条 開示者は、秘密情報を受領者に開示する。受領者は、秘密情報を守る。", Nda),
        ("稼働率の目標値は99.9%とし、測定方法は別に示す。サービスレベルを下回ったときは減額する。", Sla),
        (
            "災害時には対策本部を置き、事業継続のための代替手段として紙カルテを用いる。復旧目標は24時間とする。",
            Bcp,
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(kind_of("", text), expected, "{text}");
    }
}

#[test]
fn says_why() {
    let found =
        recognise("情報システム保守業務委託契約書", "乙は、保守業務を行う。保守業務の成果物を納める。");
    assert_eq!(found.kind, Kind::ContractMaintenance);
    let reasons: Vec<_> =
        found.reasons.iter().map(|reason| (reason.place, reason.words.join("、"), reason.points)).collect();
    assert_eq!(
        reasons,
        [(KindPlace::Title, "保守".to_owned(), 200), (KindPlace::Body, "保守業務".to_owned(), 2)]
    );
    assert_eq!(found.runner_up, Some(RunnerUp { kind: Kind::ContractOutsourcing, points: 51 }));
    assert_eq!(recognise("", "").reasons, []);
}

#[test]
fn names_round_trip() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_name(kind.name()), Some(*kind));
    }
}
