# Reading documents (read-*)
read-empty = The file has no text.
    .help = Check that it is the right file. Scanned pages have to be turned into text first.
read-too-large = The file is too large (limit { $limit } bytes).
    .help = Remove pictures or split the document.
read-binary = This is not a text document but binary data.
    .help = Give the rule or contract as .docx, .xlsx, .html, .md or .txt.
read-unknown-extension = A file ending in .{ $extension } is not read as a document.
    .help = Save it as .docx, as .xlsx if it is a table, or as .txt or .md if it is plain text. Rule files (.seki) are checked by sekisho rules test.
read-wrong-extension = The file is named .{ $extension } but holds nothing but plain text.
    .help = If the text is the rule or contract, rename it to .txt. Otherwise fetch the file again.
read-ole2 = { $kind ->
    [encrypted] The document is protected by a password.
    [ichitaro] This is an Ichitaro document.
    [doc] This is an old Word document (.doc).
    [xls] This is an old Excel workbook (.xls).
   *[other] This is an old Office document, or one protected by a password.
  }
    .help = { $kind ->
    [encrypted] Remove the password and save it again.
    [ichitaro] Open it in Ichitaro and save it as a Word document (.docx).
    [xls] Open it in Excel and save it as an Excel workbook (.xlsx).
   *[other] Open it in Word or LibreOffice and save it as .docx, without a password.
  }
read-not-yet = { $format } documents cannot be read yet.
    .help = { $format ->
    [pdf] The browser cannot read PDF. Use the command sekisho, or give the original Word document (.docx).
    [rtf] Open it in Word or LibreOffice and save it as .docx.
    [odt] Open it in LibreOffice or Word and save it as .docx.
    [xlsb] Open it in Excel and save it as an Excel workbook (.xlsx).
    [ods] Open it in its own program and save it as .xlsx.
   *[other] Open it in its own program and save it as .docx or as text.
  }
read-encoding = The encoding of the text cannot be told.
    .help = Save it as UTF-8. Shift_JIS, EUC-JP and UTF-16 with a byte order mark can be read too.
read-mojibake = The text is garbled (near “{ $sample }”).
    .help = Go back to the file before it was garbled and save it as UTF-8.
read-line-too-long = Line { $line } is too long (limit { $limit } bytes).
    .help = Check whether line breaks were lost.
read-too-many-lines = The document has too many lines (limit { $limit }).
    .help = Split the document.
read-zip-broken = The container of the document (zip) is broken.
    .help = Fetch the file again, or open it in Word and save it again.
read-zip-unknown = The zip holds no document.
    .help = Unpack it and give the document inside.
read-zip-entries = The zip holds too many files (limit { $limit }).
    .help = Open the document in Word and save it again.
read-zip-too-large = { $part } expands to more than { $limit } bytes.
    .help = Check where the document comes from; open it in Word and save it again.
read-zip-encrypted = The zip is protected by a password.
    .help = Unpack it with the password and give the document inside.
read-xml-doctype = The part { $part } of the document has a declaration (DTD) that Word never writes. It is not read, to be safe.
    .help = Check where the document comes from; open it in Word and save it again.
read-xml-broken = The part { $part } of the document is broken.
    .help = Open it in Word, let Word repair it, and save it again.
read-xml-depth = The part { $part } of the document is nested too deeply (limit { $limit }).
    .help = Check where the document comes from; open it in Word and save it again.
read-too-many-elements = The page has too many elements (limit { $limit }).
    .help = Save only the part that matters, or paste its text into a text file.
read-html-script = The page has no text of its own: a script writes it when the page is opened.
    .help = Open it in a browser, copy the text into a text file or a Word document, and save that.
read-table-too-large = The tables have too many cells (limit { $limit }).
    .help = Split the tables.
read-image-only = The document is pictures with hardly any text. Nothing can be said to be missing.
    .help = Give a document with text, or run text recognition (OCR) on it.
read-image = There is a picture; text inside it was not read.
    .help = If the picture holds provisions or figures, a person has to check it.
read-replacement-character = Unreadable characters (�) are left in the text.
    .help = Look at the original file and repair them.
read-extract = This looks like an extract: articles are missing ({ $articles }). Nothing can be said to be absent.
    .help = Hand over the full text.
read-article-gap = The numbers of the articles jump ({ $articles }). Nothing can be said to be absent.
    .help = Check in the original whether an article is missing or only its number is wrong.
read-pdf-broken = The PDF is broken.
    .help = Fetch it again, or open it and save (print) it as PDF anew. If there is a Word document behind it, give that.
read-pdf-encrypted = The PDF is protected by a password.
    .help = Remove the password and save it again, or give the original Word document (.docx).
read-pdf-no-text = The PDF has no text (all { $pages } pages are pictures or drawings).
    .help = Run text recognition (OCR) over it and save it again, or ask for the original Word document (.docx).
read-pdf-unreadable = The characters of the PDF cannot be told: its fonts do not say what they are.
    .help = Run text recognition (OCR) over it and save it again, or ask for the original Word document (.docx).
read-pdf-pages = The PDF has too many pages (limit { $limit }).
    .help = Take out the pages that matter, or split the document.
read-pdf-characters = The PDF has too many characters (limit { $limit }).
    .help = Take out the pages that matter, or split the document.
read-pdf-steps = The pages of the PDF are too complex (limit { $limit } steps).
    .help = Remove drawings, or take out the pages that matter.
read-pdf-objects = The PDF has too many objects (limit { $limit }).
    .help = Take out the pages that matter, or open it and save it again.
read-pdf-too-large = The PDF expands to more than { $limit } bytes.
    .help = Check where the document comes from; open it and save it again.
read-pdf-page-unread = Page { $page } has no text or is damaged (a scanned page, for example). It cannot be said that something is not written there.
    .help = Run text recognition (OCR) over it, or give the original Word document. Until then, have a person read the page.
read-pdf-page-mojibake = The characters of page { $page } cannot be told: its fonts do not say what they are.
    .help = Run text recognition (OCR) over it, or give the original Word document. Until then, have a person read the page.
read-symbol = It is not known what character { $code } of the symbol font { $font } shows. It was read as “〓”.
    .help = Look at the printed document there.
read-macros = The document holds macros. Only its text was read; the macros were neither run nor checked.
    .help = Check where the document comes from.
read-tracked-changes = There are tracked changes ({ $insertions } insertions, { $deletions } deletions). The text was read as if all were accepted.
    .help = Read the text before the changes with --revisions original; --revisions final says that the accepted text is meant and silences this note.
read-part-broken = A part of the document is broken: something could not be read.
    .help = Open it in Word or Excel, let it be repaired, and save it again.
read-embedded-object = There is an embedded object; text inside it was not read.
    .help = Copy its content into the text, or have a person check it.
read-frame = There is a page within the page (a frame); its text was not read.
    .help = Open the page inside the frame and save that one.
read-hidden-text = There are sentences that the page does not show; they were not read.
    .help = Open the page in a browser and look for folded provisions.
read-hidden-cells = There are hidden sheets, rows or columns (they were read).
    .help = Show them and check whether they still hold.
