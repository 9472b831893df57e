# La lingua.
language-name = Italiano
language-customs = it-IT
language-direction = ltr

# Date e ore.
date-month = { $month }, giorno non registrato
date-unrecorded = Data non registrata
days-in-a-month = { $first }–{ $last } { $month } { $year }
days-in-a-year = { $first } – { $last } { $year }
days-over-years = { $first } – { $last }
time-in-city = { $time } a { $city }

# Lingue in cui sono scritti i nomi delle città.
language-de = tedesco
language-en = inglese
language-es = spagnolo
language-fr = francese
language-hi = hindi
language-it = italiano
language-ja = giapponese
language-ko = coreano
language-or = odia
language-zh-hans = cinese semplificato
language-zh-hant = cinese tradizionale

# Direzioni.
compass-north = nord
compass-north-east = nord-est
compass-east = est
compass-south-east = sud-est
compass-south = sud
compass-south-west = sud-ovest
compass-west = ovest
compass-north-west = nord-ovest

# , ; :
phrase-separator = ,{ " " }
clause-separator = ;{ " " }
label-separator = :{ " " }
