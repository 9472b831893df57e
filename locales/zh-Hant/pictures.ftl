menu-map = 地圖
heading-on-day = { $heading }（{ $date }）
as-of-future = 該日尚未到來：至今未續約的期間，屆時視為已結束。
as-of-before = 早於有紀錄的第一段關係（{ $year }）。
degrees-alone = { $degrees }°

directions-city = 城市
directions-direction = 方位
directions-distance = 距離
directions-others = 目前已無關係，或無日期紀錄
directions-without-place = 位置無紀錄：
directions-true-north = 方位沿地球表面最短路徑，自正北順時針計算。
directions-none = 該日沒有任何關係的紀錄。
picture-file = 此圖檔案（SVG）

signpost-heading = 路標
signpost-lede = 自{ $host }看夥伴城市：最短路徑由哪個方向出發，距離多遠。
signpost-selection = 圖中可容納 { $shown } 塊木牌：最近的姐妹市。表格列出全部。
signpost-table = 方位與距離
signpost-table-caption = 自{ $host }的方位與距離
signpost-print = 供製作路標用的木牌
signpost-see-map = 在地圖上看
signpost-description = 自{ $host }看夥伴城市的方位與距離：路標、表格與可列印的木牌。

boards-heading = 供製作路標用的木牌
boards-lede = 每座夥伴城市一塊木牌，依由上而下懸掛的順序排列。請列印本頁，或傳送本頁網址。
boards-hangs-right = 面向北方時指向右側。
boards-hangs-left = 面向北方時指向左側。
boards-measure = { $miles }（{ $kilometres }），自正北順時針 { $degrees }°
boards-none = 該日沒有有效的關係，因此沒有木牌。
boards-back = 路標
boards-description = { $host }路標的木牌：文字、箭頭、角度與距離。

map-heading = 地圖
map-lede = 每條線由{ $host }朝所達城市的真實方位延伸，線的長度即為距離。
map-label = 以{ $host }為中心的世界地圖：線條顯示各夥伴城市的真實方位與距離
map-caption = 上方為北。外緣是距{ $host }最遠的一點展開而成；只有自中心量起的方位與距離才正確。
map-rings = 圓環間隔 2,500 英里（4,023 公里）。
map-key-sister = 姐妹市
map-key-friendship = 友好城市
map-key-past = 目前已無關係，或無日期紀錄
map-table = 以表格呈現
map-see-signpost = 在路標上看
map-description = 以{ $host }為中心的地圖：夥伴城市的真實方位與距離。

home-map = 直線距離
home-map-words = 每條線由{ $host }朝所達城市的真實方位延伸，線的長度即為距離。
home-map-full = 完整地圖
home-map-table = 以表格呈現
