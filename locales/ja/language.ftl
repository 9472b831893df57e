# 言語
language-name = 日本語
language-customs = ja-JP
language-direction = ltr

# 日付と時刻
date-month = { $month }（日は記録なし）
date-unrecorded = 日付の記録なし
days-in-a-month = { $year }{ $month }{ $first }～{ $last }
days-in-a-year = { $year }{ $first }～{ $last }
days-over-years = { $first }～{ $last }
time-in-city = { $city }時間 { $time }

# 都市名の言語
language-de = ドイツ語
language-en = 英語
language-es = スペイン語
language-fr = フランス語
language-hi = ヒンディー語
language-it = イタリア語
language-ja = 日本語
language-ko = 韓国語
language-or = オディア語
language-zh-hans = 中国語（簡体字）
language-zh-hant = 中国語（繁体字）

# 方角
compass-north = 北
compass-north-east = 北東
compass-east = 東
compass-south-east = 南東
compass-south = 南
compass-south-west = 南西
compass-west = 西
compass-north-west = 北西

# 、 ； ：
phrase-separator = 、
clause-separator = ；
label-separator = ：
