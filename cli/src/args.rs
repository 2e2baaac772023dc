//! The command line as clap sees it. All help texts come from the message catalogue (see [`crate::help`]), so the
//! fields have no doc comments of their own.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use linter::meaning::kind::Kind;
use linter::profile::FACTS;
use linter::read::Revisions;
use linter::report::SeverityView;

#[derive(Debug, Parser)]
#[command(name = "sekisho", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_enum, default_value_t = LangArg::Ja)]
    pub(crate) lang: LangArg,
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    pub(crate) color: When,
    #[arg(long, short = 'h', global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Lint(LintArgs),
    Fix(FixArgs),
    Matrix(MatrixArgs),
    #[command(subcommand)]
    Checklist(ChecklistCommand),
    Diff(DiffArgs),
    Tree(TreeArgs),
    Search(SearchArgs),
    Show(ShowArgs),
    Explain(ExplainArgs),
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    #[command(subcommand)]
    Rules(RulesCommand),
    #[command(subcommand)]
    Kb(KbCommand),
    #[command(subcommand)]
    Config(ConfigCommand),
    #[command(subcommand)]
    Waiver(WaiverCommand),
    Schema(SchemaArgs),
    Lsp(LspArgs),
    Completions(CompletionsArgs),
}

/// Which file of settings.
#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_config: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    Show(ConfigShowArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ConfigShowArgs {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[arg(long)]
    pub(crate) origin: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WaiverCommand {
    Lint(WaiverLintArgs),
}

#[derive(Debug, Args)]
pub(crate) struct WaiverLintArgs {
    #[command(flatten)]
    pub(crate) judged: JudgedArgs,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// What documents are judged with.
#[derive(Debug, Args)]
pub(crate) struct AskedArgs {
    #[arg(long, value_parser = kinds())]
    pub(crate) kind: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(linter::pack::EDITIONS))]
    pub(crate) edition: Option<String>,
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    #[arg(long = "type", value_parser = system_types())]
    pub(crate) system_type: Option<kb::SystemType>,
    #[arg(long, value_name = "KEY=true|false", value_parser = stated_facts(), hide_possible_values = true)]
    pub(crate) set: Vec<(String, bool)>,
    #[arg(long, value_enum)]
    pub(crate) revisions: Option<RevisionsArg>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// Documents and how they are judged.
#[derive(Debug, Args)]
pub(crate) struct JudgedArgs {
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) case: bool,
    #[command(flatten)]
    pub(crate) asked: AskedArgs,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct LintArgs {
    #[command(flatten)]
    pub(crate) judged: JudgedArgs,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "OUT.docx|DIR")]
    pub(crate) annotate: Option<PathBuf>,
    #[arg(long, requires = "annotate")]
    pub(crate) suggest: bool,
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[arg(long)]
    pub(crate) update_baseline: bool,
    #[arg(long, value_name = "OLD", conflicts_with = "case")]
    pub(crate) since: Option<PathBuf>,
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    #[arg(value_name = "OLD|-")]
    pub(crate) old: PathBuf,
    #[arg(value_name = "NEW|-")]
    pub(crate) new: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) remarks: bool,
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub(crate) fail_on_loss: FailOn,
    #[command(flatten)]
    pub(crate) asked: AskedArgs,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FixArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(short, long, value_name = "FILE", required_unless_present = "dry_run", conflicts_with = "dry_run")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) asked: AskedArgs,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct MatrixArgs {
    #[command(subcommand)]
    pub(crate) command: Option<MatrixCommand>,
    #[command(flatten)]
    pub(crate) judged: JudgedArgs,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<MatrixFormat>,
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) clause: Vec<String>,
    #[arg(long, value_name = "PLACE")]
    pub(crate) article: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MatrixCommand {
    Import(MatrixImportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct MatrixImportArgs {
    #[arg(value_name = "FILE.xlsx")]
    pub(crate) file: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = DecisionsFormat::Toml)]
    pub(crate) format: DecisionsFormat,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) revisions: Option<RevisionsArg>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ChecklistCommand {
    New(ChecklistNewArgs),
    Fill(Box<ChecklistFillArgs>),
    Check(ChecklistCheckArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistNewArgs {
    #[command(flatten)]
    pub(crate) form: FormArgs,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<ChecklistFormat>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistFillArgs {
    #[command(flatten)]
    pub(crate) judged: JudgedArgs,
    #[command(flatten)]
    pub(crate) form: FormArgs,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<ChecklistFormat>,
}

/// Which form: the yearly one of an audience, or one by its name.
#[derive(Debug, Args)]
pub(crate) struct FormArgs {
    #[arg(long, value_enum, required_unless_present = "form", requires = "audience")]
    pub(crate) year: Option<Year>,
    #[arg(long = "for", value_enum, requires = "year")]
    pub(crate) audience: Option<Audience>,
    #[arg(long, value_enum, conflicts_with = "year")]
    pub(crate) form: Option<NamedForm>,
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistCheckArgs {
    #[arg(value_name = "FILE.xlsx")]
    pub(crate) file: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// The business year of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Year {
    R5,
    R6,
    R7,
    R8,
}

/// Who fills a form in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Audience {
    Hospital,
    Pharmacy,
    Vendor,
}

/// A form that is no yearly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NamedForm {
    RoleSharing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatrixFormat {
    Text,
    Json,
    Csv,
    Html,
    Xlsx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChecklistFormat {
    Text,
    Json,
    Xlsx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DecisionsFormat {
    Toml,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct TreeArgs {
    #[arg(value_name = "FILE|-")]
    pub(crate) file: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[arg(long, value_parser = kinds())]
    pub(crate) kind: Option<String>,
    #[arg(long, value_enum)]
    pub(crate) revisions: Option<RevisionsArg>,
}

#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    pub(crate) words: Vec<String>,
    #[arg(long, value_parser = found_kinds())]
    pub(crate) kind: Vec<String>,
    #[arg(long, value_parser = parts())]
    pub(crate) part: Option<String>,
    #[arg(long = "type", value_parser = system_types())]
    pub(crate) system_type: Option<kb::SystemType>,
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    #[arg(long, value_parser = names(kb::Owner::ALL, kb::Owner::as_str))]
    pub(crate) owner: Option<String>,
    #[arg(long, value_parser = ["technical", "operational", "organisational", "both"])]
    pub(crate) nature: Option<String>,
    #[arg(long, value_parser = names(kb::Strength::ALL, kb::Strength::as_str))]
    pub(crate) strength: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) document: Option<String>,
    #[arg(long)]
    pub(crate) confirmed: bool,
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub(crate) limit: usize,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    #[arg(required = true, value_name = "ID")]
    pub(crate) id: Vec<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    pub(crate) rule: String,
    #[arg(long, num_args = 1.., value_name = "FILE|DIR")]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceCommand {
    Locate(LocateArgs),
}

#[derive(Debug, Args)]
pub(crate) struct LocateArgs {
    #[arg(value_name = "REPORT")]
    pub(crate) report: PathBuf,
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    List(RulesListArgs),
    Test(RulesTestArgs),
    Fmt(RulesFmtArgs),
    Coverage(RulesCoverageArgs),
    New(RulesNewArgs),
    Trace(RulesTraceArgs),
    Lint(RulesLintArgs),
    Mutate(RulesMutateArgs),
}

#[derive(Debug, Args)]
pub(crate) struct RulesTraceArgs {
    #[arg(value_name = "FILE|-")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,
    #[arg(long, value_name = "FILE|DIR", num_args = 1..)]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) requirement: Option<String>,
    #[arg(long, value_parser = kinds())]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct RulesLintArgs {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct RulesMutateArgs {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) rule: Option<String>,
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(crate) at_least: Option<u32>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct RulesTestArgs {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RulesFmtArgs {
    #[arg(required = true, value_name = "FILE|DIR|-")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, conflicts_with = "write")]
    pub(crate) check: bool,
    #[arg(long)]
    pub(crate) write: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RulesCoverageArgs {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
    /// Only what the knowledge base holds.
    #[arg(long, default_value = kb::EDITION, value_parser = PossibleValuesParser::new([kb::EDITION]))]
    pub(crate) edition: String,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct RulesListArgs {
    #[arg(long, value_name = "NAME", value_parser = packs())]
    pub(crate) pack: Option<String>,
    #[arg(long, value_parser = kinds())]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) count: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RulesNewArgs {
    #[arg(value_name = "PACK/NAME")]
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[arg(long, value_delimiter = ',', value_parser = kinds(), default_value = ANY_CONTRACT)]
    pub(crate) kind: Vec<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(linter::pack::TOPICS))]
    pub(crate) topic: Option<String>,
    #[arg(long, conflicts_with = "topic")]
    pub(crate) theme: Option<String>,
    #[arg(long, value_delimiter = ',', value_name = "ID")]
    pub(crate) basis: Vec<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KbCommand {
    Verify(KbVerifyArgs),
    Diff(KbDiffArgs),
    Applies(KbAppliesArgs),
    Export(KbExportArgs),
    Import(KbImportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct KbImportArgs {
    #[arg(long, value_name = "DIR", required_unless_present = "forget")]
    pub(crate) official: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, conflicts_with = "official")]
    pub(crate) forget: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct KbVerifyArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct KbAppliesArgs {
    #[arg(long = "type", value_name = "Ⅰ|Ⅱ|Ⅲ|Ⅳ", value_parser = system_types())]
    pub(crate) pattern: kb::SystemType,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct KbDiffArgs {
    #[arg(value_name = "FROM")]
    pub(crate) from: String,
    #[arg(value_name = "TO")]
    pub(crate) to: String,
    #[arg(long)]
    pub(crate) summary: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct KbExportArgs {
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    #[arg(value_enum)]
    pub(crate) name: SchemaName,
}

/// What editors put behind the command, to no other effect.
#[derive(Debug, Args)]
pub(crate) struct LspArgs {
    #[arg(long)]
    pub(crate) stdio: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    Ja,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Text,
    Json,
    Jsonl,
    Sarif,
    Html,
    Junit,
    Github,
}

/// Also as a page of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    Text,
    Json,
    Html,
}

/// Which text of a document with tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RevisionsArg {
    Original,
    Final,
}

impl From<RevisionsArg> for Revisions {
    fn from(chosen: RevisionsArg) -> Self {
        match chosen {
            RevisionsArg::Original => Self::Original,
            RevisionsArg::Final => Self::Final,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Json,
    Csv,
    Xlsx,
    Md,
    Oscal,
    Ndjson,
}

impl ExportFormat {
    /// The ending of a file of this form.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Json | Self::Oscal => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Md => "md",
            Self::Ndjson => "ndjson",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl From<FailOn> for linter::config::FailOn {
    fn from(chosen: FailOn) -> Self {
        match chosen {
            FailOn::Error => Self::Severity(SeverityView::Error),
            FailOn::Warning => Self::Severity(SeverityView::Warning),
            FailOn::Info => Self::Severity(SeverityView::Info),
            FailOn::Never => Self::Never,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaName {
    Report,
    Jsonl,
    Diff,
    Search,
    Tree,
    Kb,
    KbData,
    KbDiff,
    Evidence,
    Explain,
    Coverage,
    Trace,
    RulesLint,
    Mutate,
    Import,
    Config,
    Baseline,
    Waivers,
    Matrix,
    Decisions,
    Checklist,
    ChecklistCheck,
}

/// `contract` is any of the three kinds of contract; which one is recognised.
pub(crate) const ANY_CONTRACT: &str = "contract";

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.name()).chain([ANY_CONTRACT]))
}

/// The packs of the program: the words before the stroke in the ids of its rules, which are also their folders.
fn packs() -> PossibleValuesParser {
    let sources = linter::pack::shipped_sources();
    let folders = sources.iter().filter_map(|source| source.path.split_once('/'));
    let packs: std::collections::BTreeSet<String> = folders.map(|(folder, _)| folder.to_owned()).collect();
    PossibleValuesParser::new(packs)
}

/// `Ⅳ` in any of its spellings.
fn system_types() -> impl TypedValueParser<Value = kb::SystemType> {
    let spellings = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"].map(PossibleValue::new).into_iter();
    let others = ["1", "2", "3", "4", "I", "II", "III", "IV", "i", "ii", "iii", "iv"];
    let hidden = others.map(|name| PossibleValue::new(name).hide(true));
    PossibleValuesParser::new(spellings.chain(hidden))
        .try_map(|text| kb::SystemType::from_name(&text).ok_or("Ⅰ|Ⅱ|Ⅲ|Ⅳ"))
}

/// `scanning=true`: a fact of the institution and its value.
fn stated_facts() -> impl TypedValueParser<Value = (String, bool)> {
    let all = FACTS.iter().flat_map(|fact| [format!("{fact}=true"), format!("{fact}=false")]);
    PossibleValuesParser::new(all.map(PossibleValue::new)).map(|text| match text.split_once('=') {
        Some((fact, value)) => (fact.to_owned(), value == "true"),
        None => (text, true),
    })
}

/// Shipped rules, which are no entries of the knowledge base.
pub(crate) const RULE: &str = "rule";

fn found_kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(kb::EntryKind::ALL.iter().map(|kind| kind.as_str()).chain([RULE]))
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> PossibleValuesParser {
    PossibleValuesParser::new(all.iter().map(|one| name(*one)).collect::<Vec<_>>())
}

fn parts() -> PossibleValuesParser {
    let part = |part: kb::Part| {
        PossibleValue::new(part.letter().to_string()).aliases([
            part.letter().to_ascii_lowercase().to_string(),
            part.as_str().to_owned(),
            part.title().to_owned(),
        ])
    };
    PossibleValuesParser::new(kb::Part::ALL.into_iter().map(part).collect::<Vec<_>>())
}
