//! A progress bar for people who have to wait.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

/// It is shown only to those who have waited this long.
const PATIENCE: Duration = Duration::from_secs(1);

/// A progress bar on standard error that appears only after a while, and only on a terminal.
pub(crate) struct Bar {
    bar: ProgressBar,
    since: Instant,
}

impl Bar {
    /// A bar of so many steps.
    pub(crate) fn new(steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        Self { bar, since: Instant::now() }
    }

    /// One step is done.
    pub(crate) fn step(&self) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            // Draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// All is done: the bar goes.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
