# 语言
language-name = 简体中文
language-customs = zh-Hans-CN
language-direction = ltr

# 日期与时间
date-month = { $month }（日期无记录）
date-unrecorded = 无日期记录
days-in-a-month = { $year }{ $month }{ $first }至{ $last }
days-in-a-year = { $year }{ $first }至{ $last }
days-over-years = { $first }至{ $last }
time-in-city = { $city }时间 { $time }

# 城市名称的语言
language-de = 德语
language-en = 英语
language-es = 西班牙语
language-fr = 法语
language-hi = 印地语
language-it = 意大利语
language-ja = 日语
language-ko = 韩语
language-or = 奥里亚语
language-zh-hans = 中文（简体）
language-zh-hant = 中文（繁体）

# 方位
compass-north = 北方
compass-north-east = 东北方
compass-east = 东方
compass-south-east = 东南方
compass-south = 南方
compass-south-west = 西南方
compass-west = 西方
compass-north-west = 西北方

# , ; :
phrase-separator = ，
clause-separator = ；
label-separator = ：
