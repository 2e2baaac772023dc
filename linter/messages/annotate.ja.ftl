# Word 文書へのコメントと、条文の例の挿入の言葉。

annotate-head = Sekisho による点検({ $date })
annotate-head-some = { $count }件の指摘を、該当する文、又は条を置く場所に付けました。ガイドライン第{ $guideline }版に沿った点検です。【未確認】は、条文の文言又は番号を確定版と突き合わせ終えていないことを示します。
annotate-head-none = 規則が求めることについて、人が決めるべき点は見つかりませんでした。ガイドライン第{ $guideline }版に沿った点検です。
annotate-head-answer = このまま受け入れる指摘には、そのコメントに返信で「承認: 理由 期限: 2027-03-31 承認者: 氏名」と書いてください。一つのコメントに指摘が複数あるときは、初めに「(2)」のように番号を付けます。それ以外の返信は覚え書きとして扱います。
annotate-again = 同じ指摘の、ほかの箇所です。根拠と条文の例は、初めのコメントにあります。
annotate-missing = ここに置く定めが見つかりません({ $count }件)
annotate-inserted = 条文の例は、{ $place }({ $caption })として、変更履歴の挿入に入れました。
annotate-weak-stays = 弱い定めの文は消していません。残すかどうかを決めてください。
annotate-conflict-stays = 反対の定めが残る限り、この指摘は消えません。文を消すか改めるかは、人が決めてください。
annotate-waived = 例外として承認済み: { $reason }(承認者 { $approver }、期限 { $expires })
annotate-baseline = 控えにある指摘です(前からあったもの)

annotate-not-word = Word 文書(.docx)ではないので、コメントを付けられません
    .help = Word で開いて .docx で保存し直すか、-o に HTML や JSON の報告を書いてください。
annotate-part = 文書の部品「{ $part }」の形が壊れていて、書き足せません
    .help = Word で開いて保存し直してから、もう一度実行してください。
annotate-container = 文書の入れ物(zip)を写せません: { $detail }
    .help = Word で開いて保存し直してから、もう一度実行してください。
annotate-needs-folder = 文書が{ $count }件あるので、--annotate にはフォルダーを指定してください
    .help = 先にフォルダーを作り、--annotate フォルダー/ のように指定してください。文書ごとに一つのファイルを書きます。
annotate-same-name = 「{ $path }」に書く文書が二つあります
    .help = 名前の同じ文書は、別々に実行してください。
annotate-stdin = 標準入力の文書には、コメントを付けられません
    .help = ファイルに保存してから指定してください。
annotate-changed = 点検の後に、文書が変わりました
    .help = もう一度実行してください。

mend-insertions = 条文の例を入れられる指摘({ $count }件)
mend-insertion = { $place }({ $caption })を、{ $after }の後に入れる
mend-left = 入れるだけでは直らない指摘({ $count }件)
mend-nothing = 直すべき指摘はありません
mend-why-conflicting = 反対の定めがある。文を消すか改めない限り残るので、人が決める
mend-why-delegated = 別の文書に委ねている。先の文書を見てから決める
mend-why-unread = 読めない部分がある
mend-why-no-clause = 規則に条文の例がないか、条の形でない
mend-why-no-article = 文書に条がなく、置く場所が決まらない
mend-why-in-table = 置く場所が表又はテキストボックスの中にある
mend-why-accepted = 承認された例外、又は控えにある指摘
mend-weak-stay = 弱い定めの文は消しません。新しい条を入れた後に、残すかどうかを決めてください。
mend-recoded = 元の文字コードでは書けない文字があり得るので、UTF-8 で書きました
mend-new-name = (条文の例を入れた後)
mend-unknown-form = この形の文書には書き足せません(.docx、.md、.txt だけです)
    .help = PDF や Excel の文書は、元の Word 文書があればそれを指定してください。

cli-lint-arg-annotate = 指摘をコメントにして付けた Word 文書の写しを書く(入力は変えません)。文書が複数のときはフォルダー
cli-lint-arg-suggest = --annotate の写しに、条文の例を変更履歴の挿入として入れる
cli-fix-about = 条文の例を入れた写しを作ります。元の文は消しません
cli-fix-examples =
    sekisho fix 保守契約書.docx --dry-run
    sekisho fix 保守契約書.docx -o 保守契約書-案.docx
    sekisho fix 利用規約.md -o 利用規約-案.md
cli-fix-arg-file = 文書(.docx、.md、.txt)
cli-fix-arg-output = 書くファイル(入力の文書には書きません)
cli-fix-arg-dry-run = 書かずに、入れられるもの・入れられないものと差分を表示する
cli-fix-arg-kind = 文書の種別。なければ題名と本文から判定
cli-fix-arg-rules = 組み込みの規則に加える規則ファイル(.seki)又はフォルダー
cli-fix-arg-profile = 医療機関の前提を書いたファイル(TOML)
cli-fix-arg-system-type = 医療機関の区分
cli-fix-arg-set = 前提を一つ定める(例 scanning=false)。何度でも
cli-fix-arg-revisions = 変更履歴のある文書の、変更前(original)と承諾後(final)のどちらを読むか
