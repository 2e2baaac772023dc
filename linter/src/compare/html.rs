//! The 新旧対照表 as one page of HTML: no script, nothing to load, on paper A4 landscape.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, context};

use super::table::Table;
use crate::message::{self, Lang};

const TEMPLATE: &str = include_str!("../../templates/diff.html");

/// The page could not be written, which means a broken build.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the page of the comparison cannot be written: {detail}")]
pub struct RenderError {
    /// The template engine's words.
    pub detail: String,
}

/// Writes the page.
///
/// # Errors
/// The template does not fit the data.
pub fn html(table: &Table, lang: Lang) -> Result<String, RenderError> {
    let failed = |error: minijinja::Error| RenderError { detail: format!("{error:#}") };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // Lines that hold only a block leave no empty line behind.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(failed)?;
    environment.set_syntax(syntax);
    environment.add_function("say", move |code: &str| message::text(lang, code, &[]));
    environment.add_template("diff.html", TEMPLATE).map_err(failed)?;
    let page = environment
        .get_template("diff.html")
        .and_then(|page| page.render(context! { lang => lang.name(), table => Serde(table) }));
    page.map_err(failed)
}
