menu-timeline = 年表
timeline-heading = 年表
timeline-lede = 最初の提携からすべてを、都市ごとに1本の帯で示します。日までわからないところは、帯の端を開いたままにしています。
timeline-today = 今日
timeline-label = { $host }の提携の年表。提携都市ごとに1本の帯
timeline-lane = { $city }：{ $story }
timeline-none = 提携の記録はまだありません。
timeline-table = 表で見る
timeline-story = 経過
timeline-not-yet = まだ記録がありません
timeline-approved = { $kind ->
    [sister] 姉妹都市として承認
   *[friendship] 友好都市として承認
}
timeline-key-sister = 姉妹都市
timeline-key-friendship = 友好都市（線は更新を示します）
timeline-key-dormant = 休止
timeline-key-possibly = 可能性あり（日の記録なし）
timeline-key-proposed = 候補
timeline-key-listed = 記載あり（日付なし）
timeline-description = { $host }の姉妹都市と友好都市の歩み。それぞれがいつ始まり、休止し、更新され、終わったか。
