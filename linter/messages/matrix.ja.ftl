# 遵守事項と文書の対応(sekisho matrix)の言葉。

matrix-title = 遵守事項と文書の対応(ガイドライン第{ $edition }版)
matrix-part = { $title }(遵守事項 { $count })
matrix-recognised = (判定)
matrix-stated = (指定)
matrix-settled = (処理済)
matrix-quote = { $article }「{ $quote }」
matrix-near = (近いが足りない){ $quote }
matrix-near-place = { $article }(近い)
matrix-forbidden-absent = 反対の定めなし
matrix-only-forbidden = 反対の定めがないことだけを確かめました。求めることが書かれているかは見ていません
matrix-more = ほかに { $count } か所
matrix-yes = 要対応
matrix-confirmed = 確認済
matrix-no-verdict = 判定なし
matrix-not-asked = この種別や前提の文書に求める規則はありません(示せる文書: { $targets })
matrix-all-types = Ⅰ〜Ⅳ
matrix-uncovered = 規則がありません。人が確かめてください(示せる文書: { $targets })
matrix-uncovered-short = 規則なし
matrix-not-in-documents = 規則がありません。文書には表れない事柄と整理しています。実施の記録などで確かめてください
matrix-not-obtained = 本文未入手のため、規則の根拠にできません。ガイドラインの正文で確かめてください
matrix-other-type = 類型{ $type }には当てはまらない遵守事項です
matrix-simplified = 簡素化できる場合: { $condition }
matrix-waived = 例外
matrix-waived-by = 例外: { $reason }(承認 { $approver }、{ $expires } まで)
matrix-waiver-expired = 例外は期限切れです: { $reason }(承認 { $approver }、{ $expires } まで)
matrix-waiver-reworded = 例外を認めた後に文言が変わりました: { $reason }(承認 { $approver }、{ $expires } まで)
matrix-in-baseline = 以前からの指摘
matrix-square = { $id } { $title } / { $document }: { $status }
matrix-meaning = 意味
matrix-nothing-unread = なし
matrix-document = 文書 { $number }
matrix-list-not-asked = これらの文書に求めない遵守事項 { $count } 件: { $ids }
matrix-list-uncovered = 規則のない遵守事項 { $count } 件(人が確かめる): { $ids }
matrix-list-not-obtained = 本文未入手の遵守事項 { $count } 件: { $ids }
matrix-open = 判断の要る指摘 { $open } 件、例外や以前からの指摘 { $settled } 件
matrix-how-to-decide = 「指摘一覧」の 判断・理由・承認者・期限 に書き込み、sekisho matrix import で読み戻すと、例外の設定になります。
matrix-policy-joined = 遵守事項の状態は、それを根拠に挙げる要件を合わせたものです。反対の定めが一つでもあれば「反対の定め」、すべて満たせば「定めあり」、満たすものと満たさないものが混じれば「一部のみ」。推奨は、求める要件がほかにないときだけ数えます。
matrix-policy-meaning = 「定めあり」は、その規則が見る事柄が文書に書かれていることだけを示します。遵守事項の全部を見たという意味でも、実施しているという意味でもありません。
matrix-policy-silent = 「判定なし」は、その遵守事項を根拠に挙げる規則がないことを示します。問題がないという意味ではありません。理由は備考にあります。
matrix-counts = 編と状態ごとの遵守事項の数
matrix-chart = 文書に求める遵守事項の状態
matrix-documents = 文書
matrix-legend = 記号の意味
matrix-clause-table = 遵守事項ごとの状態と根拠
matrix-open-findings = 判断の要る指摘
matrix-settled-findings = 例外と、以前からの指摘

matrix-sheet-summary = 要約
matrix-sheet-findings = 指摘一覧
matrix-sheet-overview = 対応表
matrix-sheet-settled = 例外一覧
matrix-sheet-left-over = 前回の判断

matrix-column-part = 編
matrix-column-id = ID
matrix-column-citation = 箇所
matrix-column-title = 遵守事項
matrix-column-confirmed = 確認状況
matrix-column-types = 類型
matrix-column-targets = 示せる文書
matrix-column-document = 文書
matrix-column-status = 状態
matrix-column-article = 条
matrix-column-quote = 引用
matrix-column-rule = 規則
matrix-column-note = 備考
matrix-column-open = 対応
matrix-column-number = 番号
matrix-column-severity = 重さ
matrix-column-finding = 指摘
matrix-column-message = 内容
matrix-column-basis = 根拠
matrix-column-decision = 判断
matrix-column-reason = 理由
matrix-column-approver = 承認者
matrix-column-due = 期限
matrix-column-advice = 条文の例
matrix-column-fingerprint = 指紋
matrix-column-settled = 扱い
matrix-column-source = 出所

matrix-choice-mend = 是正する
matrix-choice-waive = 例外として認める
matrix-choice-out-of-scope = 対象外
matrix-choice-consider = 検討中
matrix-enter-choice = 「是正する」「例外として認める」「対象外」「検討中」から選んでください。
matrix-enter-day = 2027-03-31 のように日付を入れてください。

matrix-no-workbook = Excelのブック(.xlsx)ではありません
    .help = sekisho matrix で書き出したブックを指定してください。
matrix-no-findings = 「指摘一覧」の表が見つかりません
    .help = sekisho matrix で書き出したブックか、見出し(判断、理由、承認者、期限、規則、文書、指紋)が残っているかを確かめてください。
matrix-no-columns = シート「{ $sheet }」に列がありません: { $columns }
    .help = 見出しの名前を元に戻すか、書き出し直したブックに --decisions で引き継いでください。列の順は変えて構いません。
matrix-column-twice = シート「{ $sheet }」に「{ $column }」の列が二つあります
    .help = どちらか一つの見出しを変えてください。
matrix-mistake-choice = 判断「{ $value }」は選べるものの中にありません
    .help = 是正する、例外として認める、対象外、検討中 のどれかにしてください。
matrix-mistake-no-choice = 理由、承認者又は期限が書かれていますが、判断がありません
    .help = 判断を選んでください。
matrix-mistake-no-reason = 例外として認める理由がありません
matrix-mistake-no-approver = 例外の承認者がありません
matrix-mistake-no-date = 例外の期限がありません
    .help = 例外が有効な最後の日を入れてください(例 2027-03-31)。
matrix-mistake-date = 期限「{ $value }」を日付として読めません
    .help = 2027-03-31 か 令和9年3月31日 のように書いてください。
matrix-mistake-past-date = 期限 { $value } は過ぎています(今日は { $today })
matrix-mistake-no-finding = 判断が書かれていますが、どの指摘のものか分かりません
    .help = 規則、文書、指紋の列は書き換えずに残してください。
matrix-mistake-unknown-rule = 規則「{ $rule }」はありません
    .help = 規則の列を書き換えていないかを確かめてください。--rules で加えた規則なら、同じ --rules を付けてください。
matrix-mistake-not-recorded = 規則、文書、指紋の組が、書き出したときの指摘と合いません(規則 { $rule })
    .help = 行を並べ替えるときは、列を残らず選んでください。
matrix-mistake-gone = この指摘は、今の「{ $document }」にはありません(規則 { $rule })
    .help = 文書か規則が変わっています。sekisho matrix で書き出し直し、--decisions で判断を引き継いでください。
matrix-mistake-merged = 結合されたセルです。どの指摘の判断か分かりません
    .help = セルの結合を解き、行ごとに書いてください。
matrix-mistake-twice = 同じ指摘の判断が { $first } にもあります

matrix-import-none = 例外として認める指摘はありません
matrix-import-counts = 判断: 是正する { $mend }、例外として認める { $waive }、対象外 { $out }、検討中 { $consider }、未記入 { $undecided }
matrix-import-out-of-scope = 「対象外」とした指摘は { $count } 件です。例外の設定には入りません。医療機関の前提(--type、--set、--profile)で表すと、次から対象外になります
matrix-import-unchecked = 「{ $path }」を確かめられないため、指摘が今も残っているかは見ていません
    .help = 文書を、書き出したときと同じ場所に置いてください。
matrix-import-no-record = 書き出したときの記録(見えないシート sekisho)がないため、指摘が今も残っているかは見ていません
matrix-import-mistakes = { $count } か所を直してから、もう一度読み込んでください。何も書き出していません
matrix-import-heading = # { $file } の「例外として認める」から({ $date })
matrix-decisions-kept = 「{ $path }」には書き込まれた判断が { $count } 件あります。上書きしません
    .help = 別の名前を指定し、--decisions { $path } を付けると、判断を引き継ぎます。
matrix-no-form = 「{ $path }」の形が分かりません
    .help = 出力の名前を .xlsx、.html、.json、.csv のどれかにするか、--format を付けてください。
matrix-no-clause = 「{ $query }」に当たる遵守事項がありません
matrix-nothing-left = 絞り込みに当たるものがありません

# 命令行
cli-matrix-about = 遵守事項ごとに、文書の状態・条・引用・規則を対応表にします
cli-matrix-examples =
    sekisho matrix 保守契約書.docx
    sekisho matrix 契約書/ 運用管理規程.docx -o 対応表.xlsx
    sekisho matrix 保守契約書.docx --clause 運用8⑤
    sekisho matrix 保守契約書.docx -o 対応表2.xlsx --decisions 対応表.xlsx
    sekisho matrix import 対応表.xlsx
cli-matrix-arg-command = 書き込んだブックを読み戻す
cli-matrix-arg-files = { cli-lint-arg-files }
cli-matrix-arg-kind = { cli-lint-arg-kind }
cli-matrix-arg-case = { cli-lint-arg-case }
cli-matrix-arg-rules = { cli-lint-arg-rules }
cli-matrix-arg-profile = { cli-lint-arg-profile }
cli-matrix-arg-system-type = { cli-lint-arg-system-type }
cli-matrix-arg-set = { cli-lint-arg-set }
cli-matrix-arg-revisions = { cli-lint-arg-revisions }
cli-matrix-arg-today = { cli-lint-arg-today }
cli-matrix-arg-jobs = { cli-lint-arg-jobs }
cli-matrix-arg-output = 結果を書くファイル(.xlsx、.html、.json、.csv)。なければ端末に表示。判断の書き込まれたブックと入力の文書には書きません
cli-matrix-arg-format = 出力の形。なければ -o の名前から決める
cli-matrix-arg-decisions = 前に書き出したブック。書き込まれた判断を、同じ指摘に引き継ぐ
cli-matrix-arg-clause = この遵守事項(番号、章、節)だけにする。何度でも
cli-matrix-arg-article = この条(例 第12条)が根拠になっている遵守事項だけにする
cli-matrix-binary = xlsx は端末には表示できません
    .help = -o で書き出し先を指定してください。
cli-matrix-import-about = ブックに書き込まれた判断を読み、例外の設定(sekisho.toml の waivers)を書き出します
cli-matrix-import-examples =
    sekisho matrix import 対応表.xlsx
    sekisho matrix import 対応表.xlsx -o 例外.toml
    sekisho matrix import 対応表.xlsx --format json
cli-matrix-import-arg-file = sekisho matrix で書き出し、判断を書き込んだブック
cli-matrix-import-arg-output = 例外の設定を書くファイル。すでにあるファイルには書きません
cli-matrix-import-arg-format = 出力の形。json はすべての判断と誤り
cli-matrix-import-arg-rules = { cli-lint-arg-rules }
cli-matrix-import-arg-revisions = { cli-lint-arg-revisions }
cli-matrix-import-arg-today = 期限を比べる日付。なければ日本の今日
