# 知識ベースの項目: 種類、つながり、性質の言葉

entry-kind-clause = 遵守事項
entry-kind-control = 対策
entry-kind-checklist = 確認項目
entry-kind-agreement = 契約の確認表
entry-kind-comment = 意見募集
entry-kind-change = 版の変更
entry-kind-reference = 参考文書
entry-kind-term = 用語
entry-kind-audience = 読者
entry-kind-practice = 実務の要点
entry-kind-form = 様式

# つながりの見出し。out はこの項目から、in は相手の項目から見たもの。
entry-link-related-out = 関係する遵守事項
entry-link-related-in = 関係する遵守事項
entry-link-implements-out = 実現する遵守事項
entry-link-implements-in = 対策
entry-link-asks-for-out = 問うている遵守事項
entry-link-asks-for-in = 確認項目
entry-link-concerns-out = 関わる項目
entry-link-concerns-in = これに関わるもの
entry-link-grounds-out = 背景になっている箇所
entry-link-grounds-in = 背景の法令・文書
entry-link-compensates-out = 運用で補う対策
entry-link-compensates-in = 難しいときに補う運用
entry-link-continues-out = 前の版・年度の項目
entry-link-continues-in = 後の版・年度の項目
entry-link-contrasts-out = 言うことが違う資料
entry-link-contrasts-in = 言うことが違う資料
entry-link-see-out = あわせて読む
entry-link-see-in = あわせて読む
entry-link-before-out = 前の版の項目
entry-link-before-in = 次の版では
entry-link-after-out = 後の版の項目
entry-link-after-in = 前の版から

entry-tie-stated = 資料に記載
entry-tie-high = 確からしさ: 高
entry-tie-medium = 確からしさ: 中
entry-tie-low = 確からしさ: 低

entry-nature-technical = 技術
entry-nature-operational = 運用
entry-nature-organisational = 組織
entry-nature-both = 技術と運用

entry-owner-hospital = 病院
entry-owner-vendor = 事業者
entry-owner-both = 病院と事業者

entry-strength-must = 必須
entry-strength-recommended = 望ましい

entry-outcome-revised = 修正された
entry-outcome-noted = 今後の参考とされた
entry-outcome-explained = 説明のうえ据え置かれた

entry-type-law = 法令
entry-type-guideline = ガイドライン
entry-type-standard = 標準・規格
entry-type-notice = 通知
entry-type-form = 様式・手引き
entry-type-report = 報告・解説
entry-type-slides = 講演資料

entry-standing-current = 現行
entry-standing-superseded = 旧版
entry-standing-draft = 案
entry-standing-unknown = 現行かどうか不明

entry-role-principle = 心得
entry-role-rule = 決まり
entry-role-step = 段階
entry-role-do = すべきこと
entry-role-dont = してはいけないこと
entry-role-question = 問い
entry-role-column = 記入欄
entry-role-example = 例
entry-role-duty = 役割
entry-role-option = 選び方
entry-role-row = 行
entry-role-note = 資料についての注記

entry-step-equal = 同じ
entry-step-subset = 求めることが減った
entry-step-superset = 求めることが増えた
entry-step-intersects = 一部が重なる
entry-step-split = 分かれた
entry-step-merged = まとめられた
entry-step-moved = 移った
entry-step-added = 加わった
entry-step-removed = なくなった
entry-step-changed = 変わった
entry-step-unknown = 番号の対応だけ分かっている

entry-extent-all = すべて
entry-extent-selected = 一部
entry-extent-none = 読まない

entry-own = 【自作】
entry-own-meaning = このプロジェクトが書いた対策です。確認の度合いは、実現する遵守事項のうち最も低いものを示します。
entry-fact-nature = 性質
entry-fact-owner = 担当
entry-fact-strength = 強さ
entry-fact-evidence = 示し方
entry-fact-drift = 今との違い
entry-fact-recommended = 病院への推奨
entry-fact-recommended-yes = 事業者から医療機関へ勧めるとされた対策
entry-fact-document = 資料
entry-fact-number = 番号
entry-fact-group = 区分
entry-fact-scope = 対象
entry-fact-label = 様式の文言
entry-fact-deadline = 期限
entry-fact-condition = 条件
entry-fact-reply = 回答
entry-fact-outcome = 結果
entry-fact-draft-place = 案での箇所
entry-fact-draft-page = 案の{ $page }
entry-fact-type = 種別
entry-fact-issuer = 発行
entry-fact-issued = 発行日
entry-fact-in-force = 施行
entry-fact-standing = 状態
entry-fact-reading = 読み
entry-fact-english = 英語
entry-fact-synonyms = 同じ意味の語
entry-fact-colloquial = くだけた言い方
entry-fact-role = 読者
entry-fact-types = 類型
entry-fact-audience = 対象者
entry-fact-order = 順番
entry-fact-step = 変わり方
entry-fact-before = 前の版
entry-fact-after = 後の版
entry-fact-targets = 直す文書
entry-fact-columns = 記入欄
entry-fact-rules = 記入の決まり
entry-fact-year = 年度
entry-fact-not-obtained = 様式の現物を入手していません。項目は、ほかの資料で確かめられたものだけを収録しています(ないこともあります)
entry-fact-keywords = 語
entry-fact-applies-reason = 類型の理由
entry-fact-edition = 第{ $edition }版
entry-fact-no-origin = 対応する項目は知られていません(未確認)
entry-fact-no-fate = 変更は知られていません。変わっていないという意味ではありません(未確認)
entry-rules = この条項に基づく規則
