//! `sekisho.toml`: what is read, what is refused, and that the schema says the same.

use super::*;

const WHOLE: &str = r#"
[profile]
type = "Ⅱ"
scanning = false

[[documents]]
path = "contracts/karte.docx"
kind = "contract_maintenance"
case = "karte"

[lint]
fail_on = "warning"
revisions = "final"
baseline = "sekisho-baseline.json"
rules = ["rules"]

[rules]
hygiene = "info"
"contract/audit-right" = "off"

[[waivers]]
rule = "contract/subcontracting"
document = "contracts/karte.docx"
fingerprint = "0123456789abcdef"
reason = "次の更新で改める"
approver = "情報システム室長"
expires = 2027-03-31
"#;

#[test]
fn a_whole_file_is_read() {
    let config = Config::parse(WHOLE).unwrap();
    assert_eq!(config.profile.facts.known().get("scanning"), Some(&false));
    assert_eq!(config.documents.len(), 1);
    assert_eq!(config.lint.fail_on, Some(FailOn::Severity(SeverityView::Warning)));
    assert_eq!(config.setting("contract/audit-right"), Some(Setting::Off));
    assert_eq!(config.setting("hygiene/placeholders"), Some(Setting::Severity(SeverityView::Info)));
    assert_eq!(config.setting("bcp/any"), None);
    assert_eq!(config.waivers.first().map(|waiver| waiver.expires.as_str()), Some("2027-03-31"));
    let place = config.places.get("lint.fail_on").unwrap();
    assert_eq!(error::place_of(WHOLE, place.start), (12, 1));
}

#[test]
fn all_mistakes_are_told_with_their_places() {
    let text = "[lint]\nfail_onn = \"error\"\nrevisions = \"new\"\n[[waivers]]\nrule = \"a/b\"\nreason = \" \"\n\
                expires = 2027-02-30\n[[documents]]\nkind = \"letter\"\n[docments]\n";
    let errors = Config::parse(text);
    // A day that does not exist is no TOML.
    assert_eq!(errors.unwrap_err().len(), 1);
    let text = text.replace("2027-02-30", "\"2027-02-30\"");
    let told: Vec<_> =
        Config::parse(&text).unwrap_err().iter().map(|error| (error.code(), error.place(&text))).collect();
    insta::assert_debug_snapshot!(told);
}

#[test]
fn rules_that_do_not_exist_are_told() {
    let text = "[rules]\n\"contract/audit-rihgt\" = \"off\"\nnowhere = \"info\"\ncontract = \"error\"\n";
    let config = Config::parse(text).unwrap();
    let told: Vec<_> =
        config.unknown_rules(&crate::pack::shipped()).iter().map(|error| error.place(text)).collect();
    assert_eq!(told, [(2, 1), (3, 1)]);
}

#[test]
fn the_schema_knows_the_same_keys() {
    let schema = schema(crate::message::Lang::Ja);
    let as_json: serde_json::Value =
        toml::from_str::<toml::Value>(&WHOLE.replace("2027-03-31", "\"2027-03-31\""))
            .map(|value| serde_json::to_value(value).unwrap())
            .unwrap();
    for (table, value) in as_json.as_object().unwrap() {
        let of_table = &schema["properties"][table];
        let entry = value.as_array().map_or(value, |list| &list[0]);
        let properties =
            if value.is_array() { &of_table["items"]["properties"] } else { &of_table["properties"] };
        for key in entry.as_object().unwrap().keys().filter(|_| table != "rules") {
            assert!(properties[key].is_object(), "{table}.{key}");
            assert!(table == "profile" || !properties[key]["description"].as_str().unwrap().is_empty());
        }
    }
    assert_eq!(TABLES.len(), schema["properties"].as_object().unwrap().len());
}
