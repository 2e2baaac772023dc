//! What people decide about findings, and the waivers that follow from it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::message::{self, Lang};

/// What is to become of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// 是正する: the document is changed.
    Mend,
    /// 例外として認める: it stays as it is until a day, for a reason that somebody approved.
    Waive,
    /// 対象外: it does not concern this institution.
    OutOfScope,
    /// 検討中: nobody has decided yet.
    Consider,
}

impl Choice {
    /// All of them, in the order of the list that people choose from.
    pub const ALL: [Self; 4] = [Self::Mend, Self::Waive, Self::OutOfScope, Self::Consider];

    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mend => "mend",
            Self::Waive => "waive",
            Self::OutOfScope => "out-of-scope",
            Self::Consider => "consider",
        }
    }

    /// The words that people choose.
    pub fn word(self, lang: Lang) -> String {
        message::text(lang, &format!("matrix-choice-{}", self.name()), &[])
    }
}

/// The finding that a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Key {
    /// The rule.
    pub rule: String,
    /// The path of the document, as it was given.
    pub document: String,
    /// The fingerprint of the finding.
    pub fingerprint: String,
}

/// What somebody wrote beside a finding, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    /// 判断
    pub choice: String,
    /// 理由
    pub reason: String,
    /// 承認者
    pub approver: String,
    /// 期限: a day as `2027-03-31`, or the words that stand there.
    pub due: String,
}

impl Entered {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        [&self.choice, &self.reason, &self.approver, &self.due].iter().all(|text| text.is_empty())
    }
}

/// A decision that can be acted on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    /// What was decided.
    pub choice: Choice,
    /// The finding.
    #[serde(flatten)]
    pub key: Key,
    /// Why.
    pub reason: Option<String>,
    /// Who approved it.
    pub approver: Option<String>,
    /// The last day of an exception; otherwise the day by which it is to be done. YYYY-MM-DD.
    pub due: Option<String>,
    /// The sheet and row it was read from.
    pub place: RowPlace,
}

/// A row of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RowPlace {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
}

/// The exceptions among the decisions as `[[waivers]]` blocks of `sekisho.toml`, in the order given; empty where there is
/// none.
pub fn waivers(decisions: &[Decision]) -> String {
    let blocks = decisions.iter().filter(|decision| decision.choice == Choice::Waive).map(|decision| {
        let Key { rule, document, fingerprint } = &decision.key;
        let mut block = "[[waivers]]\n".to_owned();
        let texts = [
            ("rule", Some(rule)),
            ("document", Some(document)),
            ("fingerprint", Some(fingerprint)),
            ("reason", decision.reason.as_ref()),
            ("approver", decision.approver.as_ref()),
        ];
        for (name, text) in texts {
            let text = text.cloned().unwrap_or_default();
            block.push_str(&format!("{name} = {}\n", toml::Value::String(text)));
        }
        // A day stands in TOML without quotes.
        block.extend(decision.due.as_ref().map(|due| format!("expires = {due}\n")));
        block
    });
    blocks.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(choice: Choice, reason: &str) -> Decision {
        Decision {
            choice,
            key: Key {
                rule: "contract/audit-right".into(),
                document: "契約書\\カルテ.docx".into(),
                fingerprint: "0123456789abcdef".into(),
            },
            reason: Some(reason.into()),
            approver: Some("院長 \"山田\"".into()),
            due: Some("2027-03-31".into()),
            place: RowPlace { sheet: "指摘一覧".into(), row: 2 },
        }
    }

    #[test]
    fn waivers_are_toml_whatever_was_written() {
        let decisions =
            [decision(Choice::Waive, "次の更新で\n入れる = \"\"\"'''"), decision(Choice::Mend, "直す")];
        let text = waivers(&decisions);
        let value: toml::Table = text.parse().unwrap();
        let blocks = value["waivers"].as_array().unwrap();
        assert_eq!(blocks.len(), 1);
        let block = blocks[0].as_table().unwrap();
        assert_eq!(block["reason"].as_str(), Some("次の更新で\n入れる = \"\"\"'''"));
        assert_eq!(block["document"].as_str(), Some("契約書\\カルテ.docx"));
        assert_eq!(block["approver"].as_str(), Some("院長 \"山田\""));
        assert_eq!(block["expires"].to_string(), "2027-03-31");
        assert_eq!(waivers(&decisions[1..]), "");
    }
}
