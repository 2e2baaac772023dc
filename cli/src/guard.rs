//! Keeps a panic in one document from ending the run: it becomes an error that names where it happened.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes panics instead of printing them.
pub(crate) fn install() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or_default();
        LAST.with(|last| *last.borrow_mut() = format!("{words} ({place})").trim().to_owned());
    }));
}

/// Runs `work`; a panic in it becomes an error with its words and place.
pub(crate) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| LAST.with(RefCell::take))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_words() {
        install();
        let words = catch(|| panic!("broken")).unwrap_err();
        assert!(words.starts_with("broken (cli/src/guard.rs:"), "{words}");
        assert_eq!(catch(|| 1), Ok(1));
    }
}
