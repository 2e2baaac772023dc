//! Bytes of a text → UTF-16 code units, which is what scripts count. The only place that converts.

/// The places of bytes of a text in UTF-16 code units, in the order of `bytes`. A byte beyond the end, or within a
/// character, is taken back to the character's beginning.
///
/// ```
/// assert_eq!(wasm::utf16::places("a𠮷条", &[1, 8, 5, 99]), [1, 4, 3, 4]);
/// ```
pub fn places(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_by_key(|at| bytes.get(*at));
    let mut places = vec![0; bytes.len()];
    let mut chars = text.char_indices().peekable();
    let mut units = 0;
    for at in order {
        let Some(wanted) = bytes.get(at) else { continue };
        while let Some((start, character)) = chars.peek() {
            if start + character.len_utf8() > *wanted {
                break;
            }
            units += character.len_utf16();
            chars.next();
        }
        if let Some(place) = places.get_mut(at) {
            *place = units;
        }
    }
    places
}
