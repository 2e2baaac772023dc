//! Where lexer, parser and checker put mistakes, so that they can go on.

use std::cell::{Cell, RefCell};

use crate::error::{DslError, DslErrorKind};
use crate::limits;
use crate::span::Span;

/// A list of mistakes shared by all who read one file.
#[derive(Debug, Default)]
pub(crate) struct ErrorSink {
    errors: RefCell<Vec<DslError>>,
    reported: Cell<usize>,
}

impl ErrorSink {
    /// Notes a mistake. After [`limits::ERRORS`] of them, one last error says so and the rest is counted only.
    pub(crate) fn report(&self, kind: DslErrorKind, span: Span) {
        let reported = self.reported.get();
        self.reported.set(reported + 1);
        let limit = limits::ERRORS;
        if reported < limit {
            self.errors.borrow_mut().push(DslError::new(kind, span));
        } else if reported == limit {
            self.errors.borrow_mut().push(DslError::new(DslErrorKind::TooManyErrors { limit }, span));
        }
    }

    /// How many mistakes were reported so far, also those that are not listed.
    pub(crate) fn reported(&self) -> usize {
        self.reported.get()
    }

    /// True when a further mistake would not be listed: what it takes to describe one can be saved.
    pub(crate) fn is_full(&self) -> bool {
        self.reported.get() > limits::ERRORS
    }

    /// True when a mistake was noted inside this place.
    pub(crate) fn any_within(&self, span: Span) -> bool {
        self.errors.borrow().iter().any(|error| error.span.start >= span.start && error.span.end <= span.end)
    }

    /// The mistakes, in the order of the text.
    pub(crate) fn into_sorted(self) -> Vec<DslError> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| error.span);
        errors
    }
}
