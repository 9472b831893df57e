menu-timeline = 年表
timeline-heading = 年表
timeline-lede = 自第一段關係以來的所有關係，每座城市一列。日期未知到日之處，該列保持開放。
timeline-today = 今日
timeline-label = { $host }關係年表：每座夥伴城市一列
timeline-lane = { $city }：{ $story }
timeline-none = 尚無任何關係的紀錄。
timeline-table = 以表格呈現
timeline-story = 經過
timeline-not-yet = 尚無紀錄
timeline-approved = { $kind ->
    [sister] 核准為姐妹市
   *[friendship] 核准為友好城市
}
timeline-key-sister = 姐妹市
timeline-key-friendship = 友好城市；續約處畫一道線
timeline-key-dormant = 暫停往來
timeline-key-possibly = 可能：確切日期無紀錄
timeline-key-proposed = 提議中
timeline-key-listed = 曾列名，無日期
timeline-description = { $host }姐妹市與友好城市的歷年變化：各自何時開始、暫停、續約或結束。
