//! The elements that the reader knows, so that the open ones can be kept without copies of their names.

macro_rules! names {
    ($($name:literal)*) => {
        /// The name as a constant, or nothing for an element that means nothing here.
        pub(super) fn known(name: &str) -> &'static str {
            match name {
                $($name => $name,)*
                _ => "",
            }
        }
    };
}

names! {
    "r" "t" "p" "rPr" "pPr" "tc" "tr" "tbl" "tcPr" "trPr" "rFonts" "pStyle" "numPr" "numId" "ilvl" "tab" "br" "b"
    "ins" "del" "moveFrom" "moveTo" "delText" "instrText" "delInstrText" "fldChar" "fldSimple" "sym" "vanish"
    "gridSpan" "gridBefore" "vMerge" "hMerge" "cellIns" "cellDel" "outlineLvl" "cr" "ptab" "noBreakHyphen"
    "pPrChange" "rPrChange" "numberingChange" "sectPrChange" "tblPrChange" "tblPrExChange" "trPrChange"
    "tcPrChange" "tblGridChange" "tblPr" "tblPrEx" "tblGrid" "sdtPr" "sdtEndPr" "rt" "rubyPr" "sectPr"
    "footnoteReference" "endnoteReference" "commentReference" "commentRangeStart" "headerReference"
    "footerReference" "footnote" "endnote" "comment" "txbxContent" "object" "altChunk" "subDoc" "ffData" "checkBox"
    "checked" "default" "ddList" "result" "listEntry" "mc:AlternateContent" "mc:Choice" "mc:Fallback" "w16se:symEx" "m:r" "m:t"
    "body" "sdt" "sdtContent" "hyperlink" "smartTag" "customXml" "dir" "bdo"
    "a:blip" "v:imagedata" "dgm:relIds" "c:chart"
}
