# भाषा
language-name = हिन्दी
language-customs = hi-IN
language-direction = ltr

# तिथि और समय
date-month = { $month }, दिन दर्ज नहीं
date-unrecorded = तिथि दर्ज नहीं
days-in-a-month = { $first }–{ $last } { $month } { $year }
days-in-a-year = { $first } – { $last } { $year }
days-over-years = { $first } – { $last }
time-in-city = { $city } में { $time }

# शहरों के नामों की भाषाएँ
language-de = जर्मन
language-en = अंग्रेज़ी
language-es = स्पेनिश
language-fr = फ़्रेंच
language-hi = हिन्दी
language-it = इतालवी
language-ja = जापानी
language-ko = कोरियाई
language-or = ओड़िया
language-zh-hans = चीनी, सरलीकृत
language-zh-hant = चीनी, पारंपरिक

# दिशाएँ
compass-north = उत्तर
compass-north-east = उत्तर-पूर्व
compass-east = पूर्व
compass-south-east = दक्षिण-पूर्व
compass-south = दक्षिण
compass-south-west = दक्षिण-पश्चिम
compass-west = पश्चिम
compass-north-west = उत्तर-पश्चिम

# , ; :
phrase-separator = ,{ " " }
clause-separator = ;{ " " }
label-separator = :{ " " }
