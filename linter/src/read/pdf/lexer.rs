//! The words of a content stream: operands and operators, one instruction at a time. Garbage is skipped.

/// What stands before an operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Name(Vec<u8>),
    String(Vec<u8>),
    /// An array, or the keys and values of a dictionary. Inner ones are flattened into it.
    List(Vec<Operand>),
}

impl Operand {
    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }
}

/// Most operands that are kept of one instruction outside lists; none needs more.
const MAX_OPERANDS: usize = 64;

/// Reads instructions from the bytes of a content stream.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

enum Word<'a> {
    Operand(Operand),
    Open,
    Close,
    Operator(&'a [u8]),
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next operator; its operands replace those in `operands`. None at the end.
    pub(super) fn next(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        operands.clear();
        let mut list = Vec::new();
        let mut depth = 0_u32;
        loop {
            match self.word()? {
                Word::Operand(operand) if depth > 0 => list.push(operand),
                Word::Operand(operand) => {
                    if operands.len() < MAX_OPERANDS {
                        operands.push(operand);
                    }
                }
                Word::Open => depth = depth.saturating_add(1),
                Word::Close => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        operands.push(Operand::List(std::mem::take(&mut list)));
                    }
                }
                // `true`, `false` and `null` stand in dictionaries.
                Word::Operator(b"true" | b"false" | b"null") => {}
                Word::Operator(b"BI") => operands.clear(),
                Word::Operator(b"ID") => {
                    self.skip_image();
                    return Some(b"BI");
                }
                Word::Operator(operator) => return Some(operator),
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn word(&mut self) -> Option<Word<'a>> {
        loop {
            let byte = self.peek()?;
            let start = self.at;
            self.at += 1;
            match byte {
                _ if is_space(byte) => {}
                b'%' => self.skip_while(|byte| !matches!(byte, b'\n' | b'\r')),
                b'(' => return Some(Word::Operand(Operand::String(self.literal()))),
                b'<' if self.peek() == Some(b'<') => {
                    self.at += 1;
                    return Some(Word::Open);
                }
                b'<' => return Some(Word::Operand(Operand::String(self.hexadecimal()))),
                b'>' if self.peek() == Some(b'>') => {
                    self.at += 1;
                    return Some(Word::Close);
                }
                b'[' => return Some(Word::Open),
                b']' => return Some(Word::Close),
                b'/' => return Some(Word::Operand(Operand::Name(self.name()))),
                b'>' | b')' | b'{' | b'}' => {}
                _ => {
                    self.skip_while(|byte| !is_space(byte) && !is_delimiter(byte));
                    let word = self.bytes.get(start..self.at).unwrap_or_default();
                    return Some(
                        number(word).map_or(Word::Operator(word), |n| Word::Operand(Operand::Number(n))),
                    );
                }
            }
        }
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
    }

    fn name(&mut self) -> Vec<u8> {
        let start = self.at;
        self.skip_while(|byte| !is_space(byte) && !is_delimiter(byte));
        let mut name = Vec::new();
        let mut rest = self.bytes.get(start..self.at).unwrap_or_default();
        while let [first, after @ ..] = rest {
            rest = after;
            match (first, after) {
                (b'#', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                    name.push(hex(*high).unwrap_or(0) << 4 | hex(*low).unwrap_or(0));
                    rest = after;
                }
                _ => name.push(*first),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1_u32;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth = depth.saturating_add(1),
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|digit| (b'0'..=b'7').contains(digit)) else {
                        break;
                    };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((code & 0xff) as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            match high.take() {
                None => high = Some(digit),
                Some(high) => text.push(high << 4 | digit),
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }

    /// Behind `ID`: to the `EI` that stands alone and is followed by text, not by more picture.
    fn skip_image(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(4).enumerate().find(|(at, window)| {
            let alone =
                matches!(window, [before, b'E', b'I', after] if is_space(*before) && is_space(*after));
            let after = rest.get(at + 4..rest.len().min(at + 16)).unwrap_or_default();
            alone && after.iter().all(|byte| byte.is_ascii_graphic() || is_space(*byte))
        });
        self.at = end.map_or(self.bytes.len(), |(at, _)| self.at + at + 3);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// A number; producers write `--5` and `1.-2` as well.
fn number(word: &[u8]) -> Option<f64> {
    if !word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.')) {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let body = text.trim_start_matches(['-', '+']);
    let body = body.split(['-', '+']).next()?;
    if body == "." || body.is_empty() {
        return Some(0.0);
    }
    body.parse::<f64>().ok().map(|value| sign * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(content: &[u8]) -> Vec<String> {
        let mut lexer = Lexer::new(content);
        let mut operands = Vec::new();
        let mut out = Vec::new();
        while let Some(operator) = lexer.next(&mut operands) {
            out.push(format!("{} {operands:?}", String::from_utf8_lossy(operator)));
        }
        out
    }

    #[test]
    fn instructions() {
        insta::assert_snapshot!(shown(b"/F1 10.5 Tf [(a\\(b\\051) -20 <82a0>] TJ /P#20 <</MCID 0/A[1 2]>> BDC -.5 --3 m % c\n(x(y)z)' BI /W 1 ID \x00EI \x01 EI Q q").join("\n"), @r#"
        Tf [Name([70, 49]), Number(10.5)]
        TJ [List([String([97, 40, 98, 41]), Number(-20.0), String([130, 160])])]
        BDC [Name([80, 32]), List([Name([77, 67, 73, 68]), Number(0.0), Name([65]), Number(1.0), Number(2.0)])]
        m [Number(-0.5), Number(-3.0)]
        ' [String([120, 40, 121, 41, 122])]
        BI [Name([87]), Number(1.0)]
        Q []
        q []
        "#);
    }

    #[test]
    fn garbage_is_skipped_and_never_repeated() {
        for content in [&b"))>>]] (unclosed"[..], b"<12", b"[[[[ 1", b"\xff\xfe %", b"ID", b"\\"] {
            assert!(shown(content).len() <= 2, "{content:?}");
        }
    }
}
