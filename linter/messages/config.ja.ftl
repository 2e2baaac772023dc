# sekisho.toml、例外、控え(ベースライン)についての文。

config-syntax = { $path }:{ $line }:{ $column }: 設定のファイルを読めません({ $detail })
    .help = TOML の書き方を確かめてください。
config-unknown-key = { $path }:{ $line }:{ $column }: 設定に「{ $key }」という項目はありません
    .help = 使える項目は sekisho schema config で見られます。
config-unknown-key-near = { $path }:{ $line }:{ $column }: 設定に「{ $key }」という項目はありません
    .help = 「{ $near }」の書き間違いではありませんか。
config-wrong-value = { $path }:{ $line }:{ $column }: 「{ $key }」の値を読めません
    .help = { $form } と書きます。
config-missing-key = { $path }:{ $line }:{ $column }: [[{ $table }]] に { $key } がありません
    .help = { $key } = … の行を足してください。理由、承認者、期限のない例外は認めません。
config-unknown-rule = { $path }:{ $line }:{ $column }: 「{ $rule }」という規則はありません
    .help = 規則の名は sekisho rules list で見られます。
config-unknown-rule-near = { $path }:{ $line }:{ $column }: 「{ $rule }」という規則はありません
    .help = 「{ $near }」の書き間違いではありませんか。
config-elsewhere = { $path } は { $other } の設定の下にありますが、{ $used } の設定で調べました
    .help = 別々に実行するか、--config で選んでください。
config-none = sekisho.toml が見つかりません
    .help = 調べる文書のあるフォルダーで実行するか、--config FILE で示してください。
config-no-documents = 調べる文書が指定されていません
    .help = ファイルを指定するか、sekisho.toml の [[documents]] に書いてください。
baseline-shape = { $path }: 控えのファイルとして読めません({ $detail })
    .help = --update-baseline で書き直せます。
baseline-version = { $path }: この版({ $version })の控えは読めません
    .help = --update-baseline で書き直してください。
baseline-needed = --update-baseline には、書くファイルが要ります
    .help = --baseline FILE を付けるか、sekisho.toml の [lint] に baseline を書いてください。
baseline-written = { $path } に { $count } 件の指摘を控えました

config-about = Sekisho の設定
config-about-profile = 施設の前提。分からないことは書かないでください(問いとして表示されます)
config-about-documents = 調べる文書
config-about-documents-path = 文書のファイル名。このファイルのあるフォルダーから。* も使える
config-about-documents-kind = 文書の種類。書かなければ文書から見分ける
config-about-documents-case = 一組の名。同じ名の文書(契約書と別紙など)を合わせて判定する
config-about-lint = 調べ方
config-about-lint-fail-on = この重さ以上の指摘があれば終了状態を1にする
config-about-lint-revisions = 変更履歴のある文書の、変更前(original)と承諾後(final)のどちらを読むか
config-about-lint-baseline = 控え(前からある指摘の一覧)のファイル
config-about-lint-rules = 加える規則のファイルかフォルダー
config-about-rules = 規則(contract/audit-right)か規則の組(contract)の重さ。off は調べない
config-about-waivers = 承認された例外。期限を過ぎたものは、もとの指摘に戻る
config-about-waivers-rule = 規則
config-about-waivers-document = 文書(このファイルのあるフォルダーから)。* はすべての文書
config-about-waivers-fingerprint = 承認したときの指摘の印。書けば、文書の言葉が変わると例外は効かなくなる
config-about-waivers-reason = 受け入れる理由
config-about-waivers-approver = 承認した人
config-about-waivers-expires = 最後に効く日

config-show-file = 設定のファイル: { $path }
config-show-no-file = 設定のファイル: なし
config-show-heading-key = 項目
config-show-heading-value = 値
config-show-heading-origin = 出どころ
config-origin-default = 既定
config-value-unknown = 不明
config-value-none = なし

waiver-lint-none = 例外はありません({ $path })
waiver-lint-heading = 例外 { $count } 件({ $path })
waiver-lint-line = { $place }: { $standing }: { $rule } { $document }
waiver-lint-detail = 理由: { $reason } / 承認者: { $approver } / 期限: { $expires }
waiver-standing-expired = 期限切れ
waiver-standing-reworded = 文言が変わった
waiver-standing-unused = 当たる指摘がない
waiver-standing-expiring = まもなく期限
waiver-standing-holds = 有効
