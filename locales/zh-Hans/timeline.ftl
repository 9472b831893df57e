menu-timeline = 年表
timeline-heading = 年表
timeline-lede = 自第一段关系以来的所有关系，每座城市一列。日期未知到日之处，该列保持开放。
timeline-today = 今日
timeline-label = { $host }关系年表：每座伙伴城市一列
timeline-lane = { $city }：{ $story }
timeline-none = 尚无任何关系的记录。
timeline-table = 以表格呈现
timeline-story = 经过
timeline-not-yet = 尚无记录
timeline-approved = { $kind ->
    [sister] 批准为姐妹市
   *[friendship] 批准为友好城市
}
timeline-key-sister = 姐妹市
timeline-key-friendship = 友好城市；续约处画一道线
timeline-key-dormant = 暂停往来
timeline-key-possibly = 可能：具体日期无记录
timeline-key-proposed = 提议中
timeline-key-listed = 曾列名，无日期
timeline-description = { $host }姐妹市与友好城市的历年变化：各自何时开始、暂停、续约或结束。
