# 知識ベースの書き出し: 表の見出し、凡例、出典

export-failed = 知識ベースを書き出せませんでした: { $detail }

export-title = 医療情報システムの安全管理に関するガイドライン 第{ $edition }版 の知識ベース
export-version = 知識ベースの版: { $version }
export-issued = ガイドラインの公表: { $issued }
export-unverified = 【未確認】は、文言と番号を確定版で確かめ終えていない項目です。確かめた度合いは、各項目の「確認の度合い」に書いてあります。
export-own = 【自作】は、このプロジェクトが書いた対策です。確認の度合いは、実現する遵守事項のうち最も低いものを示します。
export-ties = つながりの確からしさは、stated が資料に書かれているもの、high、medium、low が内容からの判断です。「←」は相手の項目が名指しているつながりです。
export-credit = 出典: 厚生労働省「医療情報システムの安全管理に関するガイドライン 第{ $edition }版」。この知識ベースは、これを基に作成したものです。

export-sheet-about = はじめに

export-column-id = ID
export-column-kind = 種類
export-column-citation = 箇所
export-column-title = 題
export-column-mark = 印
export-column-gist = 要旨
export-column-details = 細目
export-column-verification = 確認の度合い
export-column-confirmed = 確認済み
export-column-nature = 性質
export-column-owner = 担当
export-column-strength = 強さ
export-column-applies = 類型
export-column-document = 資料
export-column-sources = 出典
export-column-links = つながり
export-column-keywords = 検索語
export-column-more = そのほか
export-column-note = 注記
export-column-path = データファイル

export-contents = 目次
export-details = 細目
export-chapter = { $part } { $chapter }章 { $title }
export-other = { $kind }: { $name }
export-back = 目次へ

export-oscal-catalog = 遵守事項の一覧(要旨はこのプロジェクトの言葉によるもので、正文ではありません)
export-oscal-components = 遵守事項を実現する対策
export-oscal-mapping = 版のあいだ、様式と遵守事項のあいだの対応
export-oscal-hospital = 医療機関
export-oscal-hospital-about = 医療機関が行う対策です。
export-oscal-vendor = 事業者
export-oscal-vendor-about = 医療情報システムの事業者が行う対策です。
export-oscal-own-set = このプロジェクトが書いた対策
export-oscal-document-set = 「{ $title }」にある対策
export-oscal-provenance = 内容を読み比べて付けた対応です。確からしさは、stated が資料に書かれているもの、high、medium、low が内容からの判断です。
export-oscal-step = 第{ $from }版から第{ $to }版への変更
export-oscal-form = 様式「{ $form }」の項目と遵守事項
