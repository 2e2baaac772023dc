# 文書の読み込み（read-*）
read-empty = ファイルに文字がありません。
    .help = 中身のあるファイルか確かめてください。白紙のPDFや画像だけの文書は、文字にしてから渡します。
read-too-large = ファイルが大きすぎます（上限 { $limit } バイト）。
    .help = 画像を除くか、文書を分けてください。
read-binary = 文字の文書ではありません（バイナリのデータです）。
    .help = 規程や契約書を .docx、.xlsx、.html、.md、.txt のいずれかで渡してください。
read-unknown-extension = 拡張子 .{ $extension } のファイルは、文書として読みません。
    .help = Word なら .docx、表なら .xlsx、文字だけなら .txt か .md の名前で保存し直してください。規則ファイル（.seki）は sekisho rules test で確かめます。
read-wrong-extension = 名前は .{ $extension } ですが、中身はただの文字です。
    .help = 中身が規程や契約書の文なら、名前の終わりを .txt に変えて渡してください。そうでなければ、元のファイルをもう一度取り寄せてください。
read-ole2 = { $kind ->
    [encrypted] パスワードで保護された文書です。
    [ichitaro] 一太郎の文書です。
    [doc] 古い形式の Word 文書（.doc）です。
    [xls] 古い形式の Excel ブック（.xls）です。
   *[other] 古い形式の Office 文書か、パスワードで保護された文書です。
  }
    .help = { $kind ->
    [encrypted] パスワードを外して保存し直してください。
    [ichitaro] 一太郎で開き、「Word文書」（.docx）の形式で保存し直してください。
    [xls] Excel で開き、「Excel ブック（.xlsx）」の形式で保存し直してください。
   *[other] Word か LibreOffice で開き、.docx 形式で保存し直してください。パスワードがあれば外します。
  }
read-not-yet = { $format } の文書は、まだ読めません。
    .help = { $format ->
    [pdf] ブラウザーでは PDF を読めません。コマンド sekisho で読むか、もとの Word 文書（.docx）を渡してください。
    [rtf] Word か LibreOffice で開き、.docx 形式で保存し直してください。
    [odt] LibreOffice か Word で開き、.docx 形式で保存し直してください。
    [xlsb] Excel で開き、「Excel ブック（.xlsx）」の形式で保存し直してください。
    [ods] 表計算ソフトで開き、Excel の形式（.xlsx）で保存し直してください。
   *[other] 元のソフトウェアで開き、.docx 形式かテキストで保存し直してください。
  }
read-encoding = 文字コードが分かりません。
    .help = UTF-8 で保存し直してください。Shift_JIS、EUC-JP、印の付いた UTF-16 も読めます。
read-mojibake = 文字化けしています（「{ $sample }」のあたり）。
    .help = 文字化けする前のファイルから、UTF-8 で保存し直してください。
read-line-too-long = { $line } 行目が長すぎます（上限 { $limit } バイト）。
    .help = 改行が失われていないか確かめてください。
read-too-many-lines = 行が多すぎます（上限 { $limit } 行）。
    .help = 文書を分けてください。
read-zip-broken = 文書の入れ物（zip）が壊れています。
    .help = もう一度取り寄せるか、Word で開いて保存し直してください。
read-zip-unknown = zip の中に文書が見つかりません。
    .help = zip を展開し、中の文書を渡してください。
read-zip-entries = zip の中のファイルが多すぎます（上限 { $limit } 件）。
    .help = Word で開いて保存し直してください。
read-zip-too-large = { $part } を展開すると大きすぎます（上限 { $limit } バイト）。
    .help = 出所の確かな文書か確かめ、Word で開いて保存し直してください。
read-zip-encrypted = パスワードで保護された zip です。
    .help = パスワードを外して展開し、中の文書を渡してください。
read-xml-doctype = 文書の部品 { $part } に、Word が書かない宣言（DTD）があります。安全のため読みません。
    .help = 出所の確かな文書か確かめ、Word で開いて保存し直してください。
read-xml-broken = 文書の部品 { $part } が壊れています。
    .help = Word で開いて（修復して）保存し直してください。
read-xml-depth = 文書の部品 { $part } の入れ子が深すぎます（上限 { $limit } 段）。
    .help = 出所の確かな文書か確かめ、Word で開いて保存し直してください。
read-too-many-elements = ページの要素（タグ）が多すぎます（上限 { $limit } 個）。
    .help = 必要な部分だけを保存し直すか、本文をテキストに貼り付けて保存してください。
read-html-script = ページに文字がありません。開いた後に JavaScript で書き込まれるページです。
    .help = ブラウザーで開いて本文を選び、コピーしてテキスト（.txt）か Word に貼り付け、保存してください。
read-table-too-large = 表の欄が多すぎます（上限 { $limit } 欄）。
    .help = 表を分けてください。
read-image-only = 文字がほとんどなく、画像だけの文書です。書かれていないとは言えません。
    .help = 文字の入った文書を渡すか、文字認識（OCR）をかけてください。
read-image = 画像があります。画像の中の文字は読んでいません。
    .help = 画像に条文や図表があれば、人が確かめてください。
read-replacement-character = 読めない文字（�）が残っています。
    .help = もとのファイルを確かめ、文字を直してください。
read-extract = 抜粋とみられます。読めない条があります（{ $articles }）。書かれていないとは言えません。
    .help = 全文を渡してください。
read-article-gap = 条の番号が飛んでいます（{ $articles }）。書かれていないとは言えません。
    .help = 元の文書で条が抜けていないか、番号の誤りか、人が確かめてください。
read-pdf-broken = PDF が壊れています。
    .help = もう一度取り寄せるか、開いて「PDF として保存（印刷）」し直してください。もとの Word 文書があれば、それを渡してください。
read-pdf-encrypted = パスワードで保護された PDF です。
    .help = パスワードを外して保存し直すか、もとの Word 文書（.docx）を渡してください。
read-pdf-no-text = 文字のない PDF です（{ $pages } 頁すべてが画像か図形）。
    .help = 文字認識（OCR）をかけて保存し直すか、もとの Word 文書（.docx）を求めてください。
read-pdf-unreadable = PDF の文字が読み取れません。書体に文字の対応表がありません。
    .help = 文字認識（OCR）をかけて保存し直すか、もとの Word 文書（.docx）を求めてください。
read-pdf-pages = PDF の頁が多すぎます（上限 { $limit } 頁）。
    .help = 要る頁だけを取り出すか、文書を分けてください。
read-pdf-characters = PDF の文字が多すぎます（上限 { $limit } 字）。
    .help = 要る頁だけを取り出すか、文書を分けてください。
read-pdf-steps = PDF の頁の中身が複雑すぎます（上限 { $limit } 手順）。
    .help = 図面などを除くか、要る頁だけを取り出してください。
read-pdf-objects = PDF の部品が多すぎます（上限 { $limit } 個）。
    .help = 要る頁だけを取り出すか、開いて保存し直してください。
read-pdf-too-large = PDF を展開すると大きすぎます（上限 { $limit } バイト）。
    .help = 出所の確かな文書か確かめ、開いて保存し直してください。
read-pdf-page-unread = { $page } 頁目には文字がないか、壊れていて読めません（画像だけの頁など）。この頁に書かれていないとは言えません。
    .help = 文字認識（OCR）をかけるか、もとの Word 文書を渡してください。それまでは、人がこの頁を読んで確かめてください。
read-pdf-page-mojibake = { $page } 頁目の文字が読み取れません。書体に文字の対応表がありません。
    .help = 文字認識（OCR）をかけるか、もとの Word 文書を渡してください。それまでは、人がこの頁を読んで確かめてください。
read-symbol = 記号フォント（{ $font }）の文字 { $code } が何か分かりません。「〓」と読みました。
    .help = 印刷した文書で、その箇所の記号を確かめてください。
read-macros = マクロの入った文書です。本文だけを読み、マクロは実行も点検もしていません。
    .help = 出所の確かな文書か確かめてください。
read-tracked-changes = 変更履歴があります（挿入 { $insertions } か所、削除 { $deletions } か所）。すべて承諾した後の文として読みました。
    .help = 変更前の文を読むには --revisions original を付けます。承諾後の文でよければ --revisions final を付けると、この知らせは出ません。
read-part-broken = 文書の一部の部品が壊れていて、読めないところがあります。
    .help = Word や Excel で開いて（修復して）保存し直してください。
read-embedded-object = 埋め込まれた図や文書があり、その中の文字は読んでいません。
    .help = 埋め込みの中身を本文に写すか、人が確かめてください。
read-frame = ページの中に別のページ（フレーム）があり、その中の文字は読んでいません。
    .help = フレームの中のページを開いて、そのページを保存してください。
read-hidden-text = 画面に表示されない文（隠された部分）があり、読んでいません。
    .help = 折り畳まれた条文などがないか、ブラウザーで開いて確かめてください。
read-hidden-cells = 非表示のシート、行又は列があります（読みました）。
    .help = 今も使う内容か、表示して確かめてください。
