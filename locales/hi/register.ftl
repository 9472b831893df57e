# जो दर्ज है, शब्दों में

site-publisher = { $host } नगर प्रशासन
site-of-the-city = नगर प्रशासन की अपनी साइट
region-and-country = { $region }, { $country }

# ऐतिहासिक तिथियाँ
date-since = { $date } से
date-ends = { $precision ->
    [day] { $date } को समाप्त होगा
   *[month] { $date } में समाप्त होगा, दिन दर्ज नहीं
}
date-ended = { $precision ->
    [day] { $date } को समाप्त हुआ
   *[month] { $date } में समाप्त हुआ, दिन दर्ज नहीं
}
date-lapsed = { $precision ->
    [day] { $date } को अवधि पूरी हुई
   *[month] { $date } में अवधि पूरी हुई, दिन दर्ज नहीं
}
date-between = { $from } और { $to } के बीच
date-from-unrecorded = आरंभ दर्ज नहीं
date-from-to = { $from } – { $to }
date-from-on = { $ending ->
    [unrecorded] { $from } – अंत दर्ज नहीं
   *[open] { $from } – आज तक
}

# दो प्रकार
kind-of-city = { $kind ->
    [sister] सिस्टर सिटी
   *[friendship] मैत्री शहर
}
kind-explained = { $kind ->
    [sister] एक स्थायी संबंध: दोनों महापौरों ने समझौता ज्ञापन पर हस्ताक्षर किए।
   *[friendship] एक हल्का संबंध: नगर परिषद इसे एक अवधि के लिए स्वीकृति देती है।
}

# स्थिति
standing-active-possibly = { $kind ->
    [sister] सिस्टर सिटी, ज्ञात तिथियों के अनुसार
   *[friendship] मैत्री शहर, ज्ञात तिथियों के अनुसार
}
standing-expiring = { $kind ->
    [sister] सिस्टर सिटी, समाप्ति निकट
   *[friendship] मैत्री शहर, नवीनीकरण शेष
}
standing-dormant = { $kind ->
    [sister] सिस्टर सिटी, संबंध स्थगित
   *[friendship] मैत्री शहर, संबंध स्थगित
}
standing-proposed = { $kind ->
    [sister] प्रस्तावित सिस्टर सिटी
   *[friendship] प्रस्तावित मैत्री शहर
}
standing-unrecorded = { $kind ->
    [sister] सिस्टर सिटी के रूप में सूचीबद्ध
   *[friendship] मैत्री शहर के रूप में सूचीबद्ध
}
standing-lapsed = { $kind ->
    [sister] पूर्व सिस्टर सिटी
   *[friendship] पूर्व मैत्री शहर
}
standing-ended = { $kind ->
    [sister] पूर्व सिस्टर सिटी
   *[friendship] पूर्व मैत्री शहर
}
standing-no-dates = कोई तिथि दर्ज नहीं
standing-dormant-since-unrecorded = कब से स्थगित है, दर्ज नहीं
standing-applied = आवेदन: { $date }
standing-approved = स्वीकृति: { $date }
standing-lapsed-by-policy = { $lapsed }, नीति के अनुसार

# स्थिति का आधार
rests-on-certain = दर्ज तिथियों से इसमें कोई संदेह नहीं है।
rests-on-possible = एक महत्वपूर्ण तिथि का दिन ज्ञात नहीं है: अभिलेख के अनुसार यही सबसे संभव है।
rests-on-listing = एक स्रोत में शहर सूचीबद्ध है, पर संबंध की कोई तिथि दर्ज नहीं है।
rests-on-application = इसका आधार एक आवेदन है।
rests-on-policy = अवधि उस समय की नीति के अनुसार पूरी हुई। नवीनीकरण या समाप्ति का कोई अभिलेख ज्ञात नहीं है।
rests-on-disputed = एक स्रोत ({ $seen }) में शहर अब भी सूचीबद्ध है।

# संबंध का इतिहास
story-dormant = संबंध स्थगित
story-became = { $kind ->
    [sister] यह सिस्टर सिटी बना।
   *[friendship] यह मैत्री शहर बना।
}
story-renewed = बिना अंतराल के नवीनीकृत।
story-lapsed-by-policy = उस समय की नीति के अनुसार समाप्त, नवीनीकरण नहीं हुआ।
story-ends-by-policy = नवीनीकरण न होने पर उस समय की नीति के अनुसार समाप्त होगा।
story-ended-by-party = एक पक्ष ने इसे समाप्त किया।
story-start-day-unrecorded = आरंभ का दिन दर्ज नहीं है।
story-end-day-unrecorded = { $end } में समाप्त; दिन दर्ज नहीं है।
story-sponsor = प्रस्तावक: { $name }।
story-approved = { $council } की स्वीकृति: { $date }।
story-resolution = प्रस्ताव संख्या { $number }।
story-vote = मतदान: पक्ष में { $ayes }, विपक्ष में { $noes }।
story-agenda = कार्यसूची का विषय { $item }।
story-record-number = नगर लिपिक का अभिलेख { $number }।
story-applied = { $kind ->
    [sister] सिस्टर सिटी बनने का आवेदन
   *[friendship] मैत्री शहर बनने का आवेदन
}
story-application-approved = स्वीकृत।
story-application-declined = अस्वीकृत।
story-application-withdrawn = वापस लिया गया।
story-listed = { $kind ->
    [sister] सिस्टर सिटी के रूप में सूचीबद्ध
   *[friendship] मैत्री शहर के रूप में सूचीबद्ध
}

# एक शहर
partner-spellings = { $spellings } के रूप में भी सूचीबद्ध।
partner-people-counted = दर्ज आदान-प्रदान में { $people }
partner-record-incomplete = आदान-प्रदान का अभिलेख अधूरा है।
partner-record-complete-in = { $years } के लिए आदान-प्रदान का अभिलेख पूरा है; अन्य वर्षों के लिए नहीं।
clock-same = { $host } के समान समय
clock-hours = { $hours ->
    [one] { $hours } घंटा
   *[other] { $hours } घंटे
}
clock-hours-and-minutes = { $hours ->
    [one] { $hours } घंटा { $minutes } मिनट
   *[other] { $hours } घंटे { $minutes } मिनट
}
clock-ahead = { $host } से { $difference } आगे
clock-behind = { $host } से { $difference } पीछे
agreement-signed = हस्ताक्षर
agreement-place = स्थान
agreement-method = कैसे
agreement-in-person = आमने-सामने
agreement-video = वीडियो द्वारा
agreement-post = डाक द्वारा
agreement-behalf = इनकी ओर से
agreement-name-unrecorded = नाम दर्ज नहीं
committee-nonprofit = गैर-लाभकारी संस्था
committee-informal = स्वयंसेवकों का समूह
committee-city-office = नगर का कार्यालय
committee-founded = स्थापना: { $date }
gift-from-to = { $from } की ओर से { $to } को
missing-terms = संबंध कब शुरू हुआ, दर्ज नहीं है।
missing-agreement = कोई समझौता दर्ज नहीं है।
missing-place = शहर का स्थान दर्ज नहीं है, इसलिए दूरी और दिशा नहीं दिखाई गई है।
missing-end = संबंध समाप्त करने का कोई निर्णय दर्ज नहीं है।
dispute-values = { $count ->
    [one] { $count } विवरण
   *[other] { $count } विवरण
}
claim-inferred = अनुमानित
claim-no-source = कोई स्रोत नहीं बताया गया

# शहरों की सूची
partners-heading = साझेदार शहर
partners-heading-on = { $date } को साझेदार शहर
partners-statement = { $date } के बारे में आज यही ज्ञात है। अभिलेख बढ़ने पर यह बदल सकता है।
partners-proposed = प्रस्तावित
partners-unrecorded = सूचीबद्ध, पर कोई तिथि दर्ज नहीं
partners-past = अब वर्तमान नहीं
home-past-friendships = { $count ->
    [one] { $count } और, जो वर्तमान नहीं है या जिसकी तिथियाँ दर्ज नहीं हैं
   *[other] { $count } और, जो वर्तमान नहीं हैं या जिनकी तिथियाँ दर्ज नहीं हैं
}

# आदान-प्रदान
exchanges-heading = आदान-प्रदान
exchanges-heading-past = पिछले आदान-प्रदान
exchanges-heading-with = { $city } के साथ आदान-प्रदान
exchanges-heading-past-with = { $city } के साथ पिछले आदान-प्रदान
exchanges-none-upcoming = ऐसा कुछ घोषित नहीं है।
exchanges-none-past = ऐसा कुछ दर्ज नहीं है।
exchanges-record-incomplete = अभिलेख अधूरा है: जो यहाँ नहीं है, वह भी हुआ हो सकता है।
exchanges-more = और दिखाएँ
filter-any = कोई भी
filter-inbound = { $host } की ओर
filter-outbound = { $host } से
exchange-kind-delegation = प्रतिनिधिमंडल
exchange-kind-student-exchange = विद्यार्थी आदान-प्रदान
exchange-kind-cultural = संस्कृति
exchange-kind-educational = शिक्षा
exchange-kind-business = व्यवसाय
exchange-kind-technical = तकनीकी ज्ञान
exchange-kind-ceremony = समारोह
kind-and-direction = { $kind }, { $direction }
direction-inbound = { $cities } से
direction-outbound = { $cities } की ओर
direction-local = { $host } में
direction-online = ऑनलाइन
status-tentative = संभावित
status-postponed = स्थगित
status-cancelled = रद्द
shift-before = { $date }, एक दिन पहले
shift-after = { $date }, एक दिन बाद
exchange-previously = पहले की तय तिथि: { $when }
exchange-nobody-counted = कितनों ने भाग लिया, दर्ज नहीं है।
exchange-venue = स्थान
exchange-leader = नेतृत्व
exchange-ordinal = यात्राओं की गिनती में
exchange-people-sum = लोग
exchange-people-remark = कौन
people-students = { $count ->
    [one] विद्यार्थी
   *[other] विद्यार्थी
}
people-chaperones = { $count ->
    [one] संरक्षक
   *[other] संरक्षक
}
people-adults = { $count ->
    [one] वयस्क
   *[other] वयस्क
}
people-families = { $count ->
    [one] मेज़बान परिवार
   *[other] मेज़बान परिवार
}
people-counted = { $count } { $kind }
people-in-sum = { $count ->
    [one] { $number } व्यक्ति
   *[other] { $number } लोग
}

# नीति
about-reference-point = दूरी और दिशा एक ही बिंदु से गिनी जाती है: { $point }।
rule-friendship-term = मैत्री की अवधि
rule-sister-term = सिस्टर सिटी संबंध की अवधि
rule-notice-period = अवधि को नवीनीकरण योग्य मानने का समय
rule-renewal-form-due = नवीनीकरण का प्रपत्र देने का समय
rule-sisters-per-country = एक देश में सिस्टर सिटी
rule-friendships-per-country = एक देश में मैत्री शहर
rule-friendship-needs-sponsor = मैत्री के लिए परिषद में एक प्रस्तावक आवश्यक
rule-friendship-funding = मैत्री के लिए नगर से धन
rule-moratorium = नए संबंध स्थगित
rule-free-room-uses-per-year = हर वर्ष समिति द्वारा नगर के कक्ष का निःशुल्क उपयोग (बार)
rule-student-exchange-minimum = विद्यार्थी आदान-प्रदान के लिए आवश्यक विद्यार्थी
rule-open = जब तक कोई पक्ष समाप्त न करे
rule-unlimited = कोई सीमा नहीं
rule-yes = हाँ
rule-no = नहीं
period-years = { $count ->
    [one] { $count } वर्ष
   *[other] { $count } वर्ष
}
period-months = { $count ->
    [one] { $count } महीना
   *[other] { $count } महीने
}
period-days = { $count ->
    [one] { $count } दिन
   *[other] { $count } दिन
}
