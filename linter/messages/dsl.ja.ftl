# 規則ファイルの誤り。dsl クレートのコードと引数に対応する。

dsl-bar-needs-parentheses = ここの「|」はどこまで掛かるか分かりません
    .help = 「|」でつなぐ語句を ( ) で囲んでください。例: ("返却" | "返還") and 契約終了
dsl-concept-cycle = 概念が自分自身から作られています: { $path }
    .help = どれか一つの定義を、文字列だけで書き直してください。
dsl-duplicate-concept = 概念「{ $name }」が二度定義されています
    .help = 言い方を足すときは extend concept { $name } = … と書きます。別の意味なら名前を変えてください。
dsl-duplicate-requirement = この規則に要件「{ $name }」が二つあります
    .help = どちらかの名前を変えてください。
dsl-duplicate-rule = 規則「{ $id }」が二度定義されています
    .help = どちらかのidを変えるか、消してください。二つめは使われません。
dsl-empty-text = 中身が空です
    .help = " と " の間に題名や文言を書いてください。
dsl-expected = { $expected ->
        [act_order] act の書き方が違います。ここに「{ $found }」は書けません
        [act] ここには「act」が必要ですが、「{ $found }」があります
        [alternative] 言い方の選択肢をつなぐ所に「{ $found }」があります
       *[other] ここには{ $expected ->
        [item] 項目(concept、extend concept、rule)
        [member] 規則の行(topic、require、pass など)
        [name] 名前
        [text] 文字列("…")
        [title] 題名("…")
        [block] 文章("""…""")
        [pattern] 語句(文字列、概念、正規表現、括弧)
        [expression] 条件
        [fact] 事実の名前
        [comparison] 比較記号(<、<=、==、>=、>)
        [value] 数値(13、24h、30d など)
        [operator] つなぎの語(..6、|、and、or)
       *[other] 「{ $expected }」
        }が必要ですが、「{ $found }」があります
    }
    .help = { $expected ->
            [item] 直前の「{ "}" }」で規則や概念は終わっています。「{ "}" }」が多すぎないか、確かめてください。
            [member] 閉じる括弧「{ "}" }」が足りないか、余っていないか、確かめてください。
            [name] 名前は " で囲まずに書きます。予約語(and、when など)は概念の名前に使えません。
            [text] 題名や文言は " で囲んでください。
            [title] 題名は " で囲んでください。例: "{ $found }"
            [alternative] パターンの選択肢は「{ $found }」ではなく | でつなぎます。例: "返却" | "返還"
            [act] act 強さ(当事者) 行為 of 対象 when 時点 within 期間 の順に書きます。例: act must(vendor) 返却 of 預託情報
            [act_order] act 強さ(当事者) 行為 of 対象 when 時点 within 期間 の順に書きます(of から後は、なくてもよい)。例: act must(vendor) 返却 of 預託情報 when 契約終了 within 30d
            [block] 例文と助言は """ で囲んでください。例には題名だけでなく文章が要ります。
            [pattern] 例: "契約終了"、契約終了、word "データ"、("返却" | "返還")
            [expression] 例: act must(vendor) 返却 of 預託情報
            [fact] 例: outsourcing.cloud and not remote.maintenance
            [comparison] 以下は <=、以上は >=、等しいことは == と書きます。
            [value] 期間には単位を付けます(10m は10分、24h、30d、6mo は6か月、5y)。
            [operator] 語句を並べるだけではつながりません。続けて現れるなら ..6、どれかなら |、両方なら and を書いてください。
           *[other] 「{ $expected }」を補うか、その前の余分なものを消してください。
        }
dsl-full-width = { $sort ->
        [quotes] 全角の引用符({ $found })があります。半角の " として読みました
        [full] 全角の「{ $found }」があります。半角の「{ $half }」として読みました
        [comma] 全角の「{ $found }」があります。半角の「{ $half }」として読みました
       *[other] 「{ $found }」という書き方はありません。「{ $half }」として読みました
    }
    .help = { $sort ->
        [quotes] 両端を半角の " に直してください。例: "返却"
        [comma] 半角の , に直してください。言い方の選択肢をつなぐ所なら | と書きます。
       *[other] 半角の { $half } に直してください。
    }
dsl-gap-without-length = 「..」の後に長さがありません
    .help = 間の文字数を ..6 のように書くか、離れていてよければ ..* と書いてください。
dsl-hash-comment = 「#」で始まる行は書けません
    .help = 覚え書きは // で、規則や概念の説明は /// で始めてください。
dsl-invalid-name = 「{ $name }」は名前にできません
    .help = 数字で始めず、「.」「/」「@」を含まない名前にしてください。
dsl-invalid-number = 「{ $found }」は数として大きすぎます
    .help = もっと小さい数にしてください。
dsl-invalid-regex = 正規表現を読めません: { $reason }
    .help = 括弧の対応と記号の書き方を確かめてください。文字どおりの記号の前には \ を付けます。
dsl-invalid-rule-id = 「{ $id }」は規則のidになりません
    .help = 「束/名前」の形で、半角の小文字、数字、- だけで書いてください。例: contract/data-return
dsl-invalid-value = 「{ $value }」は { $measure } の値になりません
    .help = { $measure ->
            [number] 単位を付けずに数だけを書きます(13、99.95 など)。
            [count] 単位を付けずに整数を書きます(2 など)。
           *[other] 数と単位を続けて書きます。10m は10分、24h は24時間、30d は30日、5bd は5営業日、2w は2週間、6mo は6か月、1y は1年です。
        }
dsl-literal-too-short = 「{ $literal }」は一文字なので、関係のない所にも当たります
    .help = 二文字以上にするか、word "{ $literal }" とするか、前後の語と ..6 でつないでください。
dsl-measure-form = { $measure } の書き方が違います
    .help = { $measure ->
            [number] { $form } のように、括弧の中に単位を書いてください。使える単位: { $units }
           *[other] { $form } と書いてください。
        }
dsl-missing = この規則には{ $member ->
        [title] 題名が
        [doc] 説明(/// で始まる行)が
        [topic] 論点(topic)も主題(theme)も
        [editions] 対象の版(editions)が
        [applies] 対象の文書(applies)が
        [severity] 重大度(severity)が
        [advice] 助言(advice)が
        [require] 要件(require、forbid、recommend)が
       *[other] { $member } が
    }ありません
    .help = { $member ->
            [title] 規則のidの後に "題名" を書いてください。
            [doc] rule の前の行に /// で、何をなぜ求めるのかを書いてください。
            [topic] topic か theme のどちらか一方を書いてください。
            [editions] 例: editions 6.0, 7.0
            [applies] 例: applies contract, nda
            [severity] severity error などと書くか、すべての要件に at で重大度を付けてください。
            [advice] advice """…""" で、足りないときに何をすればよいかを書いてください。
           *[other] 例: require return "返却" { "{" } act must(vendor) 返却 { "}" }
        }
dsl-missing-requirement-title = 要件「{ $name }」に題名がありません
    .help = 名前の後に "…" で日本語の題名を書いてください。
dsl-missing-version = ファイルの初めに言語の版がありません
    .help = 一行目に seki 1 と書いてください。
dsl-recommend-too-severe = recommend(推奨)の重大度を「{ $severity }」にはできません
    .help = at { $severity } を消すか、recommend を require に変えてください。推奨は常に info です。
dsl-regex-too-large = 正規表現が大きすぎます(上限 { $limit } バイト)
    .help = { "{" }5000{ "}" } のような大きい繰り返しを減らすか、..n でつないだ語句に書き直してください。
dsl-regex-without-literal = この正規表現には、必ず含まれる二文字以上の文字列がありません
    .help = どの一致にも現れる文字列(例: 契約)を二文字以上入れるか、「|」を正規表現の外に出してください。
dsl-repeated = 「{ $member }」が二度書かれています
    .help = どちらか一方にまとめてください。
dsl-reserved-name = 「{ $name }」は予約語なので、概念の名前にできません
    .help = 別の名前にしてください。
dsl-source-too-large = ファイルが大きすぎます(上限 { $limit } バイト)。読んでいません
    .help = 規則を複数のファイルに分けてください。
dsl-surplus-equals = { $member } の後に「=」は書けません
    .help = 規則の行は、語と値を空白で並べます。= を消してください。= を書くのは concept の名前の後だけです。
dsl-too-deep = 括弧や not の入れ子が深すぎます(上限 { $limit } 段)
    .help = 一部を concept として名前を付け、浅くしてください。
dsl-too-few-examples = この規則の { $sort } の例は { $found } 件です。{ $needed } 件以上必要です
    .help = pass は満たす文書、fail は満たさない文書の例です。書き方の違う例を足してください。
dsl-too-many-errors = 誤りが { $limit } 件を超えました。残りは示していません
    .help = 上から順に直して、もう一度確かめてください。
dsl-too-many-items = 一つのファイルの概念と規則が多すぎます(上限 { $limit } 件)。ここから先は読んでいません
    .help = 複数のファイルに分けてください。概念はほかのファイルからも使えます。
dsl-topic-and-theme = topic と theme の両方があります
    .help = 論点を判定する規則なら topic だけ、そうでなければ theme だけを残してください。
dsl-uncovered-requirement = 要件「{ $name }」を満たさない例がありません
    .help = fail { $name } "題名" """…""" で、この要件だけが欠けた文書の例を足してください。
dsl-unexpected-end = ファイルの終わりに{ $expected ->
        [item] 項目(concept、extend concept、rule)
        [member] 規則の行(topic、require、pass など)
        [name] 名前
        [text] 文字列("…")
        [title] 題名("…")
        [block] 文章("""…""")
        [pattern] 語句(文字列、概念、正規表現、括弧)
        [expression] 条件
        [fact] 事実の名前
        [comparison] 比較記号(<、<=、==、>=、>)
        [value] 数値(13、24h、30d など)
        [operator] つなぎの語(..6、|、and、or)
        [act] act
        [act_order] act の続き
        [alternative] | と次の言い方
       *[other] 「{ $expected }」
    }がありません
    .help = { $expected ->
            [item] /// の後に concept か rule を書いてください。
            [member] 閉じる括弧「{ "}" }」が足りないか、余っていないか、確かめてください。
            [name] 名前は " で囲まずに書きます。予約語(and、when など)は概念の名前に使えません。
            [text] 題名や文言は " で囲んでください。
            [title] 題名は " で囲んでください。
            [block] 例文と助言は """ で囲んでください。例には題名だけでなく文章が要ります。
            [pattern] 例: "契約終了"、契約終了、word "データ"、("返却" | "返還")
            [expression] 例: act must(vendor) 返却 of 預託情報
            [fact] 例: outsourcing.cloud and not remote.maintenance
            [comparison] 以下は <=、以上は >=、等しいことは == と書きます。
            [value] 期間には単位を付けます(10m は10分、24h、30d、6mo は6か月、5y)。
            [operator] 語句を並べるだけではつながりません。続けて現れるなら ..6、どれかなら |、両方なら and を書いてください。
            [act] act 強さ(当事者) 行為 of 対象 when 時点 within 期間 の順に書きます。
            [act_order] act 強さ(当事者) 行為 of 対象 when 時点 within 期間 の順に書きます。
            [alternative] 例: "返却" | "返還"
           *[other] 閉じ忘れがないか確かめ、「{ $expected }」を補ってください。
        }
dsl-unknown-basis = 根拠「{ $name }」は知識ベースにありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。項目の番号は sekisho search 言葉 か sekisho show 運用8⑤ で調べられます。
            [meant] 「{ $name }」は { $closest } です。{ $closest } と書いてください。
            [choices] 使えるのは { $choices } です。
           *[none] 項目の番号は sekisho search 言葉 か sekisho show 運用8⑤ で調べられます。表示された C-8-5 のような番号を書いてください。
        }
dsl-unknown-character = ここに「{ $found }」は書けません
    .help = { $seen ->
            [invisible] 目に見えない文字です。前後の文字ごと消して、打ち直してください。
           *[other] 消すか、文字列の中なら " で囲んでください。
        }
dsl-unknown-concept = 概念「{ $name }」は定義されていません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] concept { $name } = "…" と定義するか、綴りを確かめてください。
        }
dsl-unknown-defect = 「{ $name }」という不備はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-edition = 「{ $name }」という版はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-escape = 「\{ $found }」という書き方はありません
    .help = 使えるのは \" と \\ と \n です。\ そのものは \\ と書きます。
dsl-unknown-fact = 「{ $name }」という事実はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-item = 「{ $name }」で始まる項目はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-kind = 「{ $name }」という文書の種類はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [meant] 「{ $closest }」と書きます。使えるのは次のとおりです。{ $choices }
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-measure = 「{ $name }」という量はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-member = 規則の中に「{ $name }」で始まる行は書けません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-party = 「{ $name }」という当事者はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [meant] 「{ $closest }」と書きます。使えるのは次のとおりです。{ $choices }
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-requirement = この規則に要件「{ $name }」はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-scope = 「{ $name }」という範囲はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-severity = 「{ $name }」という重大度はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [meant] 「{ $closest }」と書きます。使えるのは次のとおりです。{ $choices }
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-status = 「{ $name }」という判定はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [meant] 「{ $closest }」と書きます。使えるのは次のとおりです。{ $choices }
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-strength = 「{ $name }」という義務の強さはありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [meant] 「{ $closest }」と書きます。使えるのは次のとおりです。{ $choices }
            [choices] 使えるのは次のとおりです。{ $choices }
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unknown-topic = 「{ $name }」という論点はありません
    .help = { $suggest ->
            [closest] 「{ $closest }」の書き間違いではありませんか。
            [choices] 使えるのは { $choices } です。
           *[none] 使える名前の一覧と見比べてください。
        }
dsl-unsupported-version = 言語の版「{ $found }」には対応していません
    .help = 一行目を seki 1 にするか、プログラムを新しくしてください。
dsl-unterminated-block = 「"""」で始まる文章が閉じていません
    .help = 文章の後の行に """ を書いてください。
dsl-unterminated-regex = 正規表現が行の終わりまでに閉じていません
    .help = 終わりに / を書いてください。/ そのものは \/ と書きます。
dsl-unterminated-text = 文字列が行の終わりまでに閉じていません
    .help = 終わりに " を書いてください。複数行の文章は """ で囲みます。
dsl-unused-concept = 概念「{ $name }」はどこからも使われていません
    .help = 使わないなら消してください。

# 使えるが疑わしい所（rules lint）。
dsl-advice-broken = 助言の型を読めません。{"{{"} と {"}}"} の間は英字の変数名か term(…) だけです
    .help = {"{{"} n {"}}"} のように、波括弧を二つずつ、閉じるまで書いてください。
dsl-advice-concept = 助言の term が求める概念「{ $name }」は定義されていません
    .help = term("概念の名前", "用語がないときの言葉") と書き、概念の名前を確かめてください。
dsl-advice-variable = 助言にない値「{ $name }」を使っています
    .help = 使えるのは n（条の番号）、vendor（事業者の呼び名）、hospital（医療機関の呼び名）です。
dsl-basis-unverified = 要件「{ $name }」の重大度は { $severity } ですが、根拠は未確認の項目だけです
    .help = 本文を確かめた遵守事項を basis に加えるか、at info としてください。
dsl-concept-redefined = 組み込みの概念「{ $name }」を、この定義が置き換えます
    .help = 言い方を足すだけなら extend concept { $name } = … と書きます。別の意味なら、名前を変えると取り違えません。
dsl-condition-always = この条件は、どんな前提でも成り立ちます
    .help = 条件を除くか、必要な前提を書いてください。
dsl-condition-never = この条件は、どんな前提でも成り立ちません
    .help = not と and の組合せを見直してください。このままでは規則は働きません。
dsl-contradiction = { $other } と両立しません。一方が求めることを、他方が禁じています
    .help = どちらかの条件（of、when、種別）を狭めて、両立するようにしてください。
dsl-duplicate-predicate = { $other } と同じことを求めています
    .help = 一方を除くか、違いを条件に書いてください。
dsl-edition-not-held = 版 { $editions } は知識ベースにないため、根拠を確かめられません
    .help = 知識ベースにある版は { $held } です。
dsl-example-unexpected = 例「{ $title }」が、書かれたとおりになりません。{ $how ->
        [unreadable] 文書として読めません
        [met] { $requirement } が満たされています
        [requirement] { $requirement } は { $expected } のはずが { $found } です
       *[other] 規則全体が { $expected } のはずが { $found } です
    }
    .help = 規則か例を直してください。経緯は、例の文章をファイルに写して sekisho rules trace で見られます。
dsl-examples-alike = 例がどれも同じ書き方です（{ $hospital } と { $vendor } だけ）
    .help = 「委託者／受託者」「当社／お客様」など、呼び名の違う例を加えてください。
dsl-except-cuts-all = except の「{ $by }」が「{ $wording }」そのものに含まれるため、決して一致しません
    .help = 「{ $wording }」を除くか、except をより長い言葉にしてください。
dsl-except-cuts-nothing = except の「{ $wording }」は、元の言い回しと重ならないため、何も外しません
    .help = 元の言い回しを含む、より長い言葉を書くか、除いてください。
dsl-gap-cannot-hold = 「{ $first }」と「{ $second }」は、この間隔では続きません
    .help = 間隔を広げるか、つながった一つの言葉として書いてください。{ $folded -> 
        [none] {""}
       *[other] 続けて書くと、照合のときは「{ $folded }」にそろえられます。
    }
dsl-implied-requirement = { $other } を満たせば必ず満たされるため、この要件は何も加えません
    .help = 除くか、より厳しい方を at warning などに下げてください。
dsl-literal-not-normal = 「{ $literal }」は、文書を読むとき「{ $seen }」にそろえられるため、決して一致しません
    .help = 「{ $seen }」と書いてください。
dsl-literal-spans-sentences = 「{ $literal }」は文の終わりをまたぐため、まず一致しません
    .help = 文ごとに分け、and か within article でつないでください。
dsl-literal-vanishes = 「{ $literal }」は、照合のとき空白や記号として除かれ、何も残りません
    .help = 言葉を書いてください。
dsl-overlapping-rules = 規則 { $other } と同じ topic（{ $topic }）を、同じ種別の文書に求めています
    .help = 一つの規則にまとめるか、applies を分けてください。
dsl-quantity-never = { $value } に当たる値はありません
    .help = 値か不等号の向きを直してください。
dsl-regex-not-folded = 正規表現の「{ $literal }」は、照合のとき「{ $folded }」にそろえられるため、決して一致しません
    .help = 「{ $folded }」と書いてください。
dsl-repeated-concept = 概念「{ $name }」を二度挙げています
    .help = 一つを除いてください。
dsl-requirement-unexampled = 要件「{ $name }」を満たさない例がありません
    .help = fail { $name } の例を加えてください。
dsl-rule-unreachable = この規則が働く文書がありません
    .help = applies の種別と条件の組合せを見直してください。
dsl-shadowed-wording = { $how ->
        [same] 「{ $wording }」は「{ $by }」としてすでにあるため、何も加えません
       *[other] 「{ $wording }」に一致する所は「{ $by }」にも一致するため、何も加えません
    }
    .help = 「{ $wording }」を除いてください。
dsl-text-short = { $member ->
        [doc] 説明が短すぎます
       *[other] 助言が短すぎます
    }
    .help = { $member ->
            [doc] 何を求め、なぜ求めるのかを /// に書いてください。
           *[other] 契約書にそのまま貼れる条文を書いてください。
        }
dsl-unit-unknown = 単位「{ $unit }」の数は、文書から読み取れません
    .help = 使える単位: { $units }
dsl-word-open-end = word「{ $word }」の端が仮名や記号のため、ほとんど一致しません
    .help = word は、同じ種類の文字が続かないときだけ一致します。漢字か片仮名で始まり終わる語に使うか、word を除いてください。
