# 様式(sekisho checklist)の言葉。

checklist-unknown = { $year } の { $audience } 用の様式は、知識ベースにありません
    .help = --year は r5、r6、r7、r8、--for は hospital、pharmacy、vendor から選んでください。
checklist-not-obtained = 「{ $title }」は現物を入手していないため、作れません。{ $note }
    .help = 厚生労働省が公表する様式を使ってください。

checklist-partial = 様式の一部しか入手していません。入手していない項目は、この表に載っていません。必ず公表されている様式と突き合わせてください。
checklist-answers = 答えは空欄です。確かめた人が書いてください。このプログラムが答えることはありません。
checklist-evidence-meaning = 「文書にある手掛かり」は、文書に書かれていることを示すだけで、実施していることを示すものではありません。空欄は、手掛かりになる定めが見つからなかったことを示します。
checklist-wording = 項目の文言は、公表資料で見られたものだけを様式の言葉で載せています。ほかは、このプロジェクトの言葉による題です。【未確認】は、確定した様式と突き合わせ終えていない項目です。
checklist-made-with = sekisho { $version }、知識ベース { $kb }、{ $date }
checklist-documents = 見た文書
checklist-unused = 使えなかった文書
checklist-found = → { $title }
checklist-weak = → { $title }(頼れる定めではない)
checklist-contrary = → { $title }(反対の定め)
checklist-no-label = 文言未入手
checklist-party = { $party }({ $side })
checklist-side = { " " }[行う側: { $side }]
checklist-side-vendor = 事業者
checklist-side-hospital = 医療機関
checklist-side-both = 双方
checklist-side-other = 別の者
checklist-side-unstated = 文からは分からない

checklist-sheet-yearly = チェックリスト
checklist-sheet-roles = 確認表
checklist-column-number = 項番
checklist-column-group = 区分
checklist-column-scope = 対象
checklist-column-question = 項目
checklist-column-gist = 内容(要旨)
checklist-column-answer = 答え
checklist-column-checked = 確認日
checklist-column-target = 目標日
checklist-column-answer-2 = 答え(2回目)
checklist-column-checked-2 = 確認日(2回目)
checklist-column-done = 完了日
checklist-column-remark = 備考
checklist-column-evidence = 文書にある手掛かり
checklist-column-side = 行う側
checklist-column-clauses = 遵守事項
checklist-column-verification = 確認状況
checklist-column-id = 項目ID
checklist-answer-yes = はい
checklist-answer-no = いいえ
checklist-answer-not-applicable = 対象外
checklist-enter-answer = 「はい」「いいえ」「対象外」から選んでください。

checklist-no-workbook = Excelのブック(.xlsx)ではありません
    .help = sekisho checklist で作ったブックを指定してください。
checklist-no-questions = 項目の表が見つかりません
    .help = sekisho checklist で作ったブックか、見出し(項番、項目、答え、項目ID)が残っているかを確かめてください。
checklist-answers-kept = 「{ $path }」には書き込まれた答えや日付が { $count } 個あります。上書きしません
    .help = -o に別の名前を指定してください。
checklist-no-form = 「{ $path }」の形が分かりません
    .help = 出力の名前を .xlsx か .json にするか、--format を付けてください。
checklist-counts = 項目 { $questions }: はい { $yes }、いいえ { $no }、対象外 { $not-applicable }、記入不要 { $skipped }
checklist-open = 残っていること { $count } 件
checklist-nothing-open = 残っていることはありません。答えの正しさを確かめたものではありません
checklist-problem-unanswered = 答えがありません
checklist-problem-unknown-answer = 答えが「はい」「いいえ」「対象外」のどれでもありません
checklist-problem-no-without-day = 「いいえ」に日付(目標日又は完了日)がありません
checklist-problem-not-dated = 確認日がありません
checklist-problem-no-day = 日付として読めません
checklist-problem-row-gone = 項目の行がなくなっています
checklist-problem-merged = 結合されたセルです。どの項目の答えか分かりません

# 命令行
cli-checklist-about = チェックリストと役割分担の確認表を作り、文書の手掛かりを添え、記入を確かめます
cli-checklist-examples =
    sekisho checklist new --year r7 --for hospital -o チェックリスト.xlsx
    sekisho checklist fill 保守契約書.docx --form role-sharing -o 確認表.xlsx
    sekisho checklist check チェックリスト.xlsx
cli-checklist-new-about = 空の様式を作ります
cli-checklist-new-examples =
    sekisho checklist new --year r7 --for hospital -o チェックリスト.xlsx
    sekisho checklist new --form role-sharing -o 確認表.xlsx
cli-checklist-new-arg-year = 様式の年度
cli-checklist-new-arg-audience = 答える人
cli-checklist-new-arg-form = 年度のない様式。role-sharing は、契約における役割分担等の確認表
cli-checklist-new-arg-output = 様式を書くファイル(.xlsx、.json)。なければ端末に表示。答えの書き込まれたブックには書きません
cli-checklist-new-arg-format = 出力の形。なければ -o の名前から決める
cli-checklist-new-arg-today = 様式に書く日付。なければ日本の今日
cli-checklist-fill-about = 様式の項目に、文書にある手掛かり(条と引用)を添えます。答えは書きません
cli-checklist-fill-examples =
    sekisho checklist fill 保守契約書.docx --form role-sharing -o 確認表.xlsx
    sekisho checklist fill 運用管理規程.docx --year r7 --for hospital -o チェックリスト.xlsx
cli-checklist-fill-arg-files = { cli-lint-arg-files }
cli-checklist-fill-arg-kind = { cli-lint-arg-kind }
cli-checklist-fill-arg-case = { cli-lint-arg-case }
cli-checklist-fill-arg-rules = { cli-lint-arg-rules }
cli-checklist-fill-arg-profile = { cli-lint-arg-profile }
cli-checklist-fill-arg-system-type = { cli-lint-arg-system-type }
cli-checklist-fill-arg-set = { cli-lint-arg-set }
cli-checklist-fill-arg-revisions = { cli-lint-arg-revisions }
cli-checklist-fill-arg-today = { cli-lint-arg-today }
cli-checklist-fill-arg-jobs = { cli-lint-arg-jobs }
cli-checklist-fill-arg-year = { cli-checklist-new-arg-year }
cli-checklist-fill-arg-audience = { cli-checklist-new-arg-audience }
cli-checklist-fill-arg-form = { cli-checklist-new-arg-form }
cli-checklist-fill-arg-output = { cli-checklist-new-arg-output }
cli-checklist-fill-arg-format = { cli-checklist-new-arg-format }
cli-checklist-check-about = 記入した様式の、答えのない項目と、日付のない「いいえ」を示します
cli-checklist-check-examples =
    sekisho checklist check チェックリスト.xlsx
    sekisho checklist check 確認表.xlsx --format json
cli-checklist-check-arg-file = sekisho checklist で作り、記入したブック
cli-checklist-check-arg-format = 出力の形
