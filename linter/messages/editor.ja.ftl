# エディターに見せる言葉。editor-word-* は規則の言葉の意味、一行ずつ。

editor-word-concept = 言い方の集まりに名前を付ける。どの規則ファイルからも使える
editor-word-extend = ほかの所で定義した概念に、言い方を足す
editor-word-rule = 規則。文書に何を求めるかを書く
editor-word-topic = この規則が判定する論点
editor-word-theme = 論点を判定しない規則の主題
editor-word-editions = 対象とするガイドラインの版
editor-word-applies = 対象とする文書の種類
editor-word-severity = 満たさないときの重大度
editor-word-basis = 根拠とする遵守事項
editor-word-reference = ガイドラインの外の根拠
editor-word-require = 書かれていなければならないこと
editor-word-forbid = 書かれていてはならないこと
editor-word-recommend = 書かれているとよいこと(重大度は常に参考)
editor-word-advice = 足りないときに示す条文の例
editor-word-pass = 規則を満たす文書の例
editor-word-fail = 規則を満たさない文書の例。満たさない要件の名前を続ける
editor-word-and = 両方とも成り立つ
editor-word-or = どちらかが成り立つ
editor-word-not = 成り立たない
editor-word-act = だれが、どの強さで、何をするか。動作は文の述語に限る
editor-word-by = 文の主体がこの当事者である
editor-word-of = 何を(動作の対象)
editor-word-when = いつ、どんな場合に。applies の後では対象とする条件
editor-word-within = どの範囲の中で。act の中では期限
editor-word-one-of = どれか一つ。文書の中の「A又はB」でもよい
editor-word-word = 語としての一致。同じ文字種の長い語の一部には当たらない
editor-word-except = ただし、これと重なる所は除く
editor-word-at = この要件だけの重大度
editor-word-as = 例の判定
editor-word-column = 見出しがこの言葉の列のセルの中で
editor-word-count = 現れる数
editor-word-defines = 文書がこの言葉を定義している
editor-word-refers = 文書がこの言葉で他の所を引いている
editor-word-defect = 文書にこの不備がある
editor-word-disagree = 同じことを述べる文が食い違っている

editor-scope-unit = 一つの文(号は柱書とあわせて一文)
editor-scope-paragraph = 一つの項
editor-scope-article = 一つの条
editor-scope-chapter = 一つの章
editor-scope-document = 文書の全体
editor-scope-title = 文書の題名
editor-scope-caption = 条の見出し
editor-scope-table = 一つの表
editor-scope-row = 表の一行
editor-scope-cell = 表の一つのセル

editor-strength-must = 義務(しなければならない、ものとする)
editor-strength-should = 努力義務(努める)以上
editor-strength-may = 任意(できる)
editor-strength-must-not = 禁止(してはならない)
editor-strength-any = 強さを問わない。事実の記述でもよい

editor-party-vendor = 事業者の側(多くの契約の乙)
editor-party-hospital = 医療機関の側(多くの契約の甲)
editor-party-both = 双方
editor-party-any = だれでもよい

editor-measure-number = 数。number("文字") >= 13 のように単位を書く
editor-measure-duration = するまでの時間。duration <= 24h
editor-measure-period = 続ける期間。period >= 5y
editor-measure-party = 行う者。disagree party のように書く

editor-severity-error = エラー: 直すか、人が判断する
editor-severity-warning = 警告: 直したほうがよい
editor-severity-info = 参考: 知っておくとよい

editor-edition = ガイドライン第{ $name }版

editor-topic-responsibility-boundary = 責任分界
editor-topic-emergency-roles = 非常時の役割分担
editor-topic-incident-notification = 事故の通知
editor-topic-subcontracting = 再委託
editor-topic-confidentiality = 秘密保持
editor-topic-purpose-limitation = 目的外利用の制限
editor-topic-data-return-and-deletion = 返却と消去
editor-topic-deletion-certificate = 消去の証明
editor-topic-security-measures = 安全管理措置
editor-topic-personnel-supervision-training = 要員の監督と教育
editor-topic-access-log = アクセス記録
editor-topic-backup-recovery = バックアップと復旧
editor-topic-remote-maintenance = リモート保守
editor-topic-audit-right = 監査
editor-topic-sla-availability = サービスレベル、可用性
editor-topic-data-location-domestic-law = データの所在と国内法
editor-topic-liability = 損害賠償
editor-topic-change-notice-migration = 変更の通知と移行
editor-topic-management-structure = 管理体制
editor-topic-authentication-accounts = 認証と利用者ID
editor-topic-takeout-media-disposal = 持出し、媒体、廃棄
editor-topic-bcp = 事業継続
editor-topic-review-revision = 点検と見直し

editor-variable-n = 最後の条の次の番号
editor-variable-vendor = 文書の中での事業者の呼び名(乙、受託者など)
editor-variable-hospital = 文書の中での医療機関の呼び名(甲、委託者など)

editor-role-concept = 概念
editor-concept = 概念({ $place })
editor-concept-extended = { $place } で広げている言い方:
editor-concept-uses = 使っている概念:
editor-requirement = 規則 { $rule } の要件

editor-snippet-title = 題名
editor-snippet-example = 第1条 乙は、

editor-replace = 「{ $new }」に直す
editor-insert-advice = 条文案を挿入: { $title }
editor-kind-unknown = 契約書か規程かを示す言葉がないため、点検していません。題名に文書の種類(保守契約書、業務委託契約書など)を書くと点検します

editor-rename-nothing = ここには、名前を変えられる概念も要件もありません
editor-rename-invalid = 「{ $name }」は名前にできません。数字で始めず、記号と予約語を避けてください
editor-rename-taken = 「{ $name }」はもう使われています
editor-rename-shipped = 「{ $name }」は組み込みの規則のものなので、名前を変えられません
editor-too-large = 文書が大きすぎます(上限 { $limit } バイト)。点検していません
editor-not-initialized = initialize の前に { $method } が届きました
editor-unknown-method = { $method } には応じられません
editor-invalid-params = { $method } の引数が読めません: { $detail }
editor-invalid-message = JSON-RPC として読めません: { $detail }
editor-message-too-large = メッセージが大きすぎます({ $length } バイト、上限 { $limit } バイト)。読み飛ばしました
editor-shut-down = shutdown の後に { $method } が届きました
editor-initialized-twice = initialize が二度届きました
