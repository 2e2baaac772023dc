# コマンドの言葉。-about は一行の説明、-arg-* は引数の説明、-examples は --help の終わりに出る例。

cli-error = エラー:
cli-warning = 警告:
cli-error-help = 助言:
cli-internal = プログラムの内部で誤りが起きました: { $detail }
    .help = この文書とコマンドを添えて、開発者に知らせてください。
cli-file-missing = ファイルが見つかりません
    .help = 場所と名前(全角と半角、拡張子)を確かめてください。
cli-empty-folder = フォルダーの中に対象のファイル({ $extensions })がありません
    .help = ファイルの名前を直接指定すると、拡張子によらず読みます。
cli-no-match = パターンに合う文書({ $extensions })がありません
    .help = 場所とパターン(* ? **)を確かめてください。
cli-stdin-twice = 標準入力(-)は一度しか読めません
    .help = 「-」は一つだけ指定してください。
cli-stdin-terminal = 標準入力が端末です。読む文書が渡されていません
    .help = 「sekisho lint - < 契約書.txt」のように、文書をパイプかリダイレクトで渡してください。
cli-read = ファイルを読めません: { $detail }
cli-write = 「{ $path }」に書けません: { $detail }
cli-output-is-input = 出力先「{ $path }」は入力の文書です。上書きしません
    .help = -o に別の名前を指定してください。
cli-output-exists = 「{ $path }」はすでにあります。上書きしません
    .help = -o に別の名前を指定してください。
cli-invalid-date = 「{ $value }」は暦にある日付ではありません
    .help = 2026-11-22 のように書いてください。
cli-rule-not-utf8 = 規則ファイルがUTF-8ではありません
    .help = エディターで文字コードをUTF-8にして保存し直してください。
cli-unknown-rule = 「{ $rule }」という規則はありません
    .help = { $tip }。一覧は sekisho rules list で見られます。

cli-heading-usage = 使い方:
cli-heading-commands = コマンド
cli-heading-arguments = 引数
cli-heading-options = オプション
cli-heading-common = 共通のオプション
cli-heading-examples = 例:
cli-usage-options = [オプション]
cli-usage-command = <コマンド>
cli-values = { " " }[{ $values }]
cli-default = { " " }(既定: { $value })

cli-usage-unknown-argument = 「{ $argument }」というオプションや引数はありません
    .help = { $tip }
cli-usage-unknown-command = 「{ $command }」というコマンドはありません
    .help = { $tip }
cli-usage-missing-command = コマンドがありません
    .help = { $tip }
cli-usage-missing-argument = 必要な引数がありません: { $argument }
    .help = --help を付けると使い方を表示します。
cli-usage-missing-value = { $argument } に値がありません
    .help = { $tip }
cli-usage-invalid-value = { $argument } に「{ $value }」は使えません
    .help = { $tip }
cli-usage-no-number = { $argument } は数で指定してください。「{ $value }」は使えません
cli-usage-repeated = { $argument } が二度指定されています
cli-usage-conflict = { $argument } と { $other } は一緒に使えません
cli-usage-number-of-values = { $argument } の値の数が合いません
cli-usage-not-utf8 = 引数がUTF-8ではありません
cli-usage-other = コマンドの書き方に誤りがあります
cli-usage-nearest = もしかして: { $value }
cli-usage-valid = 使えるもの: { $value }

cli-about = 病院の契約書と規程を、医療情報システムの安全管理に関するガイドラインに沿って点検します
cli-examples =
    sekisho lint 保守契約書.docx
    sekisho search バックアップ 世代
    sekisho show 運用8⑤
cli-arg-config = 設定のファイル。なければ、初めの文書のフォルダーから上へ sekisho.toml を探す
cli-arg-no-config = sekisho.toml を使わない
cli-arg-edition = 安全管理ガイドラインの版。その版にある規則だけを調べる(既定は6.0)
cli-arg-lang = 言葉
cli-arg-color = 色を付けるか
cli-arg-help = この説明を表示する
cli-arg-version = 版を表示する

cli-lint-about = 文書を点検し、あること・ないこと・弱いことを示します
cli-lint-examples =
    sekisho lint 保守契約書.docx
    sekisho lint 契約書/ --fail-on warning --quiet
    sekisho lint 規程.docx --baseline 控え.json --update-baseline
    sekisho lint --case 契約書.docx 別紙1.docx SLA.docx
    sekisho lint 契約書/ --format html -o 点検報告.html
    sekisho lint 利用規約.md --kind contract_saas --format json -o 結果.json
cli-lint-arg-files = 文書(Word、Excel、HTML、Markdown、テキスト)、フォルダー、パターン又は標準入力(-)
cli-lint-arg-kind = 文書の種別。なければ題名と本文から判定
cli-lint-arg-rules = 組み込みの規則に加える規則ファイル(.seki)又はフォルダー。同じ名前の規則と概念は、加えたものが優先
cli-lint-arg-profile = 医療機関の前提を書いたファイル(TOML)。区分(type)、病床数(beds)、使う仕組み
cli-lint-arg-system-type = 医療機関の区分。その区分に当てはまらない遵守事項の規則は対象外にする
cli-lint-arg-set = 前提を一つ定める(例 scanning=false)。何度でも。--profile に優先
cli-lint-arg-revisions = 変更履歴のある文書の、変更前(original)と承諾後(final)のどちらを読むか。なければ承諾後を読んで知らせる
cli-lint-arg-format = 出力の形。html は印刷できる一枚の報告、jsonl・sarif・junit・github はほかのプログラムのため
cli-lint-arg-output = 結果を書くファイル(入力の文書には書きません)
cli-lint-arg-case = 渡した文書を一組(契約書と別紙、SLA、特記事項など)として、あわせて判定する
cli-lint-arg-baseline = 控え(前からある指摘の一覧)。ここにある指摘は終了状態に数えない
cli-lint-arg-update-baseline = 今の指摘を控えに書く
cli-lint-arg-fail-on = この重さ以上の指摘があれば終了状態を1にする
cli-lint-arg-today = 報告の日付。なければ日本の今日
cli-lint-arg-jobs = 同時に点検する数。なければCPUの数
cli-lint-arg-quiet = 指摘だけを一行ずつ表示する
cli-lint-arg-verbose = 定めのある項目も引用し、対象外の項目も表示する

cli-tree-about = 文書をどう読んだか(章・条・項・号)を表示します
cli-tree-examples =
    sekisho tree 保守契約書.docx
    sekisho tree 運用管理規程.md --format json
cli-tree-arg-file = 文書又は標準入力(-)
cli-tree-arg-format = 出力の形
cli-tree-arg-revisions = 変更履歴のある文書の、変更前(original)と承諾後(final)のどちらを読むか。なければ承諾後を読んで知らせる
cli-tree-arg-kind = 文書の種別。なければ題名と本文から判定

cli-search-about = ガイドラインの遵守事項、対策、用語などを言葉や条件で探します
cli-search-examples =
    sekisho search 退職者のID
    sekisho search バックアップ 世代 -クラウド --limit 3
    sekisho search USBメモリ --kind clause --format json
    sekisho search --kind control --document JAHIS-09-001 --owner vendor --limit 200
cli-search-arg-words = 探す言葉。"…" はその通りの並び、-言葉 は含まないもの、OR はどちらか。条件だけでもよい
cli-search-arg-kind = 探すものの種類。何度でも書ける
cli-search-arg-part = 編。遵守事項でないものは、その編の遵守事項に結び付くもの
cli-search-arg-system-type = 医療機関の類型
cli-search-arg-actor = 主に行う人(名前の一部でもよい)
cli-search-arg-owner = 行う側(hospital と vendor には、両者が行うものも含む)
cli-search-arg-nature = 手段の種類
cli-search-arg-strength = 求める強さ
cli-search-arg-document = 出典の文書や様式のID(例 JAHIS-09-001、CL-R7-H)、又は要点の組の名(例 nine-principles)
cli-search-arg-confirmed = 資料で確かめたものだけ
cli-search-arg-limit = 表示する数
cli-search-arg-format = 出力の形
cli-search-empty = 探す言葉も条件もありません
    .help = 言葉を書くか、--kind や --document などの条件を付けてください。
cli-search-only-excludes = 「{ $query }」は含まないものだけなので、何も見つかりません
    .help = 探す言葉も書いてください。例: sekisho search 監査 -ログ。- で始まる言葉そのものは "-語" のように引用符で囲みます。
cli-search-suggestion = もしかして: { $query }
cli-search-expanded = 言い換え: { $word } → { $means }
cli-search-kind-rule = 規則
cli-search-others = ほかに:
cli-search-other = { $kind } { $count }件 { $id } { $title }
cli-search-others-help = 見るには: sekisho search { $query } --kind { $kind }
cli-search-cut = { $total } 件のうち { $shown } 件です。すべて見るには --limit { $total } を付けてください
cli-search-nothing = 「{ $query }」に当たるものはありません

cli-show-about = 遵守事項を、関係する項目とともに表示します
cli-show-examples =
    sekisho show C-8-5
    sekisho show システム運用編8.⑤
    sekisho show 企画7章
cli-show-arg-id = 番号(C-8-5、運用8⑤、企画管理編7章 など)
cli-show-arg-format = 出力の形
cli-show-no-clauses = ここに直接置かれた遵守事項はありません
cli-show-several = 「{ $query }」は { $count } か所に当たります。編の名を付けると1か所になります(例 { $example })
cli-show-alias = この番号は改められました。今の番号は { $id } です
cli-show-actor = 行う人
cli-show-counterpart = 相手
cli-show-applies = 参照類型
cli-show-simplification = 簡便な扱い
cli-show-verification = 確認の度合い
cli-show-sources = 出典
cli-show-note = 注記
cli-show-links = 関係
cli-show-inferred = (内容から推定)
cli-show-content-seen = 文言を確認
cli-show-content-partly-seen = 文言を一部確認
cli-show-content-secondary = 他の文書から
cli-show-content-recall = 記憶による
cli-show-content-none = 文言は未入手
cli-show-numbering-seen = 番号を確認
cli-show-numbering-inferred = 番号は推定
cli-show-seen-in-final = 確定版による
cli-show-seen-in-draft = 案による
cli-show-seen-in-secondary = 二次資料による
cli-show-authority = 題と要旨は、このプロジェクトが自分の言葉で書いたものです。正文は、厚生労働省が公表するPDFです。

cli-explain-about = 規則が何を求め、なぜ求めるかを、例とともに説明します
cli-explain-examples =
    sekisho explain contract/data-return-and-deletion
    sekisho explain access-log
    sekisho explain own/backup --rules 自院の規則/
cli-explain-arg-rule = 規則の名前
cli-explain-arg-rules = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-explain-arg-format = 出力の形
cli-explain-severity = 重さ
cli-explain-applies = 対象の文書
cli-explain-topic = 論点
cli-explain-theme = 主題
cli-explain-editions = 版
cli-explain-requirements = 求めること
cli-explain-require = 必要
cli-explain-forbid = 反対
cli-explain-recommend = 推奨
cli-explain-clauses = 根拠となる遵守事項
cli-explain-example-heading = 例と、実際の判定
cli-explain-pass = 定めがある例「{ $title }」
cli-explain-fail = 足りない例「{ $title }」({ $names })
cli-explain-advice = 条文の例
cli-explain-basis = 根拠: { $basis }
cli-explain-concepts = 言葉の一覧
cli-explain-notes = 文の読み方
cli-explain-unexpected = (例の見出しと違う判定です)

cli-evidence-about = 報告で示した箇所が、その後の版でどうなったかを調べます
cli-evidence-examples =
    sekisho evidence locate 結果.json 保守契約書_改訂.docx
cli-evidence-locate-about = 前の報告の引用箇所を、今の文書から探します
cli-evidence-locate-examples =
    sekisho lint 保守契約書.docx --format json -o 結果.json
    sekisho evidence locate 結果.json 保守契約書_改訂.docx
    sekisho evidence locate 結果.json --format json
cli-evidence-locate-arg-report = sekisho lint --format json の結果
cli-evidence-locate-arg-files = 今の文書。なければ報告にある場所の文書
cli-evidence-locate-arg-format = 出力の形
cli-no-report = 「{ $path }」は sekisho lint --format json の結果ではありません: { $detail }
    .help = sekisho lint 文書 --format json -o 結果.json で作ったファイルを指定してください。
cli-locate-unnamed = 報告にある「{ $path }」に当たる文書が指定されていません
    .help = 同じ名前の文書を並べるか、文書を指定せずに実行してください。
cli-locate-was = 前:
cli-locate-now = 今:
standing-kept = 元のまま
standing-moved = 移動
standing-changed = 文言の変更
standing-gone = 見当たらず

cli-rules-about = 規則を一覧し、試験し、書き方を揃えます
cli-rules-examples =
    sekisho rules list
    sekisho rules test
    sekisho rules test 自院の規則/
    sekisho rules fmt --check 自院の規則/
cli-rules-list-about = 規則を一覧します
cli-rules-list-examples =
    sekisho rules list
    sekisho rules list --lang en
    sekisho rules list --pack contract --count
cli-rules-list-arg-pack = この組の規則だけ
cli-rules-list-arg-kind = この種類の文書の規則だけ
cli-rules-list-arg-count = 件数だけを表示する
cli-rules-test-about = 規則ファイルの誤りを示し、例を実際の判定と突き合わせます
cli-rules-test-examples =
    sekisho rules test
    sekisho rules test 自院の規則/保守.seki
cli-rules-test-arg-files = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-rules-test-arg-verbose = 期待どおりの例も表示する
cli-rules-fmt-about = 規則ファイルの字下げ、改行、空白を決まった形に揃えます。注記(//)は残します
cli-rules-fmt-examples =
    sekisho rules fmt 自院の規則/保守.seki
    sekisho rules fmt --check 自院の規則/
    sekisho rules fmt --write 自院の規則/
cli-rules-fmt-arg-files = 規則ファイル(.seki)又はフォルダー。標準入力は -
cli-rules-fmt-arg-check = 揃っていないファイルの名前を表示し、あれば終了コード1で終わる。ファイルは変えない
cli-rules-fmt-arg-write = 揃っていないファイルを揃えた形に書き換え、その名前を表示する。形の誤りがあるファイルは変えない
cli-rules-fmt-one = 揃えた形を表示できるのは一つのファイルだけです。{ $count }件が指定されています
    .help = 揃っているかを確かめるには --check、書き換えるには --write を付けてください。
cli-rules-fmt-stdin = 標準入力(-)には書き戻せません
    .help = --write を外すと、揃えた形を標準出力に表示します。
cli-rules-coverage-about = 遵守事項のどれを規則が根拠に挙げ、どの規則がどれに基づくかを示します
cli-rules-coverage-examples =
    sekisho rules coverage
    sekisho rules coverage --format html -o 対応表.html
    sekisho rules coverage 自院の規則/ --format json
cli-rules-coverage-arg-files = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-rules-coverage-arg-format = 出力の形
cli-rules-coverage-arg-edition = ガイドラインの版
cli-rules-coverage-arg-output = 結果を書くファイル(規則ファイルには書きません)
cli-rules-new-about = 規則の骨組みを作ります。そのままで rules test を通り、書き換えるところを注記で示します
cli-rules-new-examples =
    sekisho rules new own/backup --basis 運用11① -o 自院の規則/backup.seki
    sekisho rules new own/training --kind operating_rules --theme 教育 --title 職員の教育
cli-rules-new-arg-id = 規則のid(束/名前。半角の小文字、数字、-)
cli-rules-new-arg-title = 題名。なければ根拠の遵守事項の題
cli-rules-new-arg-kind = 対象の文書の種別(「,」で区切って幾つでも)
cli-rules-new-arg-topic = 論点
cli-rules-new-arg-theme = 主題。論点も主題もなければ束の名前
cli-rules-new-arg-basis = 根拠の遵守事項の番号(「,」で区切って幾つでも)
cli-rules-new-arg-output = 書くファイル(あるファイルには書きません)。なければ表示
cli-rules-new-taken = 「{ $rule }」は、組み込みの規則のidです
    .help = 束の名前を自院のものにしてください。例: own/backup
cli-rules-new-no-text = { $id }「{ $title }」は、本文を入手していない遵守事項です。規則の根拠にできません
    .help = 別の遵守事項を sekisho search で探すか、--basis を付けずに作ってください。
cli-rules-new-not-a-clause = 「{ $query }」は一つの遵守事項ではありません
    .help = 次のどれかを指定してください: { $clauses }
cli-rules-new-title = この題の言葉では、例文が例のとおりになりません
    .help = --title に短い名詞(「バックアップの取得」など)を指定してください。
cli-rules-new-written = 「{ $path }」に書きました。書き換えながら sekisho rules test で確かめてください
cli-rules-passed = 例 { $count } 件とも期待どおり
cli-rules-failed = 例 { $count } 件のうち { $failing } 件が期待と違います
cli-rules-saw = { $article }: 「{ $quote }」
cli-rules-unreadable = 例を文書として読めません: { $reason }
cli-rules-mismatch-rule = 判定は「{ $expected }」のはずが「{ $found }」です
cli-rules-mismatch-met = { $requirement } は満たされないはずが、満たされています
cli-rules-mismatch-requirement = { $requirement } は「{ $expected }」のはずが「{ $found }」です
cli-rules-summary = 規則 { $rules } 件、例 { $examples } 件、期待と違う例 { $mismatches } 件、規則ファイルの誤り { $mistakes } 件、警告 { $warnings } 件
cli-rules-trace-about = 規則がその判定に至った経緯を、見た文ごとに示します
cli-rules-trace-examples =
    sekisho rules trace 保守契約書.docx contract/data-return-and-deletion
    sekisho rules trace 契約書.md audit-right --requirement inspect --all
    sekisho rules trace 契約書.md 自院/記録 --rules 自院の規則/
cli-rules-trace-arg-file = 文書。- は標準入力
cli-rules-trace-arg-rule = 規則の ID
cli-rules-trace-arg-rules = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-rules-trace-arg-requirement = この要件だけを示す
cli-rules-trace-arg-kind = 文書の種別。なければ文書から判定する
cli-rules-trace-arg-all = 見た文と述語をすべて示す
cli-rules-trace-arg-format = 出力の形
cli-unknown-requirement = この規則に「{ $name }」という要件はありません
    .help = この規則の要件: { $names }
cli-rules-lint-about = 規則ファイルの誤りと、書き方の疑わしい所を示します
cli-rules-lint-examples =
    sekisho rules lint
    sekisho rules lint 自院の規則/ --format json
cli-rules-lint-arg-files = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-rules-lint-arg-format = 出力の形
cli-rules-lint-summary = 規則 { $rules } 件、誤り { $mistakes } 件、疑わしい所 { $doubts } 件
cli-rules-mutate-about = 規則を少しずつ弱め、規則の例がそれに気付くかを確かめます
cli-rules-mutate-examples =
    sekisho rules mutate
    sekisho rules mutate --rule contract/audit-right
    sekisho rules mutate 自院の規則/ --at-least 80
cli-rules-mutate-arg-files = 規則ファイル(.seki)又はフォルダー。なければ組み込みの規則
cli-rules-mutate-arg-rule = この規則だけを試す
cli-rules-mutate-arg-at-least = 気付いた割合がこれに満たなければ終了コード 1
cli-rules-mutate-arg-format = 出力の形

cli-kb-about = 組み込みの知識ベースを確かめ、書き出します
cli-kb-examples =
    sekisho kb verify
    sekisho kb diff 6.0 7.0
    sekisho kb export --format json
    sekisho kb import --official PDF/
cli-kb-verify-about = 番号、つながり、確認の度合いを確かめて数えます
cli-kb-verify-examples =
    sekisho kb verify
    sekisho kb verify --lang en
cli-kb-verify-arg-data = 組み込みの代わりに、このフォルダーのデータ(TOML)を確かめる
cli-kb-data-empty = { $path }: データのファイル(.toml)がありません
cli-kb-data-no-editions = { $path }: 版の一覧(editions.toml)がありません
cli-kb-data-missing = { $path }: フォルダーがありません
cli-kb-data-unreadable = { $path }: 読めません: { $detail }
cli-kb-checked = 確かめたこと: ファイルの形、IDの重なり、番号の連続、つながりの相手と種類、確認の度合いと出典、版の一覧、孤立した項目、対策のない条項、技術の対策のない条項、条項の言い換えにとどまる対策、条項のない確認項目
cli-kb-applies-about = 類型(Ⅰ~Ⅳ)ごとに、どの章と遵守事項を見るかを理由とともに表示します
cli-kb-applies-examples =
    sekisho kb applies --type Ⅳ
    sekisho kb applies --type 2 --format json
cli-kb-applies-arg-pattern = 類型。Ⅰ=専任の担当者あり・オンプレミス、Ⅱ=あり・クラウド、Ⅲ=なし・オンプレミス、Ⅳ=なし・クラウド
cli-kb-applies-arg-format = 出力の形
cli-kb-applies-head = 類型{ $type }の医療機関等: 遵守事項 { $all } 件のうち { $applies } 件を参照する(理由はこのプロジェクトの説明)
cli-kb-applies-part = { $part }
cli-kb-applies-chapter = { $chapter }章 { $title }
cli-kb-applies-all = すべて({ $applies } 件)
cli-kb-applies-some = { $applies } 件(次の { $left } 件を除く)
cli-kb-applies-simpler = 簡便な扱い: { $extent ->
        [whole] 章全体
       *[other] { $places }
    } — { $condition }(出典: { $sources }){ $mark }
cli-kb-applies-none = 参照しない({ $left } 件)
cli-kb-diff-about = ガイドラインの版の違いを表示します
cli-kb-diff-examples =
    sekisho kb diff 5.2 6.0
    sekisho kb diff 6.0 7.0 --summary
    sekisho kb diff 6.0 7.0 --format json
cli-kb-diff-arg-from = 古い版(5.2 など)
cli-kb-diff-arg-to = 新しい版(6.0 など)
cli-kb-diff-arg-data = 組み込みの代わりに、このフォルダーのデータ(TOML)を使う
cli-kb-diff-arg-summary = 件数と、変更が知られていない条項だけを表示する
cli-kb-diff-arg-format = 出力の形
cli-kb-diff-head = 第{ $from }版から第{ $to }版へ
cli-kb-diff-nothing = (なし)
cli-kb-diff-touches = 関わる条項: { $items }
cli-kb-diff-unnamed = 対応や変更が知られていない遵守事項 { $count } 件(変更がないという意味ではありません)
cli-kb-export-about = すべての項目を書き出します
cli-kb-export-examples =
    sekisho kb export --format json > kb.json
    sekisho kb export --format xlsx -o kb.xlsx
    sekisho kb export --format csv -o kb.csv
    sekisho kb export --format md -o kb
    sekisho kb export --format oscal -o oscal
    sekisho kb export --format ndjson -o quickwit
cli-kb-export-arg-format = 出力の形。oscal はフォルダーに、md と ndjson は、ファイルにもフォルダーにも書き出せる
cli-kb-export-arg-output = 書き出し先のファイルかフォルダー(なければ標準出力)。書き終えるまで、前の内容は変わらない
cli-export-folder = oscal はいくつかのファイルになるため、書き出し先のフォルダーが要ります
    .help = -o で指定してください: sekisho kb export --format oscal -o oscal
cli-export-binary = xlsx は端末には表示できません
    .help = -o で書き出し先を指定してください: sekisho kb export --format xlsx -o kb.xlsx
cli-kb-import-about = 入手したガイドラインの PDF を照合し、原文を手元に置きます。どこにも送りません(自作の PDF だけで試験済み)
cli-kb-import-examples =
    sekisho kb import --official ダウンロード/ガイドライン/
    sekisho kb import --official PDF/ --to 自院のデータ/
    sekisho kb import --official PDF/ --format json
    sekisho kb import --forget
    終了コード: 0 食い違いなし、1 食い違いあり、2 読み取れる PDF がない
cli-kb-import-arg-official = 厚生労働省が公表した第6.0版の PDF(概説編、経営管理編、企画管理編、システム運用編)を置いたフォルダー。ファイルの名前は問わない
cli-kb-import-arg-to = 原文を保存するフォルダー(PDF とは別の所)。なければ環境変数 SEKISHO_DATA_DIR のフォルダー、それもなければ OS が定める利用者のデータのフォルダー。sekisho show は後の二つを見る
cli-kb-import-arg-forget = 保存した原文を削除する
cli-kb-import-arg-format = 出力の形
cli-official-no-folder = 利用者のデータを置くフォルダーが分かりません: { $detail }
    .help = --to か環境変数 SEKISHO_DATA_DIR で、置くフォルダーを指定してください。
cli-official-not-removed = { $path } を削除できません: { $detail }
    .help = 書き込みの権限があるか、ほかのプログラムが開いていないかを確かめてください。
cli-official-beside = { $path } は PDF のあるフォルダーの中か隣なので、保存しません
    .help = PDF とは別のフォルダーを --to か環境変数 SEKISHO_DATA_DIR で指定してください。
cli-official-unreadable = ガイドラインの PDF を一つも読み取れませんでした。何も保存していません
    .help = 厚生労働省が公表している、文字の入った PDF をフォルダーに置いてください。
cli-official-removed = 取り込んだ原文を削除しました: { $path }
cli-official-nothing = 取り込んだ原文はありません: { $path }
cli-kb-head = 医療情報システムの安全管理に関するガイドライン 第{ $guideline }版(知識ベース { $version })
cli-kb-column-part = 編
cli-kb-column-clauses = 遵守事項
cli-kb-column-confirmed = 確認済み
cli-kb-column-no-text = 本文未入手
cli-kb-column-control = 対策あり
cli-kb-column-technical = 技術の対策
cli-kb-column-question = 確認項目
cli-kb-column-kind = 種類
cli-kb-column-entries = 件数
cli-kb-column-own = 自作
cli-kb-column-seen = 文言確認
cli-kb-column-partly-seen = 一部確認
cli-kb-column-secondary = 他の文書
cli-kb-column-recall = 記憶
cli-kb-column-none = 未入手
cli-kb-table-note = 「対策あり」「確認項目」は本文を入手した遵守事項のうち、「技術の対策」はそのうち技術的な側面のあるもののうち、つながりのある件数です。
cli-kb-sound = 上の検査では、誤りも欠けも見つかりませんでした(文言や番号の正しさは「確認済み」の件数が示す範囲で確かめています)

cli-config-about = 設定(sekisho.toml)を見る
cli-config-examples =
    sekisho config show --origin
cli-config-show-about = どの設定で調べるかを、出どころとともに示す
cli-config-show-examples =
    sekisho config show
    sekisho config show --origin
    sekisho config show --origin 契約書/保守.docx
cli-config-show-arg-files = この文書から上へ sekisho.toml を探す
cli-config-show-arg-origin = 値がどこで決まったかを並べる
cli-config-show-arg-format = 出力の形
cli-waiver-about = 承認された例外を見る
cli-waiver-examples =
    sekisho waiver lint
cli-waiver-lint-about = 例外が今も効いているかを調べる(期限切れ、文言の変更、当たる指摘なしがあれば終了状態1)
cli-waiver-lint-examples =
    sekisho waiver lint
    sekisho waiver lint --today 2027-04-01
    sekisho waiver lint --format json
cli-waiver-lint-arg-files = 調べる文書。なければ sekisho.toml の [[documents]]
cli-waiver-lint-arg-kind = { cli-lint-arg-kind }
cli-waiver-lint-arg-case = { cli-lint-arg-case }
cli-waiver-lint-arg-rules = { cli-lint-arg-rules }
cli-waiver-lint-arg-profile = { cli-lint-arg-profile }
cli-waiver-lint-arg-system-type = { cli-lint-arg-system-type }
cli-waiver-lint-arg-set = { cli-lint-arg-set }
cli-waiver-lint-arg-revisions = { cli-lint-arg-revisions }
cli-waiver-lint-arg-jobs = { cli-lint-arg-jobs }
cli-waiver-lint-arg-today = この日に効いているかを調べる。なければ日本の今日
cli-waiver-lint-arg-format = 出力の形
cli-schema-about = JSON出力の形(JSON Schema)を表示します
cli-schema-examples =
    sekisho schema report > report.schema.json
    sekisho schema search
cli-schema-arg-name = 何の形か

cli-lsp-about = エディターのための言語サーバーを動かします(標準入出力で通信します)
cli-lsp-examples =
    sekisho lsp
    sekisho lsp --lang en
cli-lsp-arg-stdio = 標準入出力で通信する(常にそうします。これを付けるエディターのためのもの)

cli-completions-about = シェルの補完の定義を表示します
cli-completions-examples =
    sekisho completions bash > /etc/bash_completion.d/sekisho
    sekisho completions zsh > ~/.zfunc/_sekisho
cli-completions-arg-shell = シェルの名前

