//! Puts the texts of the message catalogue into the clap command: one catalogue, two languages, no second copy.
//!
//! Codes are made of the names of subcommands and arguments: `cli-lint-about`, `cli-lint-arg-kind`,
//! `cli-lint-examples`; arguments of all subcommands have `cli-arg-lang`.

use clap::{Arg, Command};
use linter::message::{self, Lang};

/// Columns of a help page that goes to a file or another program.
const WIDTH: usize = 100;

/// The command with all its texts in one language.
pub(crate) fn localised(command: Command, lang: Lang) -> Command {
    dress(command, "cli", "sekisho", lang).term_width(columns())
}

fn columns() -> usize {
    use std::io::IsTerminal as _;
    if std::io::stdout().is_terminal() { 0 } else { WIDTH }
}

fn dress(command: Command, code: &str, path: &str, lang: Lang) -> Command {
    let say = |code: &str| message::text(lang, code, &[]);
    let arguments: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let usage = usage(&command, path, lang);
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        say("cli-heading-usage")
    );
    let mut command = command
        .about(say(&format!("{code}-about")))
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(say("cli-heading-commands"))
        .after_help(examples(code, lang));
    for id in arguments {
        command = command.mut_arg(id, |arg| dress_argument(arg, code, lang));
    }
    for name in subcommands {
        let (code, path) = (format!("{code}-{name}"), format!("{path} {name}"));
        command = command.mut_subcommand(name, |sub| dress(sub, &code, &path, lang));
    }
    command
}

/// `sekisho lint [オプション] <FILE|DIR>...`
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut usage = format!("{path} {}", message::text(lang, "cli-usage-options", &[]));
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        let name = name.unwrap_or_else(|| arg.get_id().as_str().to_uppercase());
        let many = if matches!(arg.get_action(), clap::ArgAction::Append) { "..." } else { "" };
        usage.push_str(&if arg.is_required_set() {
            format!(" <{name}>{many}")
        } else {
            format!(" [{name}]{many}")
        });
    }
    // A command that does something itself lists its subcommands below.
    if command.has_subcommands() && command.get_positionals().next().is_none() {
        usage.push_str(&format!(" {}", message::text(lang, "cli-usage-command", &[])));
    }
    usage
}

fn examples(code: &str, lang: Lang) -> String {
    let examples = message::text(lang, &format!("{code}-examples"), &[]);
    let lines: Vec<String> = examples.lines().map(|line| format!("  {line}")).collect();
    format!("{}\n{}", message::text(lang, "cli-heading-examples", &[]), lines.join("\n"))
}

/// Arguments that mean the same wherever they stand.
const COMMON: &[&str] = &["version", "config", "no-config", "edition"];

/// The code of an argument's help.
pub(crate) fn argument_code(code: &str, arg: &Arg) -> String {
    let id = arg.get_id().as_str().replace('_', "-");
    let common = arg.is_global_set() || COMMON.contains(&id.as_str());
    if common { format!("cli-arg-{id}") } else { format!("{code}-arg-{id}") }
}

fn dress_argument(arg: Arg, code: &str, lang: Lang) -> Arg {
    let heading = if arg.is_positional() {
        "cli-heading-arguments"
    } else if arg.is_global_set() || arg.get_id() == "version" {
        "cli-heading-common"
    } else {
        "cli-heading-options"
    };
    let mut help = message::text(lang, &argument_code(code, &arg), &[]);
    let values = values(&arg);
    if !values.is_empty() {
        help.push_str(&message::text(lang, "cli-values", &[("values", &values.join(", "))]));
    }
    if let Some(default) = arg.get_default_values().first().and_then(|value| value.to_str()) {
        help.push_str(&message::text(lang, "cli-default", &[("value", default)]));
    }
    let arg = arg.help(help).help_heading(message::text(lang, heading, &[]));
    if arg.get_action().takes_values() {
        arg.hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    }
}

fn values(arg: &Arg) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    fn codes(command: &Command, code: &str, found: &mut Vec<String>) {
        found.extend([format!("{code}-about"), format!("{code}-examples")]);
        found.extend(command.get_arguments().map(|arg| argument_code(code, arg)));
        for sub in command.get_subcommands() {
            codes(sub, &format!("{code}-{}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_text() {
        let mut found = Vec::new();
        codes(&crate::args::Cli::command(), "cli", &mut found);
        for lang in [Lang::Ja, Lang::En] {
            let missing: Vec<_> = found.iter().filter(|code| !message::is_known(lang, code)).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", lang.name());
        }
    }

    #[test]
    fn the_command_is_sound() {
        localised(crate::args::Cli::command(), Lang::Ja).debug_assert();
    }
}
