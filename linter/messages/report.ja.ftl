# 報告書の言葉。status-* は判定、reason-* は要求ごとの理由、fact-* は前提の確認の質問。

status-conflicting = 反対の定め
status-missing = 定めなし
status-partial = 一部のみ
status-weak = 弱い定め
status-delegated = 別文書
status-unknown = 読取不能
status-satisfied = 定めあり
status-not-applicable = 対象外

status-conflicting-meaning = 求めることと反対のことが書かれている
status-missing-meaning = 求めることが見つからない
status-partial-meaning = 求めることの一部だけがある
status-weak-meaning = あるが、努力や任意にとどまるなど、頼れない
status-delegated-meaning = 別の文書に委ねている
status-unknown-meaning = 読めない部分があり、ないとは言えない
status-satisfied-meaning = 求めることが義務として書かれている
status-not-applicable-meaning = この文書には求めない

status-conflicting-sentence = 求めることと反対のことが書かれています
status-missing-sentence = 求めることが見つかりません
status-partial-sentence = 求めることの一部だけが書かれています
status-weak-sentence = 書かれていますが、頼れる定めになっていません
status-delegated-sentence = 別の文書に委ねています
status-unknown-sentence = 読めない部分があるため、判断できません
status-satisfied-sentence = 求めることが書かれています
status-not-applicable-sentence = この文書には求めません

severity-error = エラー
severity-warning = 警告
severity-info = 参考

requirement-unmet = { $title }: { $reason }
list-separator = 。
unverified = 【未確認】

reason-not-found = 定めがありません
reason-mentioned = 言葉は出てきますが、誰の義務としても定めていません
reason-other-occasion = 求める場面とは別の場面についての定めです
reason-other-object = 別のものについての定めです
reason-negated = しない、又は保証しないとしています
reason-wrong-party = 義務を負うのが求める側ではありません
reason-not-there = 委ねている先の文書又は別紙にも、定めがありません
reason-delegated = 別の文書に委ねています
reason-alternative = 「又は」の一方にすぎず、求めることが選ばれるとは限りません
reason-actor-unstated = 誰が行うのかが書かれていません
reason-on-demand = 相手方から求められたときに限られています
reason-may = 「できる」にとどまり、義務ではありません
reason-effort = 努力にとどまり、義務ではありません
reason-discretion = 義務を負う側の判断に委ねられています
reason-exception = ただし書や次の項で打ち消されています
reason-too-late = 期限が長すぎるか、書かれていません
reason-text-lost = 読めない部分があるため、ないとは言えません
reason-conflicting = 求めることと反対の定めです

# 引用の下線の脇に置く、短い理由。
reason-not-found-short = 近いが足りない
reason-mentioned-short = 言葉だけ
reason-other-occasion-short = 別の場面
reason-other-object-short = 別の対象
reason-negated-short = しないとしている
reason-wrong-party-short = 義務を負う側が違う
reason-not-there-short = 委ねた先に定めなし
reason-delegated-short = 別の文書に委ねる
reason-alternative-short = 「又は」の一方
reason-actor-unstated-short = 行う人が不明
reason-on-demand-short = 求めがあるときだけ
reason-may-short = 任意にとどまる
reason-effort-short = 努力にとどまる
reason-discretion-short = 判断に委ねる
reason-exception-short = 打ち消しあり
reason-too-late-short = 期限が足りない
reason-text-lost-short = 読めない部分がある

role-meets = { $title }: 定めあり
role-conflicts = { $title }: 反対の定め
role-lacks = { $title }: { $reason }

kind-contract = 契約
kind-operating-rules = 運用管理規程
kind-contract-maintenance = 保守契約
kind-contract-saas = クラウド・サービス利用契約
kind-contract-outsourcing = 業務委託契約
kind-nda = 秘密保持契約
kind-sla = サービスレベル合意書
kind-security-policy = 情報セキュリティ方針
kind-privacy-policy = 個人情報保護方針
kind-bcp = 事業継続計画

kind-reason-title = 題名の{ $words }から判定
kind-reason-opening = 冒頭の{ $words }から判定
kind-reason-body = 本文に{ $words }など
kind-reason-none = 手掛かりになる語がなく、仮の判定
kind-runner-up = 次点は{ $kind }
kind-reason-separator = 。

fact-outsourcing-cloud = クラウドサービスを利用しますか
fact-outsourcing-maintenance = システムの保守を委託しますか
fact-outsourcing-storage = 医療情報の保存を委託しますか
fact-remote-maintenance = 遠隔(リモート)で保守を受けますか
fact-remote-staff = 職員が院外から接続しますか
fact-remote-patients = 患者などが院外から接続しますか
fact-network-wireless = 無線LANを使いますか
fact-devices-byod = 個人所有の端末を業務に使いますか
fact-devices-iot = ネットワークにつながる医療機器やIoT機器がありますか
fact-scanning = 紙の記録をスキャンして電子化しますか
fact-signature-electronic = 電子署名を使いますか
fact-provision-third-party = 医療情報を第三者に提供しますか

report-title = 題名
report-no-title = (題名が見つかりません)
report-kind = 種別
report-kind-recognised = { $kind }({ $name }。{ $why }。違うときは --kind で指定)
report-kind-stated = { $kind }({ $name }。指定)
report-parties = 当事者
report-parties-are = 医療機関の側は「{ $hospital }」、事業者の側は「{ $vendor }」
report-articles = 条の数
report-unread = 未読
report-unread-lost = その部分の定めは「ない」とせず「読取不能」とします
report-note = 注意
note-reference-dangling = { $article }の「{ $reference }」に当たる条が、この文書にありません
report-case = 一組
report-case-main = 主な文書(ほかの{ $count }件とあわせて判定。{ $reason })
report-case-part = 「{ $main }」と一組で判定。判定は主な文書の所に示します
report-case-incomplete = 一組のうち読めない文書があるため、「ない」とは言えません
report-case-only = ほかに文書がない
report-case-kind = 契約の本体と認めた
report-case-referred-to = ほかの文書が最も多く引いている
report-case-order = 最初に指定された
report-nothing-asked = この種別の文書について求める規則は、まだありません
report-recommended = 推奨: { $list }
report-group = { $status }({ $count }件)
report-page = { $page }頁
report-met-item = { $title }({ $place })
report-met = 定めのある点: { $list }
report-comma = 、
report-basis = 根拠:
report-more-passages = ほかに { $count } か所(--verbose で表示)
report-advice = 条文の例:
report-advice-after = 条文の例({ $article }の後に置けます):
report-question = 前提の確認: { $question }。「いいえ」なら、この項目は対象外です
report-summary = まとめ
report-unused-file = 使えなかった文書: { $path }
report-made-with = ガイドライン第{ $guideline }版。{ $date } 作成(sekisho { $version }、規則 { $rules }、知識ベース { $kb })。【未確認】は、条文の文言又は番号を確定版と突き合わせ終えていないことを示します。
report-no-legal-advice = これは法的助言ではありません。書かれていることと、人が判断すべきことを示すものです。ガイドラインの正文は、厚生労働省が公表するPDFです。

# sekisho tree の木の下に置く、読み取った意味。
tree-kind = 種別: { $kind }
tree-party-hospital = 医療機関の側: { $name }
tree-party-vendor = 事業者の側: { $name }
tree-definitions = 定義 { $count }
tree-definition = { $term }({ $article }、{ $uses }か所で使用): { $meaning }
tree-references = 参照 { $count }(うち文書内の条項へ { $inside })。文書内の条項に結び付かないもの:
tree-reference-in-case = { $article }「{ $text }」: 一組の別の文書
tree-reference-outside = { $article }「{ $text }」: この文書の外
tree-reference-dangling = { $article }「{ $text }」: その条がこの文書にない
tree-reference-unresolved = { $article }「{ $text }」: 木の上では定まらない
