# 新旧の比較: 何が変わったか、遵守事項の定めがどうなったか、新旧対照表

compare-title = 新旧の比較 { $title }
compare-old = 旧
compare-new = 新
compare-founded = （新設）
compare-deleted = （削る）
compare-omitted = （略）
compare-file = { $path }(条 { $count })
compare-same = 違いはありません
compare-folded = ……同じ { $count } 区分は省略
compare-unnamed = 本文
compare-and = ・

compare-change-changed = 変更
compare-change-added = 新設
compare-change-deleted = 削除
compare-change-moved = 移動
compare-change-renumbered = 番号の変更
compare-change-followed = 条番号のずれ
compare-change-drifted = 参照先のずれ

compare-count-changed = 変更 { $count }
compare-count-added = 新設 { $count }
compare-count-deleted = 削除 { $count }
compare-count-moved = 移動 { $count }
compare-count-renumbered = 番号の変更 { $count }
compare-count-followed = 条番号のずれだけ { $count }
compare-count-drifted = 参照先のずれ { $count }
compare-count-unchanged = 同じ { $count }

compare-note = ※ { $note }
compare-note-moved = { $old }から{ $new }へ移動
compare-note-renumbered = { $old } → { $new }
compare-note-split = 旧{ $place }から分けたもの
compare-note-merged = 新{ $place }に合わせたもの
compare-note-from = { $place }は、旧{ $from }にあったもの
compare-note-to = { $place }は、新{ $to }へ移したもの
compare-drift = { $place }の「{ $words }」は、旧の{ $was }を指していました。その定めは新の{ $went }にあり、「{ $words }」は新の{ $now }を指します。番号を直すかを確かめてください
compare-drift-deleted = { $place }の「{ $words }」が指していた旧の{ $was }は、新にはありません。「{ $words }」は新の{ $now }を指します。番号を直すかを確かめてください

compare-clauses = 点検項目の定めへの影響
compare-move-lost = 失われた
compare-move-weakened = 弱まった
compare-move-unclear = 判断できない
compare-move-gained = 加わった
compare-move-strengthened = 強まった
compare-move-reworded = 言い換え
compare-move-unchanged = 同じ
compare-move-lost-meaning = 旧にあった定めが、新にはない
compare-move-weakened-meaning = 新の定めは、旧より頼れない
compare-move-unclear-meaning = 読めない部分があるか、片方にしか求めない
compare-move-gained-meaning = 旧になかった定めが、新にはある
compare-move-strengthened-meaning = 新の定めは、旧より頼れる
compare-move-reworded-meaning = 判定は同じで、言葉が違う
compare-move-unchanged-meaning = 判定も言葉も同じ
compare-requirement = { $title }: { $old } → { $new }
compare-waived = 例外として承認済み({ $approver }、{ $expires } まで)。失われたものに数えません

compare-table-title = { $title } 新旧対照表
compare-table-new = 改正後（新）
compare-table-old = 改正前（旧）
compare-table-remarks = 備考
compare-table-files = 新: { $new }　旧: { $old }
compare-table-file-titled = { $file }（{ $title }）
compare-table-date = 作成日 { $date }
compare-table-legend = 下線は改正部分。（新設）は改正後に加わったもの、（削る）は改正後にないもの、（略）は改正前後で同じもの。
compare-remark-bare = 【{ $change }】{ $title }
compare-remark = 【{ $change }】{ $title }（根拠 { $basis }）

report-since = 変更分
report-since-counts = { $path } から変わった { $changed } 区分による指摘だけを示します。前からある指摘 { $hidden } 件は省きました

cli-diff-about = 新旧二つの文書を比べ、変わった条と、点検項目の定めへの影響を示します。-o で新旧対照表を作ります
cli-diff-examples =
    sekisho diff 規程_旧.docx 規程_新.docx
    sekisho diff 契約書案1.docx 契約書案2.pdf -o 新旧対照表.docx --remarks
    sekisho diff 旧.md 新.md --fail-on-loss warning --format json
cli-diff-arg-old = 旧い文書(Word、PDF、Excel、HTML、Markdown、テキスト)。形が新と違ってもよい
cli-diff-arg-new = 新しい文書
cli-diff-arg-kind = 両方の文書の種別。なければ新しい文書の題名と本文から判定
cli-diff-arg-rules = 組み込みの規則に加える規則ファイル(.seki)又はフォルダー
cli-diff-arg-profile = 医療機関の前提を書いたファイル(TOML)
cli-diff-arg-system-type = 医療機関の区分
cli-diff-arg-set = 前提を一つ定める(例 scanning=false)。何度でも。--profile に優先
cli-diff-arg-revisions = 変更履歴のある文書の、変更前(original)と承諾後(final)のどちらを読むか
cli-diff-arg-format = 標準出力の形
cli-diff-arg-output = 新旧対照表を書くファイル。拡張子で形が決まる(.docx、.xlsx、.html)
cli-diff-arg-remarks = 新旧対照表に備考の欄を加え、点検項目の定めへの影響を書く
cli-diff-arg-fail-on-loss = この重さ以上の定めが失われるか弱まったら、終了状態を1にする(neverなら常に0)。例外として承認済みのものは数えない
cli-diff-arg-today = 対照表と報告の日付。なければ日本の今日
cli-diff-arg-quiet = 失われた定めと弱まった定めだけを、一行ずつ示す
cli-diff-arg-verbose = 言い換えも示す
cli-diff-output-kind = 新旧対照表は「{ $path }」の形では書けません
    .help = 拡張子を .docx、.xlsx、.html のどれかにしてください。
cli-diff-stdin = 新旧の両方を標準入力から読むことはできません
    .help = 一方はファイルで渡してください。
cli-diff-written = 「{ $path }」に新旧対照表を書きました

cli-lint-arg-since = 旧い版の文書。そこから言葉の変わった条による指摘と、旧い版にあって失われた定めだけを数え、前からある指摘は件数だけを示す。文書を一つだけ渡すときに使う
cli-since-one = --since は、点検する文書が一つのときに使います
    .help = フォルダーやパターンではなく、文書を一つ渡してください。
