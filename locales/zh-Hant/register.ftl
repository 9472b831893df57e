# 紀錄內容的文字

site-publisher = { $host }市政府
site-of-the-city = 市政府官方網站
region-and-country = { $country }{ $region }

# 歷史日期
date-since = 自{ $date }起
date-ends = { $precision ->
    [day] { $date }屆滿
   *[month] { $date }屆滿，確切日期無紀錄
}
date-ended = { $precision ->
    [day] 已於{ $date }結束
   *[month] 已於{ $date }結束，確切日期無紀錄
}
date-lapsed = { $precision ->
    [day] { $date }期滿失效
   *[month] { $date }期滿失效，確切日期無紀錄
}
date-between = { $from }至{ $to }之間
date-from-unrecorded = 起始日無紀錄
date-from-to = { $from }至{ $to }
date-from-on = { $ending ->
    [unrecorded] { $from }起，結束日無紀錄
   *[open] { $from }至今
}

# 兩種類別
kind-of-city = { $kind ->
    [sister] 姐妹市
   *[friendship] 友好城市
}
kind-explained = { $kind ->
    [sister] 雙方市長簽署備忘錄的長期關係。
   *[friendship] 由市議會核准、定有期限的較輕關係；不同於中國大陸以「友好城市」稱呼的姐妹市。
}

# 目前的關係
standing-active-possibly = { $kind ->
    [sister] 姐妹市（依已知日期）
   *[friendship] 友好城市（依已知日期）
}
standing-expiring = { $kind ->
    [sister] 姐妹市（即將結束）
   *[friendship] 友好城市（待續約）
}
standing-dormant = { $kind ->
    [sister] 姐妹市（暫停往來）
   *[friendship] 友好城市（暫停往來）
}
standing-proposed = { $kind ->
    [sister] 提議中的姐妹市
   *[friendship] 提議中的友好城市
}
standing-unrecorded = { $kind ->
    [sister] 曾列為姐妹市
   *[friendship] 曾列為友好城市
}
standing-lapsed = { $kind ->
    [sister] 前姐妹市
   *[friendship] 前友好城市
}
standing-ended = { $kind ->
    [sister] 前姐妹市
   *[friendship] 前友好城市
}
standing-no-dates = 無日期紀錄
standing-dormant-since-unrecorded = 何時起暫停無紀錄
standing-applied = { $date }申請
standing-approved = { $date }核准
standing-lapsed-by-policy = { $lapsed }（依政策）

# 關係的依據
rests-on-certain = 依紀錄中的日期，確定無疑。
rests-on-possible = 有一個關鍵日期未知至日，此為依紀錄最可能的情形。
rests-on-listing = 有出處列出此城市，但沒有關係起訖日期的紀錄。
rests-on-application = 依據一項申請。
rests-on-policy = 依當時政策期滿。沒有續約或終止的紀錄。
rests-on-disputed = 有出處（{ $seen }）仍列有此城市。

# 關係的歷程
story-dormant = 暫停往來
story-became = { $kind ->
    [sister] 成為姐妹市。
   *[friendship] 成為友好城市。
}
story-renewed = 續約，未曾中斷。
story-lapsed-by-policy = 依當時政策期滿，未續約。
story-ends-by-policy = 若不續約，依當時政策屆滿。
story-ended-by-party = 由其中一方終止。
story-start-day-unrecorded = 確切起始日無紀錄。
story-end-day-unrecorded = 於{ $end }結束；確切日期無紀錄。
story-sponsor = 提案人：{ $name }
story-approved = { $council }核准：{ $date }
story-resolution = 決議第 { $number } 號
story-vote = 表決：{ $ayes } 票贊成，{ $noes } 票反對
story-agenda = 議程第 { $item } 項
story-record-number = 市書記官檔號 { $number }
story-applied = { $kind ->
    [sister] 申請成為姐妹市
   *[friendship] 申請成為友好城市
}
story-application-approved = 已核准。
story-application-declined = 未獲核准。
story-application-withdrawn = 已撤回。
story-listed = { $kind ->
    [sister] 列為姐妹市
   *[friendship] 列為友好城市
}

# 城市
partner-spellings = 亦曾寫作：{ $spellings }
partner-people-counted = 有紀錄的交流活動共計{ $people }參與
partner-record-incomplete = 交流活動的紀錄並不完整。
partner-record-complete-in = { $years }的交流活動紀錄完整，其他年份則否。
clock-same = 與{ $host }時間相同
clock-hours = { $hours }小時
clock-hours-and-minutes = { $hours }小時{ $minutes }分鐘
clock-ahead = 比{ $host }快{ $difference }
clock-behind = 比{ $host }慢{ $difference }
agreement-signed = 簽署日期
agreement-place = 地點
agreement-method = 簽署方式
agreement-in-person = 親自簽署
agreement-video = 視訊簽署
agreement-post = 郵寄簽署
agreement-behalf = 委託人
agreement-name-unrecorded = 姓名無紀錄
committee-nonprofit = 非營利協會
committee-informal = 志工團體
committee-city-office = 市政府單位
committee-founded = 成立於{ $date }
gift-from-to = { $from }贈予{ $to }
missing-terms = 關係何時開始無紀錄。
missing-agreement = 沒有協議的紀錄。
missing-place = 城市位置無紀錄，因此不顯示距離與方位。
missing-end = 沒有終止關係之決定的紀錄。
dispute-values = { $count } 種說法
claim-inferred = 推斷
claim-no-source = 未註明出處

# 城市清單
partners-heading = 夥伴城市
partners-heading-on = { $date }的夥伴城市
partners-statement = 這是今日對{ $date }所知的情形，可能隨紀錄增補而改變。
partners-proposed = 提議中
partners-unrecorded = 曾列名，無日期紀錄
partners-past = 目前已無關係
home-past-friendships = 另有 { $count } 座城市目前已無關係，或無日期紀錄

# 交流活動
exchanges-heading = 交流活動
exchanges-heading-past = 過去的交流活動
exchanges-heading-with = 與{ $city }的交流活動
exchanges-heading-past-with = 過去與{ $city }的交流活動
exchanges-none-upcoming = 沒有符合條件的預告。
exchanges-none-past = 沒有符合條件的紀錄。
exchanges-record-incomplete = 紀錄並不完整：此處沒有的活動，仍可能曾經舉行。
exchanges-more = 更多
filter-any = 不限
filter-inbound = 前來{ $host }
filter-outbound = 自{ $host }出訪
exchange-kind-delegation = 訪問團
exchange-kind-student-exchange = 學生交流
exchange-kind-cultural = 文化
exchange-kind-educational = 教育
exchange-kind-business = 經貿
exchange-kind-technical = 技術
exchange-kind-ceremony = 典禮
kind-and-direction = { $kind }（{ $direction }）
direction-inbound = 來自{ $cities }
direction-outbound = 前往{ $cities }
direction-local = 在{ $host }舉行
direction-online = 線上
status-tentative = 預定
status-postponed = 延期
status-cancelled = 取消
shift-before = 前一日，{ $date }
shift-after = 次日，{ $date }
exchange-previously = 原定{ $when }
exchange-nobody-counted = 參與人數無紀錄。
exchange-venue = 地點
exchange-leader = 領隊
exchange-ordinal = 訪問次序
exchange-people-sum = 人數
exchange-people-remark = 參與者
people-students = 位學生
people-chaperones = 位隨行師長
people-adults = 位成人
people-families = 個接待家庭
people-counted = { $count } { $kind }
people-in-sum = { $number } 人

# 政策
about-reference-point = 距離與方位均由同一地點起算：{ $point }。
rule-friendship-term = 友好城市關係期限
rule-sister-term = 姐妹市關係期限
rule-notice-period = 屆滿前列為待續約的期間
rule-renewal-form-due = 續約申請書的提交期限
rule-sisters-per-country = 同一國家的姐妹市數目
rule-friendships-per-country = 同一國家的友好城市數目
rule-friendship-needs-sponsor = 友好城市須有市議員提案
rule-friendship-funding = 友好城市由市府出資
rule-moratorium = 暫停建立新關係
rule-free-room-uses-per-year = 協會每年免費使用市府場地次數
rule-student-exchange-minimum = 學生交流所需的學生人數
rule-open = 至其中一方終止為止
rule-unlimited = 不限
rule-yes = 是
rule-no = 否
period-years = { $count } 年
period-months = { $count } 個月
period-days = { $count } 天
