//! `sekisho config show`: what a lint would be asked with, and where each value comes from.

use anyhow::Result;
use linter::config::{FailOn, KEYS};
use linter::profile::FACTS;
use linter::read::Revisions;
use linter::report::SeverityView;
use linter::report::text::layout;
use serde::Serialize;

use crate::args::{ConfigCommand, ConfigShowArgs, Format};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;
use crate::settings::Settings;

/// One setting.
#[derive(Debug, Serialize)]
struct Line {
    key: String,
    value: String,
    /// `sekisho.toml:12`, or nothing for a default.
    origin: Option<String>,
}

pub(crate) fn run(command: &ConfigCommand, session: Session) -> Result<Exit> {
    match command {
        ConfigCommand::Show(args) => show(args, session),
    }
}

fn show(args: &ConfigShowArgs, session: Session) -> Result<Exit> {
    let settings = Settings::find(&args.config, &args.files, session)?;
    let lines = lines(&settings, session);
    let text = match args.format {
        Format::Json => output::json(&serde_json::json!({
            "path": settings.path.as_ref().map(|_| settings.shown()),
            "settings": lines,
        }))?,
        Format::Text => page(&settings, &lines, args.origin, session),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn lines(settings: &Settings, session: Session) -> Vec<Line> {
    let config = &settings.config;
    let line = |key: &str, value: String| Line {
        key: key.to_owned(),
        value,
        origin: config.places.get(key).map(|place| settings.place_of(place.start)),
    };
    let none = || session.say("config-value-none", &[]);
    let unknown = || session.say("config-value-unknown", &[]);
    let profile = &config.profile;
    let mut lines = vec![
        line("profile.name", profile.name.clone().unwrap_or_else(unknown)),
        line("profile.type", profile.pattern.map_or_else(unknown, |pattern| pattern.numeral().to_owned())),
        line("profile.beds", profile.beds.map_or_else(unknown, |beds| beds.to_string())),
    ];
    for fact in FACTS {
        let known = profile.facts.known().get(*fact).map(ToString::to_string);
        let is_inferred = known.is_some();
        let mut line = line(&format!("profile.{fact}"), known.unwrap_or_else(unknown));
        line.origin = line.origin.or_else(|| is_inferred.then(|| session.say("config-origin-inferred", &[])));
        lines.push(line);
    }
    for key in KEYS.iter().filter(|key| key.table == "lint") {
        let value = match key.name {
            "fail_on" => {
                config.lint.fail_on.unwrap_or(FailOn::Severity(SeverityView::Error)).name().to_owned()
            }
            "revisions" => match config.lint.revisions {
                Some(Revisions::Original) => "original".to_owned(),
                _ => "final".to_owned(),
            },
            "baseline" => config.lint.baseline.clone().unwrap_or_else(none),
            _ if config.lint.rules.is_empty() => none(),
            _ => config.lint.rules.join(", "),
        };
        lines.push(line(&format!("lint.{}", key.name), value));
    }
    lines.extend(
        config.rules.iter().map(|(rule, setting)| line(&format!("rules.{rule}"), setting.name().to_owned())),
    );
    lines.push(Line {
        key: "documents".to_owned(),
        value: config.documents.iter().map(|listed| listed.path.as_str()).collect::<Vec<_>>().join(", "),
        origin: settings.path.as_ref().filter(|_| !config.documents.is_empty()).map(|_| settings.shown()),
    });
    lines.extend(config.waivers.iter().map(|waiver| Line {
        key: format!("waivers.{}", waiver.rule),
        value: format!("{} ({})", waiver.document, waiver.expires),
        origin: Some(settings.source_of(waiver)),
    }));
    lines.retain(|line| !line.value.is_empty());
    lines
}

fn page(settings: &Settings, lines: &[Line], with_origin: bool, session: Session) -> String {
    let code = if settings.path.is_some() { "config-show-file" } else { "config-show-no-file" };
    let mut page = session.say(code, &[("path", &settings.shown())]) + "\n\n";
    let default = session.say("config-origin-default", &[]);
    let width =
        |of: &dyn Fn(&Line) -> &str| lines.iter().map(|line| layout::width(of(line))).max().unwrap_or(0);
    let (keys, values) = (width(&|line| &line.key), width(&|line| &line.value));
    for line in lines {
        let row = format!("{}  {}", layout::padded(&line.key, keys), layout::padded(&line.value, values));
        let origin = line.origin.as_deref().unwrap_or(&default);
        let row = if with_origin { format!("{row}  {origin}") } else { row };
        page.push_str(row.trim_end());
        page.push('\n');
    }
    page
}
