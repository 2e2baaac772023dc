//! Colours, or none: every call is harmless where colours are off.

use annotate_snippets::renderer::{AnsiColor, Effects, Style};

use crate::outcome::Status;
use crate::report::SeverityView;

/// Paints words, if asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// Colours on or off.
    pub const fn new(on: bool) -> Self {
        Self { on }
    }

    /// Whether colours are on.
    pub const fn is_on(self) -> bool {
        self.on
    }

    fn with(self, style: Style, text: &str) -> String {
        if self.on { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Titles.
    pub fn bold(self, text: &str) -> String {
        self.with(Style::new().effects(Effects::BOLD), text)
    }

    /// What stands back: ids, labels.
    pub fn dim(self, text: &str) -> String {
        self.with(Style::new().effects(Effects::DIMMED), text)
    }

    /// What went wrong.
    pub fn bad(self, text: &str) -> String {
        self.with(AnsiColor::Red.on_default().effects(Effects::BOLD), text)
    }

    /// What is in order.
    pub fn good(self, text: &str) -> String {
        self.with(AnsiColor::Green.on_default(), text)
    }

    /// What asks for attention.
    pub fn attention(self, text: &str) -> String {
        self.with(AnsiColor::Yellow.on_default().effects(Effects::BOLD), text)
    }

    /// Words of a status in its colour.
    pub fn status(self, status: Status, text: &str) -> String {
        match status {
            Status::Conflicting | Status::Missing => self.bad(text),
            Status::Partial | Status::Weak | Status::Delegated | Status::Unknown => self.attention(text),
            Status::Satisfied => self.good(text),
            Status::NotApplicable => self.dim(text),
        }
    }

    /// Words of a severity in its colour.
    pub fn severity(self, severity: SeverityView, text: &str) -> String {
        match severity {
            SeverityView::Error => self.bad(text),
            SeverityView::Warning => self.attention(text),
            SeverityView::Info => self.dim(text),
        }
    }
}
