# 二種類の提携
sister-cities = 姉妹都市
friendship-cities = 友好都市

# ホーム
home-all-partners = すべての提携都市を見る
home-what-is-a-sister = 姉妹都市とは
home-upcoming = これからの交流
home-all-exchanges = すべての交流
home-nothing-upcoming = 発表された交流はまだありません。過去の交流は記録されています。
home-courtyard = 中庭の道標
home-in-touch = お問い合わせ
home-take-part = 都市ごとの問い合わせ先
home-in-touch-words = 交流を支えているのは、双方の市のボランティアです。生徒の受け入れ、団体への参加、交流の提案については、お気軽にお尋ねください。

# 都市一覧
partners-lede = これまでに縁のあったすべての都市を、現在の関係とともに掲載しています。日付を選ぶと、その日の関係を見ることができます。
partners-on = 基準日
partners-on-show = この日を表示
partners-today = 今日に戻る
partners-none = その日には、提携の記録がありません。

# 都市のページ
partner-clock = 現地の時刻
partner-distance = 距離
partner-names = 名称
partner-relationship = 提携の歩み
partner-no-terms = この都市はプログラムの一覧にありますが、提携の日付は記録されていません。
partner-agreement = 協定
partner-no-signatories = 署名者の記録がありません。
partner-committee = 交流団体
partner-no-committee = 交流団体の記録がありません。
committee-no-address = 連絡先の記録がありません。
partner-exchanges = 交流
partner-all-exchanges = この都市とのすべての交流
partner-no-exchanges = 記録はありません。記録は網羅的ではありません。
partner-gifts = 贈り物
partner-record = この記録について
gift-no-place = 現在の所在は記録されていません。

# 交流一覧
exchanges-period = 時期
exchanges-upcoming = これからの交流
exchanges-past = これまでの交流
exchanges-nearest = 条件に最も近い交流
filter-partner = 都市
filter-kind = 種類
filter-direction = 行き先
filter-show = 表示
filter-clear = すべて表示

# 交流のページ
exchange-particulars = 詳細
exchange-people = 参加者
exchange-with = 相手の都市
exchange-more = 同じ都市とのほかの交流

# プログラム
about-policy = 現行の方針
about-facts = 事実の出どころ
about-facts-words = この台帳の事実にはすべて、出典と確かさを添えています。日付は、わかっている範囲だけを示します。出典によって異なるときはそれぞれの記述を残し、記録が足りないときはそのことを明記します。

# 参加する
take-part-associations = 交流団体
take-part-associations-words = 双方の市で活動するボランティアの団体です。関心のある都市の団体にご連絡ください。
take-part-here = 所在地：
take-part-without = 次の都市については、交流団体の記録がありません。担当は市にお問い合わせください。
take-part-calendars = カレンダーに登録
take-part-city = 市の窓口
take-part-city-words = そのほか、提携を望む都市、予定されている訪問、掲載内容の誤りなどについてはこちらへ。
take-part-no-contact = 問い合わせ先はまだ記録されていません。
take-part-policy = 方針の全文

# データ
data-heading = データについて
data-lede = このサイトは台帳です。掲載内容は、事実一つひとつがデータとして保存されています。
data-numbers = 記録の件数
data-partners = 提携都市
data-terms = 提携の期間
data-exchanges = 交流
data-sources = 出典
data-claims = 根拠となる出典の付いた記述
data-history = 上書きされる記録はありません。すべての変更について、誰が、いつ、なぜ行ったかが残されています。
data-use = 利用について
data-use-words = 名称、日付、場所は、誰でも利用できる事実です。台帳は更新されていきますので、出典として市の名前と閲覧日をお書きください。
data-mistake = 誤りを見つけたら
data-mistake-words = どこが誤っているのか、できれば正しい内容の載っている資料とともにお知らせください。出典によって異なる内容は、結論が出るまで併記します。

# アクセシビリティ
accessibility-heading = アクセシビリティ
accessibility-lede = 古い携帯電話でも、キーボードでも、読み上げソフトでも、紙でも、同じ事実をご覧いただけます。
accessibility-standard = 準拠する基準
accessibility-standard-words = 全ページで、ウェブコンテンツ・アクセシビリティ・ガイドライン（WCAG）2.2 のレベル AA に準拠します。
accessibility-keyboard = すべての操作がキーボードでできます。移動の順序は読む順序と同じで、今どこにいるかが目に見えます。
accessibility-readers = 図にはすべて、その内容を示す文章が添えられています。見出し、一覧、表は、見た目どおりの構造です。
accessibility-sight = 文字は4倍まで拡大でき、配色は明るいもの、暗いもの、端末の設定から選べます。色だけで何かを示すことはありません。
accessibility-means = スクリプトもクッキーも広い画面も要りません。どのページも、整った記録として印刷できます。
accessibility-tested = 確認の方法
accessibility-tested-words = 変更のたびに、明暗の配色と画面の広狭のそれぞれについて、すべてのページをプログラムで検査しています。メニューと一覧のキーボード操作は、実際のブラウザーで確認しています。
accessibility-limits = 残された課題
accessibility-limits-words = 古い文書は、多くが紙を読み取った画像です。本文のテキストを添えずに公開することはありませんが、画像そのものは読み上げソフトで読めない場合があります。使われることの少ない文字の名称を表示するには、端末にその書体が必要です。
accessibility-barrier = お困りのとき
accessibility-barrier-words = どのページで、何をお使いかをお知らせください。お探しの内容を別の方法でお届けし、ページを改めます。

# 検索エンジン向けの説明
home-description = 姉妹都市と友好都市のご紹介、交流のあゆみ、参加の方法。
about-description = { $host }の姉妹都市・友好都市プログラムの概要と、その方針。
partners-description = { $host }の姉妹都市と友好都市。現在の一覧と、これまでの任意の日の一覧。
partner-description = { $city }（{ $standing }）。提携の歩み、協定、交流、人びと。
exchanges-description = { $host }と提携都市との訪問団、生徒交流、催し。
exchange-description = { $title }（{ $when }）
take-part-description = { $host }の姉妹都市・友好都市についての問い合わせ先と、友好都市になるまでの流れ。
data-description = { $host }の姉妹都市・友好都市について記録されていることと、その出典。
accessibility-description = 誰もが使えるサイトであるための基準と、お困りのときの連絡先。
