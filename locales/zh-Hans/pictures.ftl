menu-map = 地图
heading-on-day = { $heading }（{ $date }）
as-of-future = 该日尚未到来：至今未续约的期间，届时视为已结束。
as-of-before = 早于有记录的第一段关系（{ $year }）。
degrees-alone = { $degrees }°

directions-city = 城市
directions-direction = 方位
directions-distance = 距离
directions-others = 目前已无关系，或无日期记录
directions-without-place = 位置无记录：
directions-true-north = 方位沿地球表面最短路径，自正北顺时针计算。
directions-none = 该日没有任何关系的记录。
picture-file = 此图文件（SVG）

signpost-heading = 路标
signpost-lede = 自{ $host }看伙伴城市：最短路径由哪个方向出发，距离多远。
signpost-selection = 图中可容纳 { $shown } 块木牌：最近的姐妹市。表格列出全部。
signpost-table = 方位与距离
signpost-table-caption = 自{ $host }的方位与距离
signpost-print = 供制作路标用的木牌
signpost-see-map = 在地图上看
signpost-description = 自{ $host }看伙伴城市的方位与距离：路标、表格与可打印的木牌。

boards-heading = 供制作路标用的木牌
boards-lede = 每座伙伴城市一块木牌，依由上而下悬挂的顺序排列。请打印本页，或发送本页网址。
boards-hangs-right = 面向北方时指向右侧。
boards-hangs-left = 面向北方时指向左侧。
boards-measure = { $miles }（{ $kilometres }），自正北顺时针 { $degrees }°
boards-none = 该日没有有效的关系，因此没有木牌。
boards-back = 路标
boards-description = { $host }路标的木牌：文字、箭头、角度与距离。

map-heading = 地图
map-lede = 每条线由{ $host }朝所达城市的真实方位延伸，线的长度即为距离。
map-label = 以{ $host }为中心的世界地图：线条显示各伙伴城市的真实方位与距离
map-caption = 上方为北。外缘是距{ $host }最远的一点展开而成；只有自中心量起的方位与距离才正确。
map-rings = 圆环间隔 2,500 英里（4,023 公里）。
map-key-sister = 姐妹市
map-key-friendship = 友好城市
map-key-past = 目前已无关系，或无日期记录
map-table = 以表格呈现
map-see-signpost = 在路标上看
map-description = 以{ $host }为中心的地图：伙伴城市的真实方位与距离。

home-map = 直线距离
home-map-words = 每条线由{ $host }朝所达城市的真实方位延伸，线的长度即为距离。
home-map-full = 完整地图
home-map-table = 以表格呈现
