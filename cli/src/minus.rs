//! `sekisho search 監査 -ログ`: a word with a minus is a word that must not occur, not a row of options.

use std::ffi::OsString;

/// Stands for the minus while the command line is read.
const STAND_IN: char = '−';

/// Keeps such words of a search from being taken for options: those of several letters after a single minus.
pub(crate) fn shield(arguments: Vec<OsString>) -> Vec<OsString> {
    if !arguments.iter().skip(1).any(|argument| argument == "search") {
        return arguments;
    }
    arguments.into_iter().map(|argument| shielded(&argument).map_or(argument, OsString::from)).collect()
}

fn shielded(argument: &OsString) -> Option<String> {
    let word = argument.to_str()?.strip_prefix('-')?;
    let mut letters = word.chars();
    let first = letters.next().filter(|first| *first != '-')?;
    (!first.is_ascii() || letters.next().is_some()).then(|| format!("{STAND_IN}{word}"))
}

/// The word as it was typed.
pub(crate) fn typed(word: &str) -> String {
    word.strip_prefix(STAND_IN).map_or_else(|| word.to_owned(), |rest| format!("-{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_a_search_are_shielded() {
        let shield = |words: &[&str]| {
            let shielded = shield(words.iter().map(OsString::from).collect());
            shielded.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            shield(&["sekisho", "search", "監査", "-ログ", "-h", "--limit", "3"]),
            "sekisho search 監査 −ログ -h --limit 3"
        );
        assert_eq!(shield(&["sekisho", "lint", "-qv"]), "sekisho lint -qv");
        assert_eq!(typed("−ログ"), "-ログ");
    }
}
