# 全ページ共通
site-name = { $host }の姉妹都市・友好都市
site-kind = 姉妹都市・友好都市
skip-to-content = 本文へ移動
notice-information = お知らせ
notice-warning = 注意
notice-emergency = 緊急
notice-dismiss = このお知らせを閉じる
menu-label = メインメニュー
menu-open = メニュー
menu-partners = 都市
menu-exchanges = 交流
menu-about = プログラムについて
menu-take-part = 参加する
breadcrumb-label = 現在の位置
breadcrumb-home = ホーム
footer-about = プログラムについて
footer-data = データについて
footer-accessibility = アクセシビリティ
footer-credits = すべての事実に出典を示しています。地名の位置は GeoNames（CC BY 4.0）、陸地は Natural Earth によります。

# 距離と方角
distance-miles = { $miles } マイル
distance-kilometres = { $kilometres } km
direction-degrees = { $compass } { $degrees }°

# 道標
signpost-label = { $host }の道標：提携都市の方角と距離
signpost-caption = { $host }で北を向いて見た図です。それぞれの板は、最短の道が始まる側を指しています。
signpost-free = 次の都市のために

# 板
blade-committee = 交流団体
blade-next = 次の交流
blade-no-place = 位置の記録がありません。

# 出典と異説
source-mark = 出典
claim-preferred = 当サイトの表示
claim-other = ほかの記録
record-disputed = 出典により異なる事項
record-missing = 記録のない事項
record-sources = 出典

# エラー
error-nearest = お探しのページ
error-ways = ほかの行き先
error-not-found = ページが見つかりません
error-preview-gone = このプレビューはもうありません
error-preview-gone-next = リンクの期限が切れたか、取り消されたか、一部しかコピーされていません。リンクの送り主に、もう一度お問い合わせください。
error-not-found-next = アドレスに誤りがあるか、初めからないページです。提携が終わった都市のページも、ずっと残されています。
error-bad-request = このリクエストは理解できません
error-method = このページは閲覧専用です
error-method-next = リンクをたどるか、アドレスを入力してご覧ください。
error-too-long = アドレスが長すぎます
error-too-long-next = 当サイトにそれほど長いアドレスはありません。次のページからお進みください。
error-internal = サイト側で問題が発生しました
error-internal-next = お使いの端末の問題ではありません。問題は記録されました。しばらくしてからもう一度お試しください。
error-unavailable = 台帳を一時的に読み込めません
error-unavailable-next = 1分ほどしてからもう一度お試しください。記録は失われていません。

# プログラムを読み込めないとき
site-unknown = 姉妹都市・友好都市

# リクエストの誤り
fault-once = { $name } は1回だけ指定できます。
fault-text = { $name } に文字でない符号が含まれています。
fault-day = { $value } は { $name } に指定できる日付ではありません。2017-01-01 のように暦日を入力してください。
fault-listed = { $value } は { $name } に指定できません。一覧から選んでください。
fault-host-missing = どのサイトへのリクエストかが示されていません。
fault-host-twice = 二つのサイトが同時に指定されています。
fault-host-absurd = 存在し得ないサイトが指定されています。

# 非公開ページのプレビュー
preview-title = プレビュー（非公開）
preview-text = このリンクを知っている方は、{ $until }までこのページを見ることができます。内容は変わることがあります。
