# 记录内容的文字

site-publisher = { $host }市政府
site-of-the-city = 市政府官方网站
region-and-country = { $country }{ $region }

# 历史日期
date-since = 自{ $date }起
date-ends = { $precision ->
    [day] { $date }到期
   *[month] { $date }到期，具体日期无记录
}
date-ended = { $precision ->
    [day] 已于{ $date }结束
   *[month] 已于{ $date }结束，具体日期无记录
}
date-lapsed = { $precision ->
    [day] { $date }到期失效
   *[month] { $date }到期失效，具体日期无记录
}
date-between = { $from }至{ $to }之间
date-from-unrecorded = 起始日无记录
date-from-to = { $from }至{ $to }
date-from-on = { $ending ->
    [unrecorded] { $from }起，结束日无记录
   *[open] { $from }至今
}

# 两种类别
kind-of-city = { $kind ->
    [sister] 姐妹市
   *[friendship] 友好城市
}
kind-explained = { $kind ->
    [sister] 双方市长签署备忘录的长期关系，即中国大陆通常所说的“友好城市”。
   *[friendship] 由市议会批准、定有期限的较轻关系；不同于中国大陆以“友好城市”称呼的姐妹市。
}

# 目前的关系
standing-active-possibly = { $kind ->
    [sister] 姐妹市（依已知日期）
   *[friendship] 友好城市（依已知日期）
}
standing-expiring = { $kind ->
    [sister] 姐妹市（即将结束）
   *[friendship] 友好城市（待续约）
}
standing-dormant = { $kind ->
    [sister] 姐妹市（暂停往来）
   *[friendship] 友好城市（暂停往来）
}
standing-proposed = { $kind ->
    [sister] 提议中的姐妹市
   *[friendship] 提议中的友好城市
}
standing-unrecorded = { $kind ->
    [sister] 曾列为姐妹市
   *[friendship] 曾列为友好城市
}
standing-lapsed = { $kind ->
    [sister] 前姐妹市
   *[friendship] 前友好城市
}
standing-ended = { $kind ->
    [sister] 前姐妹市
   *[friendship] 前友好城市
}
standing-no-dates = 无日期记录
standing-dormant-since-unrecorded = 何时起暂停无记录
standing-applied = { $date }申请
standing-approved = { $date }批准
standing-lapsed-by-policy = { $lapsed }（依政策）

# 关系的依据
rests-on-certain = 依记录中的日期，确定无疑。
rests-on-possible = 有一个关键日期未知到日，此为依记录最可能的情形。
rests-on-listing = 有出处列出此城市，但没有关系起止日期的记录。
rests-on-application = 依据一项申请。
rests-on-policy = 依当时政策到期。没有续约或终止的记录。
rests-on-disputed = 有出处（{ $seen }）仍列有此城市。

# 关系的历程
story-dormant = 暂停往来
story-became = { $kind ->
    [sister] 成为姐妹市。
   *[friendship] 成为友好城市。
}
story-renewed = 续约，未曾中断。
story-lapsed-by-policy = 依当时政策到期，未续约。
story-ends-by-policy = 若不续约，依当时政策到期。
story-ended-by-party = 由其中一方终止。
story-start-day-unrecorded = 具体起始日无记录。
story-end-day-unrecorded = 于{ $end }结束；具体日期无记录。
story-sponsor = 提案人：{ $name }
story-approved = { $council }批准：{ $date }
story-resolution = 决议第 { $number } 号
story-vote = 表决：{ $ayes } 票赞成，{ $noes } 票反对
story-agenda = 议程第 { $item } 项
story-record-number = 市书记官档号 { $number }
story-applied = { $kind ->
    [sister] 申请成为姐妹市
   *[friendship] 申请成为友好城市
}
story-application-approved = 已批准。
story-application-declined = 未获批准。
story-application-withdrawn = 已撤回。
story-listed = { $kind ->
    [sister] 列为姐妹市
   *[friendship] 列为友好城市
}

# 城市
partner-spellings = 也曾写作：{ $spellings }
partner-people-counted = 有记录的交流活动共计{ $people }参与
partner-record-incomplete = 交流活动的记录并不完整。
partner-record-complete-in = { $years }的交流活动记录完整，其他年份则否。
clock-same = 与{ $host }时间相同
clock-hours = { $hours }小时
clock-hours-and-minutes = { $hours }小时{ $minutes }分钟
clock-ahead = 比{ $host }快{ $difference }
clock-behind = 比{ $host }慢{ $difference }
agreement-signed = 签署日期
agreement-place = 地点
agreement-method = 签署方式
agreement-in-person = 当面签署
agreement-video = 视频签署
agreement-post = 邮寄签署
agreement-behalf = 委托人
agreement-name-unrecorded = 姓名无记录
committee-nonprofit = 非营利协会
committee-informal = 志愿者团体
committee-city-office = 市政府部门
committee-founded = 成立于{ $date }
gift-from-to = { $from }赠予{ $to }
missing-terms = 关系何时开始无记录。
missing-agreement = 没有协议的记录。
missing-place = 城市位置无记录，因此不显示距离与方位。
missing-end = 没有终止关系的决定的记录。
dispute-values = { $count } 种说法
claim-inferred = 推断
claim-no-source = 未注明出处

# 城市列表
partners-heading = 伙伴城市
partners-heading-on = { $date }的伙伴城市
partners-statement = 这是今日对{ $date }所知的情形，可能随记录增补而改变。
partners-proposed = 提议中
partners-unrecorded = 曾列名，无日期记录
partners-past = 目前已无关系
home-past-friendships = 另有 { $count } 座城市目前已无关系，或无日期记录

# 交流活动
exchanges-heading = 交流活动
exchanges-heading-past = 过去的交流活动
exchanges-heading-with = 与{ $city }的交流活动
exchanges-heading-past-with = 过去与{ $city }的交流活动
exchanges-none-upcoming = 没有符合条件的预告。
exchanges-none-past = 没有符合条件的记录。
exchanges-record-incomplete = 记录并不完整：此处没有的活动，仍可能曾经举行。
exchanges-more = 更多
filter-any = 不限
filter-inbound = 前来{ $host }
filter-outbound = 自{ $host }出访
exchange-kind-delegation = 访问团
exchange-kind-student-exchange = 学生交流
exchange-kind-cultural = 文化
exchange-kind-educational = 教育
exchange-kind-business = 经贸
exchange-kind-technical = 技术
exchange-kind-ceremony = 典礼
kind-and-direction = { $kind }（{ $direction }）
direction-inbound = 来自{ $cities }
direction-outbound = 前往{ $cities }
direction-local = 在{ $host }举行
direction-online = 线上
status-tentative = 预定
status-postponed = 延期
status-cancelled = 取消
shift-before = 前一日，{ $date }
shift-after = 次日，{ $date }
exchange-previously = 原定{ $when }
exchange-nobody-counted = 参与人数无记录。
exchange-venue = 地点
exchange-leader = 领队
exchange-ordinal = 访问次序
exchange-people-sum = 人数
exchange-people-remark = 参与者
people-students = 名学生
people-chaperones = 名随行教师
people-adults = 名成人
people-families = 个接待家庭
people-counted = { $count } { $kind }
people-in-sum = { $number } 人

# 政策
about-reference-point = 距离与方位均由同一地点起算：{ $point }。
rule-friendship-term = 友好城市关系期限
rule-sister-term = 姐妹市关系期限
rule-notice-period = 到期前列为待续约的期间
rule-renewal-form-due = 续约申请表的提交期限
rule-sisters-per-country = 同一国家的姐妹市数目
rule-friendships-per-country = 同一国家的友好城市数目
rule-friendship-needs-sponsor = 友好城市须有市议员提案
rule-friendship-funding = 友好城市由市政府出资
rule-moratorium = 暂停建立新关系
rule-free-room-uses-per-year = 协会每年免费使用市政府场地次数
rule-student-exchange-minimum = 学生交流所需的学生人数
rule-open = 至其中一方终止为止
rule-unlimited = 不限
rule-yes = 是
rule-no = 否
period-years = { $count } 年
period-months = { $count } 个月
period-days = { $count } 天
