//! Exit statuses: the contract with scripts and CI.

use std::process::ExitCode;

/// How a run ended. Ordered: with several files the highest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// 0: nothing at or above `--fail-on`.
    Clean,
    /// 1: findings, or an example of a rule that does not come out as it says, or a client of the language server that left
    /// without `shutdown`.
    Findings,
    /// 2: the input, a rule, the configuration or the command line could not be used.
    Unusable,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Unusable => 2,
        })
    }
}
