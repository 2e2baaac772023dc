//! A typesetter for test documents in the layout of the guideline: cover, 目次 with leaders, headings, framed boxes that run
//! over pages, headers and page numbers. Its font is named and not embedded, and every character is one em wide.

use std::fmt::Write as _;

const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
const MARGIN: f64 = 72.0;
const SIZE: f64 = 10.0;
const PITCH: f64 = 17.0;
/// Between the frame of a box and its text.
const PADDING: f64 = 6.0;

/// Pages under construction.
pub(super) struct Paper {
    header: String,
    pages: Vec<String>,
    y: f64,
    /// The top of the frame that is open.
    frame: Option<f64>,
}

impl Paper {
    pub(super) fn new(header: &str) -> Self {
        Self { header: header.to_owned(), pages: Vec::new(), y: 0.0, frame: None }
    }

    /// Starts a page; an open frame is closed above and goes on below.
    pub(super) fn turn(&mut self) {
        let open = self.frame.is_some();
        self.close_frame();
        self.pages.push(String::new());
        self.y = HEIGHT - MARGIN;
        if self.pages.len() > 1 {
            let (header, number) = (self.header.clone(), format!("- {} -", self.pages.len()));
            self.put(MARGIN, HEIGHT - 40.0, 8.0, &header);
            self.put(WIDTH / 2.0 - 20.0, 36.0, 8.0, &number);
        }
        if open {
            self.open_frame();
        }
    }

    pub(super) fn cover(&mut self, lines: &[&str]) {
        self.turn();
        self.y -= 150.0;
        for line in lines {
            let size = 16.0;
            let x = (WIDTH - size * line.chars().count() as f64) / 2.0;
            self.put(x.max(20.0), self.y, size, line);
            self.y -= 40.0;
        }
    }

    /// An entry of the 目次: leader and page. A long one is broken, and its leader stands on the second line.
    pub(super) fn entry(&mut self, title: &str, page: usize) {
        let number = page.to_string();
        let mut title = title.to_owned();
        if let Some((at, _)) = title.char_indices().nth(38) {
            let rest = title.split_off(at);
            self.line(MARGIN, &title);
            title = rest;
        }
        let dots = 44 - (title.chars().count() + number.chars().count());
        self.line(MARGIN, &format!("{title}{}{number}", ".".repeat(dots)));
    }

    /// A gap, and a line that is kept with what follows.
    pub(super) fn heading(&mut self, text: &str) {
        self.y -= PITCH;
        if self.y < MARGIN + 4.0 * PITCH {
            self.turn();
        }
        self.paragraph(text, 0.0);
    }

    /// A paragraph whose lines but the first are indented by so many ems.
    pub(super) fn paragraph(&mut self, text: &str, hang: f64) {
        let inset = if self.frame.is_some() { PADDING } else { 0.0 };
        let mut left = MARGIN + inset;
        let mut rest: Vec<char> = text.chars().collect();
        while !rest.is_empty() {
            let room = ((WIDTH - MARGIN - inset - left) / SIZE) as usize;
            // A closing mark hangs over the margin.
            let hangs = rest.get(room).is_some_and(|c| "、。)」".contains(*c));
            let line: String = rest.drain(..rest.len().min(room + usize::from(hangs))).collect();
            self.line(left, &line);
            left = MARGIN + inset + hang * SIZE;
        }
    }

    fn line(&mut self, x: f64, text: &str) {
        if self.y < MARGIN + PITCH {
            self.turn();
        }
        let y = self.y;
        self.put(x, y, SIZE, text);
        self.y -= PITCH;
    }

    pub(super) fn open_frame(&mut self) {
        if self.y < MARGIN + 3.0 * PITCH {
            self.turn();
        }
        self.frame = Some(self.y + SIZE + 3.0);
    }

    pub(super) fn close_frame(&mut self) {
        let Some(top) = self.frame.take() else { return };
        let (bottom, width) = (self.y + PITCH - 6.0, WIDTH - 2.0 * MARGIN);
        let page = self.pages.last_mut().unwrap();
        writeln!(page, "{MARGIN} {bottom} {width} {} re S", top - bottom).unwrap();
        self.y -= 6.0;
    }

    fn put(&mut self, x: f64, y: f64, size: f64, text: &str) {
        let code: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        let page = self.pages.last_mut().unwrap();
        writeln!(page, "BT /F {size} Tf {x} {y} Td <{code}> Tj ET").unwrap();
    }

    /// A page that is one picture, as a scanner makes it.
    pub(super) fn scanned() -> Vec<u8> {
        let mut paper = Self::new("");
        paper
            .pages
            .push(format!("q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q\n"));
        paper.finish()
    }

    /// The file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.close_frame();
        let kids: Vec<String> = (0..self.pages.len()).map(|page| format!("{} 0 R", 6 + page * 2)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
            "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3-UniJIS-UCS2-H /Encoding /UniJIS-UCS2-H /DescendantFonts [4 0 R] >>"
                .to_owned(),
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /DW 1000 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>"
                .to_owned(),
            "<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 6 /Ascent 857 /Descent -143 /CapHeight 709 /ItalicAngle 0 /StemV 69 /FontBBox [-123 -257 1001 910] >>"
                .to_owned(),
        ];
        for (index, content) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>",
                7 + index * 2
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
        }
        file(&objects)
    }
}

/// Objects with their table of places.
fn file(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(out, "trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").unwrap();
    out.into_bytes()
}
