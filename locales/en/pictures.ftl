# The signpost, the map, and what they share.

menu-map = Map
heading-on-day = { $heading } on { $date }
as-of-future = That day is still to come: terms that nobody has renewed by now count as over by then.
as-of-before = It is before the first relationship on record, of { $year }.
degrees-alone = { $degrees }°

directions-city = City
directions-direction = Direction
directions-distance = Distance
directions-others = No longer current, or without dates
directions-without-place = Their place is not on record:
directions-true-north = Directions are counted clockwise from true north, along the shortest way over the globe.
directions-none = No relationship is on record for that day.
picture-file = This picture as a file (SVG)

signpost-heading = The signpost
signpost-lede = Where our partner cities are, seen from { $host }: which way the shortest way begins, and how far it is.
signpost-selection = The picture has room for { $shown } boards: the nearest sister cities. The table has all.
signpost-table = Directions and distances
signpost-table-caption = Directions and distances from { $host }
signpost-print = The boards for a sign maker
signpost-see-map = The same on a map
signpost-description = Which way our partner cities lie from { $host }, and how far: a signpost, a table, and boards to print.

boards-heading = Boards for a sign maker
boards-lede = One board for each partner city, in the order in which they hang from the top. Print this page, or send its address.
boards-hangs-right = Points to the right, seen facing north.
boards-hangs-left = Points to the left, seen facing north.
boards-measure = { $miles } ({ $kilometres }), { $degrees }° clockwise from true north
boards-none = No relationship is current on that day, so there is no board.
boards-back = The signpost
boards-description = The boards of the signpost in { $host }, with text, arrow, degrees and distance.

map-heading = The map
map-lede = Every line leaves { $host } in the true direction of the city that it reaches, and its length is the distance.
map-label = Map of the world with { $host } in its middle: lines show the true direction and distance of each partner city
map-caption = North is above. The rim is the farthest point of the earth from { $host }, drawn out; only from the middle are directions and distances true.
map-rings = The rings are 2,500 miles (4,023 kilometres) apart.
map-key-sister = Sister city
map-key-friendship = Friendship city
map-key-past = No longer current, or without dates
map-table = The same as a table
map-see-signpost = The same on the signpost
map-description = A map with { $host } in its middle: true directions and distances to its partner cities.

home-map = As the crow flies
home-map-words = Every line leaves { $host } in the true direction of the city that it reaches, and its length is the distance.
home-map-full = The map in full
home-map-table = As a table
