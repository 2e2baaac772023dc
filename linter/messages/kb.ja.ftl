# kb: 知識ベース
kb-embedded = 組み込みの知識ベースを読み出せません: { $detail }
    .help = 実行ファイルが壊れているおそれがあります。入れ直してください。
kb-search = 検索索引を使えません: { $detail }
    .help = 実行ファイルが壊れているおそれがあります。入れ直してください。
kb-empty-id = 条項の番号が空です
    .help = C-8-5 や「運用8⑤」のように番号を書いてください。
kb-unknown-edition = 第{ $edition }版は知識ベースにありません(知っている版: { $known })
    .help = @ の後の版を外すか、{ $known } のどれかを書いてください。
kb-unknown-id = 「{ $query }」に当たる条項・節・章はありません
    .help = { $found ->
        [none] sekisho search で語から探せます。
       *[some] 近いもの: { $nearest }
    }
kb-syntax = { $path }: TOMLとして読めないか、項目が合いません: { $detail }
kb-wrong-folder = { $path }: フォルダ { $folder } にあるのに part が { $part } です
    .help = ファイルを移すか、part を直してください。
kb-duplicate-chapter = { $path }: { $chapter } は { $first } にもあります
kb-duplicate-id = { $path }: ID { $id } は { $first } ですでに使われています
kb-malformed-id = { $path }: { $id } は条項のIDの形ではありません
    .help = 編の文字、章又は節、番号をハイフンでつなぎます(例: C-8-5、G-1.2.1-1)。
kb-id-mismatch = { $path }: ID { $id } が section・item と合いません(そこからは { $expected } になります)
kb-unknown-section = { $path }: { $section } はこの章の節ではありません
    .help = [[section]] に節を加えるか、番号を直してください。
kb-duplicate-section = { $path }: 節 { $section } が2度書かれています
kb-official-number = { $path }: 原典の番号 { $number } がここに合いません({ $expected } のはずです)
kb-unknown-related = { $path }: 関連する条項 { $id } がありません
kb-repeated-related = { $path }: 関連する条項 { $id } が重複しているか、自分自身です
kb-applies-to = { $path }: applies_to は Ⅰ~Ⅳ を順に書き、章と違うときだけ条項に書きます
kb-verification = { $path }: 確認の度合いが矛盾しています: { $problem ->
        [needs] content が { $content } なら seen_in が要ります
       *[excludes] content が { $content } なら seen_in は書けません
    }
    .help = seen・partly_seen・secondary には seen_in が要り、recall・none には書けません。
kb-empty-field = { $path }: { $field } が空です
kb-edition-not-held = 第{ $edition }版の条項は収録していません(第{ $base }版との違いだけを収録しています)
    .help = sekisho kb diff で版の違いを、sekisho show に第{ $base }版の番号を渡すと「次の版では」を見られます。
kb-unknown-folder = { $path }: { $folder } は知識ベースのフォルダではありません
kb-data-edition = { $path }: 版「{ $edition }」が editions.toml に載っていないか、基準の版(status = "base")が1つではありません
kb-unknown-target = { $path }: { $id } がありません
kb-repeated-link = { $path }: { $id } へのつながりが重複しているか、自分自身を指しています
kb-wrong-relation = { $path }: { $from } から { $id } へは { $relation } でつなげません
kb-without-text = { $path }: { $id } は本文を入手していない条項です
    .help = 本文の分からない条項には、対策も性質も書けません。
kb-gap-chapter = { $part }の{ $number }章がありません
kb-gap-nature = { $id } に性質(nature)か強さ(strength)がありません
kb-gap-control = { $id } を実現する対策がありません
kb-gap-technical-control = { $id } には技術的な側面がありますが、技術の対策がありません
kb-gap-repetition = { $id } は { $clause } の言い換えにとどまっています(2文字の組の { $percent } % が同じ。{ $most } % まで)
kb-gap-clause = { $id } がどの遵守事項にもつながっていません
kb-gap-orphan = { $id } が何ともつながっていません
kb-no-transition = 第{ $from }版から第{ $to }版への違いは収録していません
    .help = 古い版、新しい版の順に書いてください。収録しているもの: { $known }
