menu-map = 地図
heading-on-day = { $heading }（{ $date }）
as-of-future = 未来の日付です。それまでに更新されない期間は、終わったものとして扱います。
as-of-before = 記録にある最初の提携（{ $year }）より前の日です。
degrees-alone = { $degrees }°

directions-city = 都市
directions-direction = 方角
directions-distance = 距離
directions-others = 現在は提携していない、または日付の記録がない都市
directions-without-place = 位置の記録がない都市：
directions-true-north = 方角は、地球上の最短の道に沿って、真北から時計回りに数えます。
directions-none = その日には、提携の記録がありません。
picture-file = この図のファイル（SVG）

signpost-heading = 道標
signpost-lede = { $host }から見た提携都市の方角と距離。最短の道が始まる向きと、その長さを示します。
signpost-selection = 図には板が{ $shown }枚まで入ります。近い順の姉妹都市です。表にはすべて載せています。
signpost-table = 方角と距離
signpost-table-caption = { $host }からの方角と距離
signpost-print = 看板製作者のための板
signpost-see-map = 地図で見る
signpost-description = { $host }から見た提携都市の方角と距離。道標の図、表、印刷用の板。

boards-heading = 看板製作者のための板
boards-lede = 提携都市ごとに1枚、上から掛かる順に並べています。このページを印刷するか、アドレスをお送りください。
boards-hangs-right = 北を向いて右を指します。
boards-hangs-left = 北を向いて左を指します。
boards-measure = { $miles }（{ $kilometres }）、真北から時計回りに{ $degrees }°
boards-none = その日に有効な提携がないため、板はありません。
boards-back = 道標
boards-description = { $host }の道標の板。文字、矢印、角度、距離。

map-heading = 地図
map-lede = どの線も{ $host }から、行き先の都市の正しい方角へ延び、その長さが距離を表します。
map-label = { $host }を中心とした世界地図。線は各提携都市への正しい方角と距離を示します
map-caption = 上が北です。外周は{ $host }から最も遠い地点を引き延ばしたものです。方角と距離が正しいのは中心からだけです。
map-rings = 輪の間隔は2,500マイル（4,023キロメートル）です。
map-key-sister = 姉妹都市
map-key-friendship = 友好都市
map-key-past = 現在は提携していない、または日付の記録がない都市
map-table = 表で見る
map-see-signpost = 道標で見る
map-description = { $host }を中心とした地図。提携都市への正しい方角と距離。

home-map = 直線で見ると
home-map-words = どの線も{ $host }から、行き先の都市の正しい方角へ延び、その長さが距離を表します。
home-map-full = 地図の全体を見る
home-map-table = 表で見る
