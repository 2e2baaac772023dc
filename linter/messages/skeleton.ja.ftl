# sekisho rules new が作る規則の骨組みの言葉。書き換えるところは「→」で示す。

skeleton-head =
    規則の骨組み。このままで sekisho rules test を通る。
    「→」の行を上から順に読み、自分の規則に書き換え、済んだ行は消す。
    → 次の /// の行は、何を、なぜ求めるか。sekisho explain と報告の読み手に見せる。
skeleton-doc = { $about }が、だれの義務であるかとともに、文書に定められているか。
skeleton-title = 求める事項
skeleton-properties = → applies は対象の文書。医療機関自身の規程なら operating_rules など。
skeleton-severity = → severity は、足りないときの重さ。error、warning、info のどれか。
skeleton-severity-no-basis =
    → 根拠の遵守事項がないので info にしてある。sekisho search で探し、「basis C-8-5」のように書いてから重さを上げる。
skeleton-severity-recall =
    → 根拠の文言がまだ確かめられていないので info にしてある。確かめてから重さを上げる。
skeleton-requirement =
    → 求めること。「だれが(事業者 vendor、医療機関 hospital)、何を、何について」の言葉を、文書で使われる言い方に置き換える。
    → 言い方が幾つもあれば ("実施" | "行う") のように | でつなぐ。場面は when、期限は within を続ける。
skeleton-advice = → 足りないときに貼り付ける条文。この規則を自分で満たす文にする。
skeleton-examples =
    → 通る例(pass)と足りない例(fail)を、文書にありそうな書き方で二つ以上ずつ。
    → fail には、どの要件が、どう足りないか(weak、missing など)を書く。
