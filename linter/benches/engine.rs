//! What 10, 100 and 1,000 rules cost over the same contract: loading them, looking for their words, judging.
//!
//! `cargo bench -p linter --bench engine`. Ten of the rules made here are about words that the contract holds; however many
//! there are, the others are about words that it does not, as most rules of a large pack are for any one document.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use divan::{Bencher, black_box};
use linter::document::Document;
use linter::evaluate::{Scene, Scenes};
use linter::language::units::{self, Units};
use linter::lint::understand;
use linter::meaning::kind::Kind;
use linter::meaning::parties::Parties;
use linter::meaning::references::{self, Reference};
use linter::outcome::{Applicability, judge};
use linter::pack::{RulePack, Source, load};
use linter::profile::Facts;
use linter::read::{ReadOptions, read_document};

const CONTRACT: &str = include_str!("../../examples/karte-hoshu-keiyaku.md");

/// How many rules.
const PACKS: &[usize] = &[10, 100, 1_000];

fn main() {
    divan::main();
}

/// A small generator, so that every run sees the same rules.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// The runs of two to four kanji in the contract.
fn own_words() -> Vec<String> {
    let is_kanji = |char: char| matches!(char, '\u{4E00}'..='\u{9FFF}');
    let mut words: Vec<String> = CONTRACT
        .split(|char| !is_kanji(char))
        .filter(|run| (2..=4).contains(&run.chars().count()))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// A word that the contract does not hold.
fn foreign_word(dice: &mut Dice) -> String {
    loop {
        let kanji = |dice: &mut Dice| {
            char::from_u32(0x4E00 + u32::try_from(dice.below(0x4000)).expect("small")).expect("a kanji")
        };
        let word: String = (0..3).map(|_| kanji(dice)).collect();
        if !CONTRACT.contains(&word) {
            return word;
        }
    }
}

fn concept(name: &str, words: usize, hits: bool, own: &[String], dice: &mut Dice) -> String {
    let words: Vec<String> =
        (0..words)
            .map(|_| {
                if hits {
                    own.get(dice.below(own.len())).expect("a word").clone()
                } else {
                    foreign_word(dice)
                }
            })
            .map(|word| format!("\"{word}\""))
            .collect();
    format!("concept {name} = {}\n", words.join(" | "))
}

/// One file a rule, as people write them: three concepts and three requirements each.
fn sources(count: usize) -> Vec<Source> {
    let own = own_words();
    let mut dice = Dice(7);
    (0..count)
        .map(|number| {
            let hits = number < 10;
            let mut text = String::from("seki 1\n");
            for (name, words) in [("行為", 8), ("対象", 12), ("時点", 8)] {
                text += &concept(&format!("{name}{number}"), words, hits, &own, &mut dice);
            }
            text += &format!(
                r#"/// 測るための規則。
rule bench/r{number} "規則{number}" {{
  theme     bench
  editions  6.0
  applies   contract
  severity  warning
  basis     M-7-3
  require a "義務" {{ act must(vendor) 行為{number} of 対象{number} when 時点{number} }}
  require b "記載" {{ within article {{ 対象{number} and 行為{number} }} }}
  forbid c "許し" {{ act may(vendor) 行為{number} of 対象{number} }}
  advice """第{{{{ n }}}}条 {{{{ vendor }}}}は、行う。"""
  pass "一" """例"""
  pass "二" """例"""
  fail a "三" """例"""
  fail b "四" """例"""
}}
"#
            );
            Source { path: format!("r{number}.seki"), text }
        })
        .collect()
}

fn pack(count: usize) -> RulePack {
    let checked = load(sources(count));
    assert!(checked.errors.is_empty(), "{:?}", checked.errors.first());
    checked.pack
}

/// The contract as far as no rule is asked.
struct Read {
    document: Document,
    parties: Parties,
    units: Units,
    references: Vec<Reference>,
}

fn contract() -> Read {
    let document =
        read_document(CONTRACT.as_bytes(), "contract.md", &ReadOptions::default()).expect("a contract");
    let parties = understand(&document, Some(Kind::ContractMaintenance)).parties;
    let units = units::split(&document, &parties);
    let references = references::read(&document, &units);
    Read { document, parties, units, references }
}

#[divan::bench(args = PACKS, sample_count = 20)]
fn load_pack(bencher: Bencher<'_, '_>, count: usize) {
    bencher.with_inputs(|| sources(count)).bench_values(|sources| load(black_box(sources)));
}

#[divan::bench(args = PACKS, sample_count = 50)]
fn scan(bencher: Bencher<'_, '_>, count: usize) {
    let (pack, read) = (pack(count), contract());
    bencher.bench(|| pack.matcher.scan(black_box(&read.units)));
}

#[divan::bench(args = PACKS, sample_count = 50)]
fn scan_and_judge(bencher: Bencher<'_, '_>, count: usize) {
    let (pack, read) = (pack(count), contract());
    bencher.bench(|| judged(&pack, &read));
}

/// Outcomes of all rules that are not missing; the number keeps the work from being left out.
fn judged(pack: &RulePack, read: &Read) -> usize {
    let hits = [pack.matcher.scan(black_box(&read.units))];
    let scene = Scene::new(0, &read.document, &read.units, &read.parties, &read.references, &hits)
        .expect("one scene");
    let scenes = Scenes::new(vec![scene], 0, true);
    let facts = Facts::of_kind(Kind::ContractMaintenance);
    let asked = Applicability { kinds: &[Kind::ContractMaintenance], facts: &facts, pattern: None };
    let rules = pack.rules.rules.iter().enumerate();
    let outcomes = rules.map(|(place, rule)| judge(place, rule, &asked, &scenes));
    outcomes.filter(|outcome| outcome.severity.is_none()).count()
}
