# 語言
language-name = 繁體中文
language-customs = zh-Hant-TW
language-direction = ltr

# 日期與時間
date-month = { $month }（日期無紀錄）
date-unrecorded = 無日期紀錄
days-in-a-month = { $year }{ $month }{ $first }至{ $last }
days-in-a-year = { $year }{ $first }至{ $last }
days-over-years = { $first }至{ $last }
time-in-city = { $city }時間 { $time }

# 城市名稱的語言
language-de = 德語
language-en = 英語
language-es = 西班牙語
language-fr = 法語
language-hi = 印地語
language-it = 義大利語
language-ja = 日語
language-ko = 韓語
language-or = 歐迪亞語
language-zh-hans = 中文（簡體）
language-zh-hant = 中文（繁體）

# 方位
compass-north = 北方
compass-north-east = 東北方
compass-east = 東方
compass-south-east = 東南方
compass-south = 南方
compass-south-west = 西南方
compass-west = 西方
compass-north-west = 西北方

# , ; :
phrase-separator = ，
clause-separator = ；
label-separator = ：
