#!/usr/bin/env python3
"""見本の契約書（.md）から Word 文書（.docx）を作る。

    pip install python-docx
    python3 make_docx.py            # 下の SOURCES の .md をすべて変換する
    python3 make_docx.py --check    # 書き出さずに、既存の .docx が .md と一致するかを調べる

条・項・号・細分の番号は文字として書かず、段落スタイルに結び付けた多段階の番号書式（numbering.xml）が付ける。
.md に書かれた番号は、Word が付ける番号と同じになるかの検算に使い、違えば止まる。
時刻などを固定しているので、同じ .md からは、何度実行しても同じバイト列の .docx ができる
（Python と python-docx の版が同じ場合）。

.md の書き方（段落は空行で区切る）
    # 題名          ## 第1条（見出し）     1　項     （1）号     ア　細分
    ## 別紙…        ### 別紙の中の見出し    | 表 |    　で始まる段落は記名欄
"""

import datetime
import io
import re
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

HERE = Path(__file__).resolve().parent
# Word 文書も置く見本。章や別紙の中の条を持つ見本（hyoujun-hoshu-keiyaku など）は .md だけで置く。
SOURCES = ("cloud-riyou-keiyaku", "karte-hoshu-keiyaku")
STAMP = datetime.datetime(2025, 1, 1)
MINCHO, GOTHIC = "ＭＳ 明朝", "ＭＳ ゴシック"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"

ARTICLE = re.compile(r"第([0-9０-９]+)条(?=（)")
PARAGRAPH = re.compile(r"([0-9０-９]+)　")
ITEM = re.compile(r"（([0-9０-９]+)）")
SUBITEM = re.compile(rf"([{KANA}])　")

# 番号の段: スタイル名、スタイル ID、左インデント（twip）、ぶら下げ（twip）。全角一字が 210 twip。
LEVELS = [
    ("条", "Jo", 0, 0),
    ("項", "Ko", 420, 420),
    ("号", "Go", 1260, 840),
    ("号の細分", "GoSaibun", 1680, 420),
]


# ---- .md を読む ---------------------------------------------------------------------------------


def read_blocks(text):
    """(種類, 番号, 本文) の列。表は ("table", None, 行の列)。"""
    blocks = []
    for chunk in re.split(r"\n\s*\n", text.strip("\n")):
        lines = chunk.split("\n")
        if lines[0].startswith("|"):
            rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
            blocks.append(("table", None, [rows[0], *rows[2:]]))
            continue
        if len(lines) != 1:
            raise SystemExit(f"段落の中で改行しています: {lines[0][:30]}")
        blocks.append(read_paragraph(lines[0]))
    return blocks


def read_paragraph(line):
    if line.startswith("### "):
        return ("subheading", None, line[4:])
    if line.startswith("## "):
        line = line[3:]
        found = ARTICLE.match(line)
        return (0, found[1], line[found.end() :]) if found else ("appendix", None, line)
    if line.startswith("# "):
        return ("title", None, line[2:])
    for level, pattern in ((1, PARAGRAPH), (2, ITEM), (3, SUBITEM)):
        found = pattern.match(line)
        if found:
            return (level, found[1], line[found.end() :].lstrip("　"))
    return ("signature", None, line) if line.startswith("　") else ("body", None, line)


class House:
    """一つの契約書の番号の流儀: 全角の数字か、各条の最初の項に番号を付けるか。"""

    def __init__(self, blocks):
        self.wide = any(level == 0 and number[0] in "０１２３４５６７８９" for level, number, _ in blocks)
        plain_first = [b for a, b in zip(blocks, blocks[1:]) if a[0] == "body" and b[0] == 1]
        self.first_paragraph = 2 if plain_first else 1
        self.check(blocks)

    def digits(self, number):
        return str(number).translate(WIDE) if self.wide else str(number)

    def check(self, blocks):
        """Word の数え方で数え直し、書かれた番号と比べる。"""
        count = [0, 0, 0, 0]
        in_appendix = bare_items = False
        for kind, number, text in blocks:
            if kind == "appendix":
                in_appendix = True
            if kind not in (0, 1, 2, 3):
                continue
            if in_appendix:
                raise SystemExit(f"別紙の中では条・項・号を使えません: {text[:20]}")
            if kind == 1 and bare_items:
                raise SystemExit(f"番号のない項に号が続いた後の項は、Word での番号が定まりません: {text[:20]}")
            if kind == 0:
                bare_items = False
            if kind == 2 and count[1] == 0:
                bare_items = True
            start = self.first_paragraph if kind == 1 else 1
            count[kind] = count[kind] + 1 if count[kind] else start
            count[kind + 1 :] = [0] * (3 - kind)
            expected = KANA[count[3] - 1] if kind == 3 else self.digits(count[kind])
            if number != expected:
                raise SystemExit(f"番号が合いません: {number} は {expected} のはずです（{text[:20]}）")
        articles = count[0]
        for kind, _, text in blocks:
            cells = sum(text, []) if kind == "table" else [text]
            for found in re.finditer(r"第([0-9０-９]+)条", " ".join(cells)):
                if int(found[1].translate(NARROW)) > articles:
                    raise SystemExit(f"存在しない条を引いています: {found[0]}")

    def label(self, kind, number):
        return {0: f"第{number}条", 1: f"{number}　", 2: f"（{number}）", 3: f"{number}　"}.get(kind, "")


# ---- .docx を書く -------------------------------------------------------------------------------


def set_fonts(style, east_asia, latin):
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, value in (("ascii", latin), ("hAnsi", latin), ("eastAsia", east_asia), ("cs", latin)):
        fonts.set(qn(f"w:{name}"), value)


def add_style(document, name, style_id, size=10.5, bold=False, gothic=False, before=0, after=0, indent=0, hanging=0):
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), style_id)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size, style.font.bold = Pt(size), bold or None
    if gothic:
        set_fonts(style, GOTHIC, "Arial")
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    if indent:
        layout.left_indent = Pt(indent / 20)
    if hanging:
        layout.first_line_indent = Pt(-hanging / 20)
    return style


def define_styles(document):
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    set_fonts(normal, MINCHO, "Times New Roman")
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US")
    lang.set(qn("w:eastAsia"), "ja-JP")
    normal.element.get_or_add_rPr().append(lang)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.space_after = Pt(0)

    title = add_style(document, "契約書の題名", "Daimei", size=16, bold=True, gothic=True, after=18)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, style_id, indent, hanging in LEVELS:
        heading = style_id == "Jo"
        style = add_style(document, name, style_id, gothic=heading, before=10 if heading else 0, after=2, indent=indent, hanging=hanging)
        style.paragraph_format.keep_with_next = heading or None
    add_style(document, "前文", "Zenbun", after=6)
    add_style(document, "条の本文", "JoHonbun", after=2, indent=420)
    add_style(document, "記名欄", "Kimei", after=4, indent=2100)
    appendix = add_style(document, "別紙見出し", "Besshi", size=13, bold=True, gothic=True, after=8)
    appendix.paragraph_format.page_break_before = True
    subheading = add_style(document, "別紙小見出し", "BesshiKo", gothic=True, before=10, after=4)
    subheading.paragraph_format.keep_with_next = True
    add_style(document, "表の文字", "HyoMoji", size=9.5)
    for style_id, outline in (("Jo", 0), ("Besshi", 0), ("BesshiKo", 1)):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        find_style(document, style_id).get_or_add_pPr().append(level)


def find_style(document, style_id):
    return next(s for s in document.styles.element.iter(qn("w:style")) if s.get(qn("w:styleId")) == style_id)


def define_numbering(document, house):
    """第%1条・%2・（%3）・ア の四段を一つの番号書式とし、各段をスタイルに結び付ける。"""
    decimal = "decimalFullWidth" if house.wide else "decimal"
    formats = [(decimal, "第%1条", "nothing"), (decimal, "%2", "tab"), (decimal, "（%3）", "tab"), ("aiueoFullWidth", "%4", "tab")]
    levels = ""
    for level, ((_, style_id, indent, hanging), (fmt, text, suffix)) in enumerate(zip(LEVELS, formats)):
        start = house.first_paragraph if level == 1 else 1
        levels += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/><w:pStyle w:val="{style_id}"/>'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:nsid w:val="5E4B1C01"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5E4B1C02"/>{levels}</w:abstractNum>'
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))
    for level, (_, style_id, _, _) in enumerate(LEVELS):
        properties = find_style(document, style_id).get_or_add_pPr()
        bound = properties.get_or_add_numPr()
        bound.get_or_add_ilvl().val = level
        bound.get_or_add_numId().val = 1
    # 使わない組込みの箇条書きスタイルは、消した番号書式を指したままにしない。
    own = {style_id for _, style_id, _, _ in LEVELS}
    for style in document.styles.element.iter(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        stale = properties.find(qn("w:numPr")) if properties is not None else None
        if stale is not None and style.get(qn("w:styleId")) not in own:
            properties.remove(stale)


def add_field(paragraph, instruction):
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "instr":
            node = OxmlElement("w:instrText")
            node.set(qn("xml:space"), "preserve")
            node.text = f" {instruction} "
            run._r.append(node)
        elif kind == "text":
            run.text = "1"
        else:
            node = OxmlElement("w:fldChar")
            node.set(qn("w:fldCharType"), kind)
            run._r.append(node)


def lay_out_page(document, title):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    header.add_run(title).font.size = Pt(9)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(footer, "PAGE")
    footer.add_run(" / ")
    add_field(footer, "NUMPAGES")


def add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for row, cells in zip(table.rows, rows):
        for cell, text in zip(row.cells, cells):
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles["表の文字"]
            paragraph.add_run(text)
            if text in ("○", "－"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_widths(table, rows)
    for cell in table.rows[0].cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7E6E6")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)


def set_widths(table, rows):
    """列の幅を、その列で最も長い文字列に応じて配る。"""
    longest = [min(max(len(row[i]) for row in rows), 24) + 3 for i in range(len(rows[0]))]
    widths = [Mm(160 * n // sum(longest)) for n in longest]
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = width
        for cell in column.cells:
            cell.width = width


def build(markdown):
    blocks = read_blocks(markdown)
    house = House(blocks)
    document = Document()
    define_styles(document)
    define_numbering(document, house)
    title = next(text for kind, _, text in blocks if kind == "title")
    lay_out_page(document, title)
    styles = {"title": "契約書の題名", "appendix": "別紙見出し", "subheading": "別紙小見出し", "signature": "記名欄"}
    in_article = False
    for index, (kind, _, text) in enumerate(blocks):
        if kind == "table":
            add_table(document, text)
            continue
        if kind in (0, 1, 2, 3):
            style = LEVELS[kind][0]
            in_article = in_article or kind == 0
        elif kind == "body":
            # 条の見出しの直後だけが条の本文で、ほかは前文・後文・凡例。
            style = "条の本文" if in_article and blocks[index - 1][0] == 0 else "前文"
        else:
            style = styles[kind]
        paragraph = document.add_paragraph(style=style)
        paragraph.add_run(text.lstrip("　") if kind == "signature" else text)
    stamp_properties(document, title)
    return normalise(document)


def stamp_properties(document, title):
    properties = document.core_properties
    properties.title, properties.language = title, "ja-JP"
    properties.author = properties.last_modified_by = "Sekisho"
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = properties.last_printed = STAMP
    properties.revision = 1


def normalise(document):
    """zip の中の順序と時刻を固定し、見本に要らない縮小画像と表スタイルを除く。"""
    for rels, ending in ((document.part.package.rels, "/thumbnail"), (document.part.rels, "/stylesWithEffects")):
        for key, relation in list(rels.items()):
            if relation.reltype.endswith(ending):
                del rels[key]
    styles = document.styles.element
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
        for name in names:
            entry = zipfile.ZipInfo(name, date_time=STAMP.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            target.writestr(entry, source.read(name), compresslevel=9)
    return out.getvalue()


# ---- 検算 ---------------------------------------------------------------------------------------


def words_of_markdown(markdown):
    blocks = read_blocks(markdown)
    house, lines = House(blocks), []
    for kind, number, text in blocks:
        if kind == "table":
            lines += ["\t".join(row) for row in text]
        else:
            lines.append(house.label(kind, number) + text.lstrip("　"))
    return lines


def words_of_docx(data):
    """開き直した .docx の文字。番号は numbering.xml の定義から数える。"""
    document = Document(io.BytesIO(data))
    levels = {}
    for lvl in document.part.numbering_part.element.iter(qn("w:lvl")):
        pick = lambda tag: lvl.find(qn(f"w:{tag}")).get(qn("w:val"))
        levels[pick("pStyle")] = (int(lvl.get(qn("w:ilvl"))), int(pick("start")), pick("numFmt"), pick("lvlText"), pick("suff"))
    count, lines = [0] * 4, []
    for node in document.element.body:
        if node.tag == qn("w:tbl"):
            for row in node.iter(qn("w:tr")):
                lines.append("\t".join("".join(t.text or "" for t in c.iter(qn("w:t"))) for c in row.iter(qn("w:tc"))))
        elif node.tag == qn("w:p"):
            text = "".join(t.text or "" for t in node.iter(qn("w:t")))
            style = node.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            known = levels.get(style.get(qn("w:val"))) if style is not None else None
            if known:
                level, start, fmt, template, suffix = known
                count[level] = count[level] + 1 if count[level] else start
                count[level + 1 :] = [0] * (3 - level)
                number = KANA[count[level] - 1] if fmt == "aiueoFullWidth" else str(count[level])
                number = number.translate(WIDE) if fmt == "decimalFullWidth" else number
                label = template.replace(f"%{level + 1}", number)
                text = label + ("　" if suffix == "tab" and level != 2 else "") + text
            lines.append(text)
    return lines


def main():
    failed = False
    for source in (HERE / f"{name}.md" for name in SOURCES):
        markdown, target = source.read_text(encoding="utf-8"), source.with_suffix(".docx")
        data = build(markdown)
        if "--check" in sys.argv[1:]:
            data = target.read_bytes()
        else:
            target.write_bytes(data)
        same = words_of_docx(data) == words_of_markdown(markdown)
        failed |= not same
        print(f"{target.name}: {'同じ文言' if same else '文言が違います'}（{len(data)} バイト）")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
