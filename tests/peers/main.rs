//! The same checks for Sekisho and for regorus (Rego) over the same contract: do they agree, and how long does each take?
//!
//! A check asks whether some article speaks of one of four words and of one of four others. Sekisho reads its units,
//! regorus the tree that `sekisho tree --format json` prints. What is measured is the asking alone: both sides have their
//! rules compiled and the document in memory. The medians of many runs are compared.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use linter::evaluate::{Scene, Scenes};
use linter::language::units;
use linter::lint::understand;
use linter::meaning::kind::Kind;
use linter::meaning::references;
use linter::outcome::{Status, judge};
use linter::pack::{Source, load};
use linter::profile::Facts;
use linter::read::{ReadOptions, read_document};
use linter::tree_view::tree_view;

const CONTRACT: &str = include_str!("../../examples/karte-hoshu-keiyaku.md");
const RUNS: usize = 30;

/// Two lists of words, one of each of which an article must hold.
struct Check {
    first: Vec<String>,
    second: Vec<String>,
}

fn main() -> Result<()> {
    println!("checks | sekisho | regorus | ratio | found | agree");
    for count in [10, 100, 1_000] {
        compare(count)?;
    }
    Ok(())
}

fn compare(count: usize) -> Result<()> {
    let checks = checks(count);
    let (native, ours) = sekisho(&checks)?;
    let (rego, theirs) = regorus(&checks)?;
    ensure!(ours == theirs, "the two disagree on {:?}", first_difference(&ours, &theirs));
    let found = ours.iter().filter(|found| **found).count();
    let ratio = rego.as_secs_f64() / native.as_secs_f64();
    println!("{count} | {native:.2?} | {rego:.2?} | {ratio:.1} | {found} | yes");
    Ok(())
}

fn first_difference(ours: &[bool], theirs: &[bool]) -> Option<usize> {
    ours.iter().zip(theirs).position(|(one, other)| one != other)
}

/// One check in ten is about words of the contract, the others are not, as in a large pack.
fn checks(count: usize) -> Vec<Check> {
    let is_kanji = |char: char| matches!(char, '\u{4E00}'..='\u{9FFF}');
    let mut own: Vec<&str> = CONTRACT
        .split(|char| !is_kanji(char))
        .filter(|run| (2..=4).contains(&run.chars().count()))
        .collect();
    own.sort_unstable();
    own.dedup();
    let mut state: u64 = 11;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let mut word = |own_word: bool| {
        if own_word {
            return own[below(own.len())].to_owned();
        }
        (0..3).filter_map(|_| char::from_u32(0x4E00 + below(0x4000) as u32)).collect()
    };
    let mut words = |own_word: bool| (0..4).map(|_| word(own_word)).collect();
    (0..count)
        .map(|number| Check { first: words(number % 10 == 0), second: words(number % 10 == 0) })
        .collect()
}

fn median(mut run: impl FnMut() -> Result<Vec<bool>>) -> Result<(Duration, Vec<bool>)> {
    let mut times = Vec::new();
    let mut last = run()?;
    for _ in 0..RUNS {
        let since = Instant::now();
        last = run()?;
        times.push(since.elapsed());
    }
    times.sort();
    Ok((times[RUNS / 2], last))
}

fn sekisho(checks: &[Check]) -> Result<(Duration, Vec<bool>)> {
    let quoted = |words: &[String]| {
        words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
    };
    let mut text = String::new();
    for (number, check) in checks.iter().enumerate() {
        let (first, second) = (quoted(&check.first), quoted(&check.second));
        write!(
            text,
            "/// 比べるための規則。\nrule peer/r{number:04} \"規則\" {{\n  theme peer\n  editions 6.0\n  applies contract\n  \
             severity warning\n  basis M-7-3\n  require it \"記載\" {{ within article {{ ({first}) and ({second}) }} }}\n  \
             advice \"\"\"案\"\"\"\n  pass \"一\" \"\"\"例\"\"\"\n  pass \"二\" \"\"\"例\"\"\"\n  fail it \"三\" \"\"\"例\"\"\"\n  \
             fail it \"四\" \"\"\"例\"\"\"\n}}\n"
        )?;
    }
    // A file holds a thousand items at most.
    let checked = load(vec![Source { path: "peers.seki".to_owned(), text: format!("seki 1\n{text}") }]);
    ensure!(checked.errors.is_empty(), "{:?}", checked.errors.first());
    let pack = checked.pack;
    let document = read_document(CONTRACT.as_bytes(), "contract.md", &ReadOptions::default())?;
    let parties = understand(&document, Some(Kind::ContractMaintenance)).parties;
    let units = units::split(&document, &parties);
    let references = references::read(&document, &units);
    let facts = Facts::of_kind(Kind::ContractMaintenance);
    median(|| {
        let hits = [pack.matcher.scan(&units)];
        let scene = Scene::new(0, &document, &units, &parties, &references, &hits).context("no scene")?;
        let scenes = Scenes::new(vec![scene], 0, true);
        let rules = pack.rules.rules.iter().enumerate();
        let outcomes =
            rules.map(|(place, rule)| judge(place, rule, &[Kind::ContractMaintenance], &facts, &scenes));
        Ok(outcomes.map(|outcome| outcome.status == Status::Satisfied).collect())
    })
}

/// The checks in Rego: the text of each article with all below it is put together once, as a person would write it.
fn regorus(checks: &[Check]) -> Result<(Duration, Vec<bool>)> {
    let document = read_document(CONTRACT.as_bytes(), "contract.md", &ReadOptions::default())?;
    let view = tree_view(&document, &understand(&document, Some(Kind::ContractMaintenance)));
    let input = serde_json::to_string(&view)?;
    let list = |words: &[String]| serde_json::to_string(words);
    let mut policy = String::from(
        "package peer\nimport rego.v1\n\
         parts := {\"article\", \"appendix\", \"supplementary\", \"preamble\"}\n\
         articles contains text if {\n  walk(input.nodes, [_, node])\n  node.type in parts\n  \
         pieces := [piece | walk(node, [path, piece]); is_string(piece); path[count(path) - 1] in {\"text\", \"caption\"}]\n  \
         text := concat(\"\\n\", pieces)\n}\n\
         holds(first, second) if {\n  some text in articles\n  some one in first\n  contains(text, one)\n  \
         some two in second\n  contains(text, two)\n}\n",
    );
    for (number, check) in checks.iter().enumerate() {
        let (first, second) = (list(&check.first)?, list(&check.second)?);
        writeln!(policy, "found contains {number} if holds({first}, {second})")?;
    }
    let mut engine = regorus::Engine::new();
    engine.add_policy("peer.rego".to_owned(), policy)?;
    engine.set_input_json(&input)?;
    // The first evaluation prepares the policy; it is not counted.
    median(|| {
        let value = engine.eval_rule("data.peer.found".to_owned())?;
        let mut found = vec![false; checks.len()];
        for number in value.as_set()?.iter() {
            let number = number.as_u64()? as usize;
            *found.get_mut(number).context("a number beyond the checks")? = true;
        }
        Ok(found)
    })
}
