//! `kb import --official` and what `show` makes of it, on documents that are set here in the layout of the guideline. The
//! published PDFs are not part of the project, so nothing is tested on them.

mod draft;
mod paper;

use std::fs;
use std::path::Path;
use std::process::Command;

use kb::Part;
use serde_json::Value;

use crate::harness::{Run, binary, seen, stable};
use crate::reports::{assert_valid, schema};
use draft::{Draft, Line, TITLE};
use paper::Paper;

/// A folder for PDFs and one for what is stored.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(files: &[(&str, Vec<u8>)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("pdf")).unwrap();
        for (name, bytes) in files {
            fs::write(folder.path().join("pdf").join(name), bytes).unwrap();
        }
        Self { folder }
    }

    fn run(&self, args: &[&str]) -> Run {
        let output = Command::new(binary())
            .args(args)
            .current_dir(self.folder.path())
            .env("SEKISHO_DATA_DIR", self.folder.path().join("data"))
            .output();
        seen(&output.unwrap())
    }

    fn import(&self) -> Run {
        self.run(&["kb", "import", "--official", "pdf", "--format", "json"])
    }

    fn store(&self) -> std::path::PathBuf {
        self.folder.path().join("data/official/guideline-6.0.json")
    }
}

fn findings(report: &Value, kind: &str) -> Vec<Value> {
    let booklets = report["booklets"].as_array().unwrap().iter();
    let all = booklets.flat_map(|booklet| booklet["findings"].as_array().unwrap());
    all.filter(|finding| finding["kind"] == kind).cloned().collect()
}

fn differing(report: &Value) -> Vec<String> {
    let booklets = report["booklets"].as_array().unwrap().iter();
    let all = booklets.flat_map(|booklet| booklet["findings"].as_array().unwrap());
    all.filter(|finding| finding["differs"] == true).map(ToString::to_string).collect()
}

fn overview() -> Vec<u8> {
    let units = Draft::of(Part::Governance).units.into_iter().filter(|unit| unit.items.is_empty());
    Draft { part: "概説編".to_owned(), units: units.collect(), ..Draft::of(Part::Governance) }.pdf()
}

#[test]
fn documents_that_agree_agree() {
    for (framed, contents) in [(true, true), (false, true), (true, false), (false, false)] {
        let set = |part| Draft { framed, contents, ..Draft::of(part) }.pdf();
        let desk = Desk::new(&[
            ("a.pdf", set(Part::Control)),
            ("b.pdf", set(Part::Governance)),
            ("c.pdf", set(Part::Management)),
            ("d.pdf", overview()),
        ]);
        let run = desk.import();
        let report = run.json();
        assert_eq!(differing(&report), Vec::<String>::new(), "framed {framed}, contents {contents}");
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_valid(&schema("import"), &report, "import");
        let names: Vec<&str> =
            report["booklets"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
        assert_eq!(names, ["pdf/d.pdf", "pdf/b.pdf", "pdf/c.pdf", "pdf/a.pdf"].map(native));
        assert_eq!(report["absent"], serde_json::json!([]));
        for (booklet, part) in report["booklets"].as_array().unwrap().iter().skip(1).zip([
            Part::Governance,
            Part::Management,
            Part::Control,
        ]) {
            let kb = kb::Kb::embedded().unwrap();
            let ours = kb.clauses().filter(|entry| entry.chapter().part == part).count();
            assert_eq!(booklet["items"], ours, "{part:?}, framed {framed}");
        }
        // Every inferred number whose text we have is confirmed or left open.
        assert!(!findings(&report, "number_confirmed").is_empty());
        assert!(findings(&report, "text_given").iter().any(|finding| finding["id"] == "C-7-7"));
    }
}

fn native(path: &str) -> String {
    path.replace('/', std::path::MAIN_SEPARATOR_STR)
}

#[test]
fn every_difference_is_told() {
    let mut draft = Draft::of(Part::Control);
    draft.unit("8").title = "試験のために変えた題".to_owned();
    draft.unit("13").items.pop();
    let text = "試験のために加えた項目である。掲示板の当番表を毎週貼り替える。".to_owned();
    draft.unit("2").items.push(Line { group: None, mark: "⑥".to_owned(), text });
    draft.unit("15").items.clear();
    let items = &mut draft.unit("14").items;
    let (seventh, ninth) = (items[6].text.clone(), items[8].text.clone());
    items[6].text = ninth;
    items[8].text = seventh;
    draft.units.retain(|unit| unit.number != "3.5");
    let desk = Desk::new(&[("運用.pdf", draft.pdf())]);
    let run = desk.import();
    let report = run.json();
    assert_eq!(run.status, 1);
    let one = |kind: &str| match &findings(&report, kind)[..] {
        [one] => one.clone(),
        other => panic!("{kind}: {other:?}"),
    };
    assert_eq!(one("title_differs")["theirs"], "試験のために変えた題");
    assert_eq!(one("heading_not_found")["place"], "3.5");
    assert_eq!(one("box_not_found")["place"], "15");
    assert_eq!(one("item_unlisted")["place"], "2 ⑥");
    assert!(one("item_unlisted")["theirs"].as_str().unwrap().contains("当番表"));
    assert!(one("item_not_found")["id"].as_str().unwrap().starts_with("C-13-"));
    let refuted: Vec<Value> = findings(&report, "number_refuted");
    let refuted: Vec<_> =
        refuted.iter().map(|one| (one["id"].as_str().unwrap(), one["theirs"].as_str().unwrap())).collect();
    assert_eq!(refuted, [("C-14-7", "⑨"), ("C-14-9", "⑦")]);
    assert_eq!(report["absent"], serde_json::json!(["overview", "governance", "management"]));
    let text = desk.run(&["kb", "import", "--official", "pdf", "--to", "data"]).expect(1);
    // What is no difference changes with every edit of the knowledge base.
    let (differences, _) = text.split_once("  推定だった番号").unwrap();
    let (_, closing) = text.rsplit_once("\n\n").unwrap();
    let text = format!("{differences}…\n\n{closing}").replace(std::path::MAIN_SEPARATOR, "/");
    stable(|| insta::assert_snapshot!("official-differences", text));
}

#[test]
fn groups_belong_to_the_number() {
    let mut draft = Draft::of(Part::Governance);
    for item in &mut draft.unit("1.2.2").items {
        item.group = item
            .group
            .as_ref()
            .map(|group| if group == "説明責任" { "別の責任".to_owned() } else { group.clone() });
    }
    let report = Desk::new(&[("a.pdf", draft.pdf())]).import().json();
    assert_eq!(findings(&report, "item_unlisted")[0]["place"], "1.2.2 別の責任①");
    assert_eq!(findings(&report, "item_not_found")[0]["place"], "1.2.2 説明責任①");
}

#[test]
fn what_is_no_booklet_is_named() {
    let edition = |edition: &str| Draft { edition: edition.to_owned(), ..Draft::of(Part::Governance) }.pdf();
    let mut letter = Paper::new("お知らせ");
    letter.cover(&["試験用のお知らせ"]);
    let mut table = Paper::new("表");
    table.cover(&[TITLE, "第6.0版", "企画管理編と経営管理編の対応表"]);
    let desk = Desk::new(&[
        ("1.pdf", edition("第5.2版")),
        ("2.pdf", edition("第６.０版（案）")),
        ("3.pdf", letter.finish()),
        ("4.pdf", table.finish()),
        ("5.pdf", Paper::scanned()),
        ("6.pdf", b"no PDF".to_vec()),
    ]);
    let run = desk.import();
    let report = run.json();
    let refused = report["refused"].as_array().unwrap();
    let codes: Vec<&str> = refused.iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        [
            "official-other-edition",
            "official-draft",
            "official-not-guideline",
            "official-no-part",
            "read-pdf-no-text",
            "read-pdf-broken"
        ]
    );
    assert_eq!(run.status, 2);
    assert!(refused[0]["message"].as_str().unwrap().contains("第5.2版"));
    assert!(run.stderr.contains("一つも読み取れませんでした"), "{}", run.stderr);
    assert!(!desk.store().exists());
    assert_valid(&schema("import"), &report, "import");
}

#[test]
fn a_folder_without_a_pdf_is_unusable() {
    let desk = Desk::new(&[("読んでください.txt", b"text".to_vec())]);
    assert_eq!(desk.import().status, 2);
    assert_eq!(desk.run(&["kb", "import", "--official", "nowhere"]).status, 2);
    assert_eq!(desk.run(&["kb", "import"]).status, 2);
}

#[test]
fn of_two_files_of_a_part_the_first_is_used() {
    let first = Draft::of(Part::Governance);
    let mut other = first.clone();
    other.unit("5").title = "試験のために変えた題".to_owned();
    let desk = Desk::new(&[("a.pdf", first.pdf()), ("b.pdf", other.pdf()), ("c.pdf", first.pdf())]);
    let run = desk.import();
    let report = run.json();
    let refused = report["refused"].as_array().unwrap();
    assert_eq!(refused[0]["code"], "official-second");
    assert_eq!(refused[1]["code"], "official-copy");
    assert_eq!(report["booklets"].as_array().unwrap().len(), 1);
    assert_eq!(run.status, 0);
}

#[test]
fn the_wording_is_shown_beside_the_gist() {
    let mut draft = Draft::of(Part::Control);
    let long = "試験用の長い文であり、行の終わりで折り返す。".repeat(60);
    draft.unit("8").items[4].text = long.clone();
    let desk = Desk::new(&[("運用 編.pdf", draft.pdf())]);
    desk.import();
    let shown = desk.run(&["show", "C-8-5", "--format", "json"]).json();
    let official = &shown[0]["official"];
    assert_eq!((&official["number"], &official["file"]), (&Value::from("⑤"), &Value::from("運用 編.pdf")));
    // Broken lines and the end of the page leave no trace.
    assert_eq!(official["text"], long.as_str());
    assert_eq!(official["sha256"].as_str().unwrap().len(), 64);
    let text = desk.run(&["show", "C-8-5"]).expect(0);
    let page = official["page"].as_u64().unwrap();
    assert!(text.contains(&format!("原文(利用者が取り込んだ PDF、p.{page})")), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 100), "{text}");
    let other = desk.run(&["show", "M-7-1"]).expect(0);
    assert!(!other.contains("原文(利用者"), "{other}");
    // A second import adds its part and leaves the rest.
    fs::write(desk.folder.path().join("pdf/運用 編.pdf"), Draft::of(Part::Management).pdf()).unwrap();
    desk.import();
    for id in ["C-8-5", "M-7-1"] {
        assert!(desk.run(&["show", id]).expect(0).contains("原文(利用者"), "{id}");
    }
}

#[test]
fn the_store_can_be_forgotten_and_be_of_no_use() {
    let desk = Desk::new(&[("a.pdf", Draft::of(Part::Governance).pdf())]);
    desk.import();
    for (text, words) in [("{", "読めません"), (r#"{"format":"sekisho-official","version":99}"#, "新しい形")]
    {
        fs::write(desk.store(), text).unwrap();
        let run = desk.run(&["show", "G-1.1-1"]);
        assert_eq!(run.status, 0);
        assert!(run.stderr.contains("警告:") && run.stderr.contains(words), "{}", run.stderr);
        assert!(!run.stdout.contains("原文(利用者"));
    }
    // That of a newer program is not written over; a broken one is.
    assert_eq!(desk.import().status, 2);
    assert!(fs::read_to_string(desk.store()).unwrap().contains("99"));
    fs::write(desk.store(), "{").unwrap();
    let run = desk.import();
    assert!(run.status == 0 && run.stderr.contains("警告:"), "{}", run.stderr);
    assert!(desk.run(&["kb", "import", "--forget"]).expect(0).contains("削除しました"));
    assert!(!desk.store().exists());
    assert!(desk.run(&["kb", "import", "--forget"]).expect(0).contains("ありません"));
    assert!(desk.run(&["show", "G-1.1-1"]).stderr.is_empty());
}

#[test]
fn nothing_is_stored_beside_the_pdfs() {
    let desk = Desk::new(&[("a.pdf", Draft::of(Part::Governance).pdf())]);
    let before = listing(&desk.folder.path().join("pdf"));
    for to in ["pdf", "pdf/new"] {
        let run = desk.run(&["kb", "import", "--official", "pdf", "--to", to]);
        assert_eq!(run.status, 2, "{to}");
        assert!(run.stderr.contains("PDF のあるフォルダー"), "{}", run.stderr);
    }
    assert_eq!(listing(&desk.folder.path().join("pdf")), before);
    desk.run(&["kb", "import", "--official", "pdf", "--to", "elsewhere"]).expect(0);
    assert!(desk.folder.path().join("elsewhere/official/guideline-6.0.json").exists());
    desk.run(&["kb", "import", "--forget", "--to", "elsewhere"]).expect(0);
    assert_eq!(listing(&desk.folder.path().join("elsewhere")), Vec::<String>::new());
}

fn listing(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
