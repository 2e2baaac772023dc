//! How the words of the sentences are meant: 義務, 対象, 〈 〉.

use super::Speaker;

/// All notes, in the order in which they are shown.
const NOTES: &[&str] = &[
    "verbalise-note-concept",
    "verbalise-note-words",
    "verbalise-note-party",
    "verbalise-note-duty",
    "verbalise-note-prohibition",
    "verbalise-note-leave",
    "verbalise-note-about",
    "verbalise-note-deadline",
    "verbalise-note-quantity",
    "verbalise-note-alternative",
    "verbalise-note-sentence",
    "verbalise-note-table",
    "verbalise-note-facts",
];

impl Speaker<'_> {
    /// The notes that the sentences so far call for.
    pub(super) fn notes(&self) -> Vec<String> {
        NOTES.iter().filter(|code| self.remarks.contains(*code)).map(|code| self.say(code, &[])).collect()
    }
}
