# The language itself.
language-name = English
# Whose customs its dates and numbers follow: a CLDR locale.
language-customs = en-US
language-direction = ltr

# Dates and times.
date-month = { $month }, day not on record
date-unrecorded = Date not on record
days-in-a-month = { $month } { $first }–{ $last }, { $year }
days-in-a-year = { $first } – { $last }, { $year }
days-over-years = { $first } – { $last }
time-in-city = { $time } in { $city }

# Languages that partners' names are written in.
language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-hi = Hindi
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-or = Odia
language-zh-hans = Chinese, simplified
language-zh-hant = Chinese, traditional

# Directions.
compass-north = north
compass-north-east = north-east
compass-east = east
compass-south-east = south-east
compass-south = south
compass-south-west = south-west
compass-west = west
compass-north-west = north-west

# What stands between things that are told one after the other: within a phrase, between phrases, after a label.
phrase-separator = ,{ " " }
clause-separator = ;{ " " }
label-separator = :{ " " }
