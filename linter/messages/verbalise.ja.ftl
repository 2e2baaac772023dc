# 規則を平易な言葉で述べる文。文の組み立ては linter/src/verbalise にある。文の終わりの「。」は付けない。

verbalise-require = 次のことが書かれていることを求める。見当たらないか、弱い定めにとどまるときは「{ $severity }」とする
verbalise-forbid = 次のことが書かれていれば、反対の定めとして「{ $severity }」で示す。書かれていないことを求める
verbalise-recommend = 次のことが書かれているとよい。なければ「{ $severity }」として勧めるだけで、規則の判定は変わらない

verbalise-all = 次のすべてに当たること
verbalise-any = 次のいずれかに当たること
verbalise-one-of = 次のいずれかに当たること(文書が「又は」で選ばせていてもよい)
verbalise-not = 次のことに当たらないこと

verbalise-placed = { $place }の中で、{ $sentence }
verbalise-nested = { $outer }の{ $inner }
verbalise-scope-unit = 一つの文
verbalise-scope-paragraph = 一つの項
verbalise-scope-article = 一つの条
verbalise-scope-chapter = 一つの章
verbalise-scope-document = 文書全体
verbalise-scope-title = 文書の題名
verbalise-scope-caption = 一つの見出し
verbalise-scope-table = 一つの表
verbalise-scope-row = 一つの行
verbalise-scope-cell = 一つの欄

verbalise-column = 見出しが{ $heading }の列
verbalise-party-vendor = 事業者
verbalise-party-hospital = 医療機関
verbalise-party-both = 当事者の双方
verbalise-party-any = だれか

verbalise-act-must = { $party }に、{ $action }の義務があること
verbalise-act-should = { $party }が、{ $action }に努めること(義務でもよい)
verbalise-act-may = { $party }が、{ $action }をしてよいこと
verbalise-act-must-not = { $party }に、{ $action }の禁止があること
verbalise-act-any = { $party }が{ $action }をすると述べていること(義務か任意かを問わず、しないとするものを除く)
verbalise-act-details = { $act }。{ $details }
verbalise-about = 対象は{ $words }
verbalise-when = 場面は{ $words }
verbalise-within = 期限は{ $time }以内
verbalise-by-in-cell = { $party }を挙げていること
verbalise-by = { $party }が主語の文があること

verbalise-count = { $words }が書かれている文、号、表の行の数が{ $amount }であること
verbalise-defines = { $words }を含むか、それを意味する用語が定義されていること
verbalise-refers = { $words }への参照があること
verbalise-number = { $amount }の数が書かれていること
verbalise-duration = { $amount }の時間が書かれていること
verbalise-period = { $amount }の期間が書かれていること
verbalise-less = { $amount }未満
verbalise-less-or-equal = { $amount }以下
verbalise-within-time = { $amount }以内
verbalise-equal = ちょうど{ $amount }
verbalise-greater-or-equal = { $amount }以上
verbalise-greater = { $amount }超
verbalise-minutes = { $count }分
verbalise-hours = { $count }時間
verbalise-days = { $count }日
verbalise-business-days = { $count }営業日
verbalise-years = { $count }年

verbalise-words = { $words }が書かれていること
verbalise-no-words = { $words }が書かれていないこと
verbalise-literal = 「{ $text }」
verbalise-word = 「{ $text }」(より長い語の一部でないもの)
verbalise-regex = 正規表現 /{ $source }/ に合うもの
verbalise-word-separator = { "" }
verbalise-or = 、
verbalise-any-of = { $words }のいずれか
verbalise-any-of-many = { $words }ほか{ $more }の言い方のいずれか
verbalise-concept = 〈{ $name }〉
verbalise-concept-of = 〈{ $name }〉({ $words })
verbalise-concept-of-many = 〈{ $name }〉({ $words }ほか{ $more }の言い方)
verbalise-sequence = { $first }{ $rest }が続くもの
verbalise-then-at-once = 、そのすぐ後に{ $after }
verbalise-then-within = 、その後{ $most }文字以内に{ $after }
verbalise-then-anywhere = 、その後の同じ文の中に{ $after }
verbalise-except = { $base }({ $except }に重なるものを除く)
verbalise-except-some = { $base }(下に挙げるものを除く)
verbalise-except-these = { $base }。ただし次に重なるものを除く
verbalise-all-actions = 行いの言い方のすべて
verbalise-all-objects = 対象の言い方のすべて
verbalise-all-conditions = 場面の言い方のすべて
verbalise-all-headings = 見出しの言い方のすべて
verbalise-all-words = 言い方のすべて

verbalise-applies-when = { $kinds }。ただし次のとき
verbalise-facts-all = 次のすべて
verbalise-facts-any = 次のいずれか
verbalise-fact-yes = 「{ $question }」に「はい」
verbalise-fact-no = 「{ $question }」に「いいえ」

verbalise-note-concept = 〈 〉は、いくつもの言い方をまとめた言葉の名前。言い方のすべては「言葉の一覧」にある
verbalise-note-words = 言葉は、全角と半角などの書き方の違いをならして比べる
verbalise-note-party = 事業者と医療機関は、文書での呼び名(甲、乙、受託者、当社など)から読み取る
verbalise-note-duty = 義務とは「しなければならない」「ものとする」など。「努める」「できる」、相手の求めがあるときだけのものは、弱い定めとする
verbalise-note-prohibition = 禁止とは「してはならない」「しないものとする」など
verbalise-note-leave = してよいとは「することができる」など。求めることについては、義務として書かれていてもよい
verbalise-note-about = 対象と場面は、同じ文、その条の見出し、又は「前項」「当該」などで受ける文にあればよい。それを意味する用語でもよい
verbalise-note-deadline = 期限は、同じ文にある時間で見る。長すぎるか、書かれていなければ、弱い定めとする
verbalise-note-quantity = 数、時間、期間は「以上」「以内」などとともに読み、文書が認めるどの値でも当たるときに当たるとする。書かれていないことを求めるときは、書かれた値そのものを見る
verbalise-note-alternative = 「又は」の一方としてだけ書かれたことは、ほかでは弱い定めとするが、ここでは認める
verbalise-note-sentence = 一つの文とは、号とその柱書きを合わせたもの、又は表の一行を含む
verbalise-note-table = 行と列は表のもの。欄は表の一つの升目(セル)
verbalise-note-facts = 答えの分からない前提は、当たるものとして点検し、質問として示す
