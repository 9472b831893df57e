# हर पृष्ठ पर
site-name = { $host } के सिस्टर सिटी और मैत्री शहर
site-kind = के सिस्टर सिटी और मैत्री शहर
skip-to-content = मुख्य सामग्री पर जाएँ
notice-information = सूचना
notice-warning = चेतावनी
notice-emergency = आपात सूचना
notice-dismiss = यह सूचना हटाएँ
menu-label = मुख्य मेन्यू
menu-open = मेन्यू
menu-partners = शहर
menu-exchanges = आदान-प्रदान
menu-about = कार्यक्रम के बारे में
menu-take-part = भाग लें
breadcrumb-label = आप यहाँ हैं
breadcrumb-home = मुखपृष्ठ
footer-about = कार्यक्रम के बारे में
footer-data = आँकड़े
footer-accessibility = सुगम्यता
footer-credits = हर तथ्य के साथ उसका स्रोत दिया गया है। स्थान GeoNames (CC BY 4.0) से और भूभाग Natural Earth से लिए गए हैं।

# दूरी और दिशा
distance-miles = { $miles } मील
distance-kilometres = { $kilometres } कि॰मी॰
direction-degrees = { $compass }, { $degrees }°

# दिशासूचक
signpost-label = { $host } का दिशासूचक: साझेदार शहर, उनकी दिशा और दूरी
signpost-caption = { $host } में उत्तर की ओर मुँह करके देखने पर। हर पट्टी उस ओर इशारा करती है जहाँ से सबसे छोटा रास्ता शुरू होता है।
signpost-free = अगले के लिए जगह

# पट्टियाँ
blade-committee = समिति
blade-next = अगला
blade-no-place = स्थान दर्ज नहीं है।

# स्रोत और मतभेद
source-mark = स्रोत
claim-preferred = यहाँ दिखाया गया
claim-other = यह भी दर्ज है
record-disputed = जहाँ स्रोतों में मतभेद है
record-missing = जो दर्ज नहीं है
record-sources = स्रोत

# त्रुटियाँ
error-nearest = क्या आप यह खोज रहे थे
error-ways = अन्य रास्ते
error-not-found = यहाँ कोई पृष्ठ नहीं है
error-preview-gone = यह पूर्वावलोकन अब उपलब्ध नहीं है
error-preview-gone-next = लिंक की अवधि समाप्त हो गई है, उसे वापस ले लिया गया है, या वह पूरा कॉपी नहीं हुआ। जिसने भेजा था, उनसे दूसरा लिंक माँगें।
error-not-found-next = पते में गलती हो सकती है, या यह पृष्ठ कभी था ही नहीं। संबंध समाप्त होने के बाद भी शहरों के पृष्ठ सदा बने रहते हैं।
error-bad-request = इस अनुरोध का यहाँ कोई अर्थ नहीं है
error-method = यह पृष्ठ केवल पढ़ा जा सकता है
error-method-next = किसी लिंक से यहाँ आएँ, या पता लिखें।
error-too-long = यह पता बहुत लंबा है
error-too-long-next = इस साइट का कोई पता इतना लंबा नहीं है। इनमें से किसी पृष्ठ से फिर शुरू करें।
error-internal = हमारी ओर कुछ गड़बड़ हुई है
error-internal-next = इसमें आपकी कोई गलती नहीं है, और इसे दर्ज कर लिया गया है। कृपया थोड़ी देर में फिर प्रयास करें।
error-unavailable = पंजिका अभी कुछ देर के लिए उपलब्ध नहीं है
error-unavailable-next = कृपया एक मिनट में फिर प्रयास करें। कुछ भी खोया नहीं है।

# जब कार्यक्रम का कुछ भी पढ़ा न जा सके
site-unknown = सिस्टर सिटी और मैत्री शहर

# अनुरोध की गलतियाँ
fault-once = { $name } केवल एक बार दिया जा सकता है।
fault-text = { $name } में ऐसे चिह्न हैं जो पाठ नहीं हैं।
fault-day = { $value } ऐसा दिन नहीं है जो { $name } हो सके। कैलेंडर का कोई दिन लिखें, जैसे 2017-01-01।
fault-listed = { $value } ऐसा कुछ नहीं है जो { $name } हो सके। सूची में से चुनें।
fault-host-missing = इसमें यह नहीं बताया गया कि अनुरोध किस साइट के लिए है।
fault-host-twice = इसमें एक साथ दो साइटें बताई गई हैं।
fault-host-absurd = इसमें ऐसी साइट बताई गई है जो हो ही नहीं सकती।

# अप्रकाशित का पूर्वावलोकन
preview-title = पूर्वावलोकन, सार्वजनिक नहीं
preview-text = जिसके पास यह लिंक है, वह यह पृष्ठ { $until } तक देख सकता है। इसमें अब भी बदलाव हो सकता है।
