# 每一頁都有的文字
site-name = { $host }姐妹市與友好城市
site-kind = 姐妹市與友好城市
skip-to-content = 跳至主要內容
notice-information = 公告
notice-warning = 注意
notice-emergency = 緊急
notice-dismiss = 關閉這則公告
menu-label = 主選單
menu-open = 選單
menu-partners = 城市
menu-exchanges = 交流活動
menu-about = 關於計畫
menu-take-part = 參與
breadcrumb-label = 目前位置
breadcrumb-home = 首頁
footer-about = 關於本計畫
footer-data = 資料說明
footer-accessibility = 無障礙聲明
footer-credits = 每項事實皆註明出處。地點取自 GeoNames（CC BY 4.0），陸地取自 Natural Earth。

# 距離與方位
distance-miles = { $miles } 英里
distance-kilometres = { $kilometres } 公里
direction-degrees = { $compass } { $degrees }°

# 路標
signpost-label = { $host }的路標：各夥伴城市的方位與距離
signpost-caption = 在{ $host }面向北方所見。每塊木牌指向最短路徑出發的一側。
signpost-free = 留給下一座城市

# 木牌
blade-committee = 民間協會
blade-next = 下一項活動
blade-no-place = 位置無紀錄。

# 出處與歧異
source-mark = 出處
claim-preferred = 本站採用
claim-other = 其他紀錄
record-disputed = 各出處說法不同之處
record-missing = 無紀錄之事項
record-sources = 出處

# 錯誤
error-nearest = 您要找的是不是
error-ways = 其他去處
error-not-found = 找不到這個頁面
error-preview-gone = 此預覽已不存在
error-preview-gone-next = 連結可能已過期、已撤回，或未完整複製。請向傳送連結的人再索取一次。
error-not-found-next = 網址可能有誤，或從來沒有這個頁面。即使關係已經結束，城市的頁面仍會永久保留。
error-bad-request = 無法理解這項要求
error-method = 此頁僅供閱讀
error-method-next = 請經由連結前往，或輸入網址。
error-too-long = 網址過長
error-too-long-next = 本站沒有這麼長的網址。請從下列頁面重新開始。
error-internal = 本站發生問題
error-internal-next = 這不是您的問題，我們已經記錄下來。請稍後再試。
error-unavailable = 暫時無法讀取登錄簿
error-unavailable-next = 請於一分鐘後再試。資料並未遺失。

# 無法讀取計畫資料時
site-unknown = 姐妹市與友好城市

# 要求的錯誤
fault-once = { $name } 只能指定一次。
fault-text = { $name } 含有不是文字的符號。
fault-day = { $value } 不是 { $name } 可用的日期。請填寫日曆上的日期，例如 2017-01-01。
fault-listed = { $value } 不是 { $name } 的選項。請從清單中選擇。
fault-host-missing = 要求中沒有指明網站。
fault-host-twice = 要求中同時指明了兩個網站。
fault-host-absurd = 要求中指明的網站不可能存在。

# 未公開內容的預覽
preview-title = 預覽，尚未公開
preview-text = 持有此連結的人可檢視本頁至{ $until }為止。內容仍可能變動。
