//! Lists that count, restart and share counters.

use super::*;

fn label(numbering: &mut Numbering, list: &str, level: usize) -> String {
    let reference = NumberReference { list: Some(list.to_owned()), level: Some(level) };
    numbering.next(&reference, &StyleFacts::default()).unwrap().text
}

fn parse(inner: &str) -> Numbering {
    let xml = format!(
        r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inner}</w:numbering>"#
    );
    Numbering::parse(&xml, &Styles::default(), &Limits::default()).unwrap()
}

const LIST: &str = r#"<w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalFullWidth"/><w:lvlText w:val="第%1条"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="aiueo"/><w:lvlText w:val="(%3)"/><w:suff w:val="nothing"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>"#;

#[test]
fn lists_count_restart_and_share_counters() {
    let mut numbering = parse(LIST);
    let order =
        [("5", 0), ("5", 1), ("5", 1), ("5", 2), ("5", 0), ("5", 1), ("5", 2), ("6", 0), ("6", 0), ("5", 0)];
    let seen: Vec<String> =
        order.into_iter().map(|(list, level)| label(&mut numbering, list, level)).collect();
    assert_eq!(
        seen,
        ["第１条 ", "2 ", "3 ", "(ア)", "第２条 ", "2 ", "(ア)", "第７条 ", "第８条 ", "第９条 "]
    );
}

/// What ECMA-376 says and LibreOffice does not do: starts that hold for every restart, levels that go on counting or
/// restart only behind a given one, and Arabic digits for all levels of a label.
#[test]
fn restarts_and_legal_numbers() {
    let level = |at: u32, text: &str, more: &str| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>{more}<w:lvlText w:val="{text}"/>
            <w:suff w:val="nothing"/></w:lvl>"#
        )
    };
    // What the second and the third level say more, what the list overrides, and the labels by level.
    type Case<'a> = (&'a str, &'a str, &'a str, &'a [(usize, &'a str)]);
    let cases: [Case<'_>; 4] = [
        (
            "",
            "",
            r#"<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>"#,
            &[(0, "一"), (1, "一.五"), (1, "一.六"), (0, "二"), (1, "二.五")],
        ),
        (r#"<w:lvlRestart w:val="0"/>"#, "", "", &[(0, "一"), (1, "一.一"), (0, "二"), (1, "二.二")]),
        (
            "",
            r#"<w:lvlRestart w:val="1"/>"#,
            "",
            &[
                (0, "一"),
                (1, "一.一"),
                (2, "一.一.一"),
                (1, "一.二"),
                (2, "一.二.二"),
                (0, "二"),
                (2, "二.一.一"),
            ],
        ),
        ("<w:isLgl/>", "", "", &[(0, "一"), (1, "1.1"), (2, "一.一.一")]),
    ];
    for (second, third, over, wanted) in cases {
        let levels = [level(0, "%1", ""), level(1, "%1.%2", second), level(2, "%1.%2.%3", third)].concat();
        let mut numbering = parse(&format!(
            r#"<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="1"/>{over}</w:num>"#
        ));
        for (at, label_wanted) in wanted {
            assert_eq!(label(&mut numbering, "5", *at), *label_wanted, "{second}{third}{over}");
        }
    }
}

#[test]
fn styles_of_lists_that_lead_in_a_circle_end() {
    let styles = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
        <w:style w:type="numbering" w:styleId="b"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>
        </w:styles>"#;
    let numbering = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="b"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="a"/></w:abstractNum>
        <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
        </w:numbering>"#;
    let limits = Limits::default();
    let styles = Styles::parse(styles, &limits).unwrap();
    let mut numbering = Numbering::parse(numbering, &styles, &limits).unwrap();
    assert_eq!(label(&mut numbering, "5", 0), "");
}

#[test]
fn a_format_of_ones_own_comes_before_its_fallback() {
    let mut numbering = parse(
        r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent>
        <mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>
        <mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>
        <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"#,
    );
    assert_eq!(label(&mut numbering, "5", 0), "003. ");
}

#[test]
fn labels_that_a_change_replaced() {
    for (written, wanted) in
        [("第%1:3:14:条", "第３条 "), ("%1:2:0:.%2:4:3:.", "2.D. "), ("", ""), ("%x", "x "), ("%1:1", "1:1 ")]
    {
        assert_eq!(original_label(written), wanted, "{written}");
    }
}
