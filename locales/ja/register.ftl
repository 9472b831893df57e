# 記録の内容

site-publisher = { $host }市
site-of-the-city = 市の公式サイト
region-and-country = { $country } { $region }

# 歴史上の日付
date-since = { $date }から
date-ends = { $precision ->
    [day] { $date }に終了予定
   *[month] { $date }に終了予定（日は記録なし）
}
date-ended = { $precision ->
    [day] { $date }に終了
   *[month] { $date }に終了（日は記録なし）
}
date-lapsed = { $precision ->
    [day] { $date }に期間満了
   *[month] { $date }に期間満了（日は記録なし）
}
date-between = { $from }から{ $to }までの間
date-from-unrecorded = 開始の記録なし
date-from-to = { $from }～{ $to }
date-from-on = { $ending ->
    [unrecorded] { $from }～（終了の記録なし）
   *[open] { $from }～現在
}

# 提携の種類
kind-of-city = { $kind ->
    [sister] 姉妹都市
   *[friendship] 友好都市
}
kind-explained = { $kind ->
    [sister] 双方の市長が署名した覚書による、長期の関係です。
   *[friendship] 市議会が期間を定めて承認する、より緩やかな関係です。中国の都市との姉妹都市提携を「友好都市」と呼ぶ場合とは異なります。
}

# 現在の関係
standing-active-possibly = { $kind ->
    [sister] 姉妹都市（判明している日付による）
   *[friendship] 友好都市（判明している日付による）
}
standing-expiring = { $kind ->
    [sister] 姉妹都市（終了予定）
   *[friendship] 友好都市（更新時期）
}
standing-dormant = { $kind ->
    [sister] 姉妹都市（休止中）
   *[friendship] 友好都市（休止中）
}
standing-proposed = { $kind ->
    [sister] 姉妹都市の候補
   *[friendship] 友好都市の候補
}
standing-unrecorded = { $kind ->
    [sister] 姉妹都市として記載あり
   *[friendship] 友好都市として記載あり
}
standing-lapsed = { $kind ->
    [sister] かつての姉妹都市
   *[friendship] かつての友好都市
}
standing-ended = { $kind ->
    [sister] かつての姉妹都市
   *[friendship] かつての友好都市
}
standing-no-dates = 日付の記録なし
standing-dormant-since-unrecorded = 休止の開始時期は記録なし
standing-applied = { $date }に申請
standing-approved = { $date }に承認
standing-lapsed-by-policy = { $lapsed }（方針による）

# 関係の根拠
rests-on-certain = 記録された日付に基づく、確かな情報です。
rests-on-possible = 判断に関わる日付の日までは判明していないため、記録から最も確からしい関係を示しています。
rests-on-listing = 都市の名は資料に記載されていますが、提携の日付は記録されていません。
rests-on-application = 申請に基づきます。
rests-on-policy = 当時の方針により期間が終わりました。更新や終了の記録は見つかっていません。
rests-on-disputed = ある資料（{ $seen }）には、今もこの都市が記載されています。

# 提携の歩み
story-dormant = 休止
story-became = { $kind ->
    [sister] 姉妹都市になりました。
   *[friendship] 友好都市になりました。
}
story-renewed = 途切れずに更新されました。
story-lapsed-by-policy = 当時の方針により終了し、更新されませんでした。
story-ends-by-policy = 更新されないかぎり、当時の方針により終了します。
story-ended-by-party = 一方の申し出により終了しました。
story-start-day-unrecorded = 開始の日は記録されていません。
story-end-day-unrecorded = { $end }に終了します。日は記録されていません。
story-sponsor = 推薦者：{ $name }
story-approved = { $council }の承認：{ $date }
story-resolution = 決議第{ $number }号
story-vote = 採決：賛成{ $ayes }、反対{ $noes }
story-agenda = 議題{ $item }
story-record-number = 書記官記録番号{ $number }
story-applied = { $kind ->
    [sister] 姉妹都市の申請
   *[friendship] 友好都市の申請
}
story-application-approved = 承認されました。
story-application-declined = 承認されませんでした。
story-application-withdrawn = 取り下げられました。
story-listed = { $kind ->
    [sister] 姉妹都市として記載
   *[friendship] 友好都市として記載
}

# 都市
partner-spellings = 別の表記：{ $spellings }
partner-people-counted = 記録された交流の参加者は延べ{ $people }
partner-record-incomplete = 交流の記録は網羅的ではありません。
partner-record-complete-in = 交流の記録は{ $years }については網羅されていますが、ほかの年はそうではありません。
clock-same = { $host }と同じ時刻
clock-hours = { $hours }時間
clock-hours-and-minutes = { $hours }時間{ $minutes }分
clock-ahead = { $host }より{ $difference }進んでいます
clock-behind = { $host }より{ $difference }遅れています
agreement-signed = 署名
agreement-place = 場所
agreement-method = 署名の方法
agreement-in-person = 対面
agreement-video = オンライン
agreement-post = 郵送
agreement-behalf = 委任者
agreement-name-unrecorded = 氏名の記録なし
committee-nonprofit = 非営利団体
committee-informal = ボランティアの会
committee-city-office = 市の担当部署
committee-founded = { $date }設立
gift-from-to = { $from }から{ $to }へ
missing-terms = 提携がいつ始まったかは記録されていません。
missing-agreement = 協定の記録がありません。
missing-place = 都市の位置が記録されていないため、距離と方角は表示していません。
missing-end = 提携を終えるという決定の記録は見つかっていません。
dispute-values = { $count }通りの記述
claim-inferred = 推定
claim-no-source = 出典の記載なし

# 都市一覧
partners-heading = 提携都市
partners-heading-on = { $date }の提携都市
partners-statement = { $date }について、現在わかっている内容です。記録が増えると変わることがあります。
partners-proposed = 候補
partners-unrecorded = 記載はあるが日付の記録がない都市
partners-past = 現在は提携していない都市
home-past-friendships = 現在は提携していない、または日付の記録がない都市（{ $count }）

# 交流
exchanges-heading = 交流
exchanges-heading-past = これまでの交流
exchanges-heading-with = { $city }との交流
exchanges-heading-past-with = { $city }とのこれまでの交流
exchanges-none-upcoming = 条件に合う予定は発表されていません。
exchanges-none-past = 条件に合う記録はありません。
exchanges-record-incomplete = 記録は網羅的ではありません。ここにない交流が行われていた可能性もあります。
exchanges-more = さらに表示
filter-any = すべて
filter-inbound = { $host }へ
filter-outbound = { $host }から
exchange-kind-delegation = 訪問団
exchange-kind-student-exchange = 生徒交流
exchange-kind-cultural = 文化
exchange-kind-educational = 教育
exchange-kind-business = 経済
exchange-kind-technical = 技術
exchange-kind-ceremony = 式典
kind-and-direction = { $kind }（{ $direction }）
direction-inbound = { $cities }から
direction-outbound = { $cities }へ
direction-local = { $host }で開催
direction-online = オンライン
status-tentative = 予定
status-postponed = 延期
status-cancelled = 中止
shift-before = 前日の{ $date }
shift-after = 翌日の{ $date }
exchange-previously = 当初の予定：{ $when }
exchange-nobody-counted = 参加者数の記録はありません。
exchange-venue = 場所
exchange-leader = 団長
exchange-ordinal = 訪問の回数
exchange-people-sum = 人数
exchange-people-remark = 参加者
people-students = 名の生徒
people-chaperones = 名の引率者
people-adults = 名の大人
people-families = 組のホストファミリー
people-counted = { $count }{ $kind }
people-in-sum = { $number }人

# 方針
about-reference-point = 距離と方角は、次の地点から測っています：{ $point }
rule-friendship-term = 友好都市の期間
rule-sister-term = 姉妹都市の期間
rule-notice-period = 更新時期とみなす期間
rule-renewal-form-due = 更新書類の提出期限
rule-sisters-per-country = 一か国あたりの姉妹都市
rule-friendships-per-country = 一か国あたりの友好都市
rule-friendship-needs-sponsor = 友好都市に必要な市議会議員の推薦
rule-friendship-funding = 友好都市への市の財政支援
rule-moratorium = 新たな提携の停止
rule-free-room-uses-per-year = 団体が年間に無料で使える市の会議室の回数
rule-student-exchange-minimum = 生徒交流に必要な生徒数
rule-open = どちらかが終えるまで
rule-unlimited = 制限なし
rule-yes = あり
rule-no = なし
period-years = { $count }年
period-months = { $count }か月
period-days = { $count }日
