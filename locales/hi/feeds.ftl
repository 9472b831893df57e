calendar-name = { $what } · { $site }
calendar-description = { $host } और उसके साझेदार शहरों के प्रतिनिधिमंडल, विद्यार्थी आदान-प्रदान और उत्सव। जो रद्द होता है वह भी रहता है, और यह बताता है।
calendar-summary = { $status }: { $title }
calendar-new-date = नई तिथि: { $when }

feed-calendar = आदान-प्रदान का कैलेंडर
feed-exchanges = आदान-प्रदान
feed-news = हमारे संबंधों के समाचार

news-applied = { $city }: { $kind ->
    [sister] सिस्टर सिटी संबंध का आवेदन
   *[friendship] मैत्री का आवेदन
  }
news-signed = { $city }: { $title } पर हस्ताक्षर
news-begun = { $city }: { $kind ->
    [sister] सिस्टर सिटी संबंध आरंभ
   *[friendship] मैत्री आरंभ
  }
news-renewed = { $city }: { $kind ->
    [sister] सिस्टर सिटी संबंध नवीनीकृत
   *[friendship] मैत्री नवीनीकृत
  }
news-changed = { $city } अब { $kind ->
    [sister] सिस्टर सिटी
   *[friendship] मैत्री शहर
  }
news-expiring = { $city }: नवीनीकरण न होने पर { $kind ->
    [sister] सिस्टर सिटी संबंध
   *[friendship] मैत्री
  } { $end } को समाप्त
news-lapsed = { $city }: { $kind ->
    [sister] सिस्टर सिटी संबंध की अवधि पूरी
   *[friendship] मैत्री की अवधि पूरी
  }
news-ended = { $city }: { $kind ->
    [sister] सिस्टर सिटी संबंध समाप्त
   *[friendship] मैत्री समाप्त
  }

subscribe-heading = सदस्यता लें
subscribe-lede = फिर आपका कैलेंडर स्वयं साथ चलता है: यहाँ जो स्थगित, रद्द या बदले नाम का हो, वह वहाँ भी बदल जाता है।
subscribe-link = इस कैलेंडर की सदस्यता लें
subscribe-address = इस कैलेंडर का पता:
subscribe-apple = Apple Calendar और Thunderbird: ऊपर का लिंक खोलें।
subscribe-google = Google Calendar, कंप्यूटर पर: अन्य कैलेंडर, URL से; पता चिपकाएँ। यह दिन में लगभग एक बार बदलाव देखता है और रद्द को छोड़ देता है: निश्चित होने के लिए यहाँ देखें।
subscribe-outlook = Outlook: कैलेंडर जोड़ें, वेब से सदस्यता लें; पता चिपकाएँ।
subscribe-atom = फ़ीड रीडर के लिए:
subscribe-once = कैलेंडर में जोड़ें

data-downloads = साथ ले जाएँ
data-downloads-words = तिथियाँ उतनी ही सूक्ष्म हैं जितनी ज्ञात हैं: दिन, महीना या वर्ष। आदान-प्रदान की फ़ाइलें उनके पहचानकर्ताओं के क्रम में हैं, जो कभी नहीं बदलते।
data-catalogue = खुले आँकड़ों की सूचियों के लिए इन फ़ाइलों का विवरण (DCAT):
data-api = उन प्रोग्रामों के लिए, जो एक बार में एक बात पूछते हैं:
data-changed = अभिलेख अंतिम बार { $date } को बदला गया।
data-licence = लाइसेंस:
data-no-licence = कोई लाइसेंस नहीं बताया गया है।
download-partners = { $host } के सिस्टर सिटी और मैत्री शहर
download-partners-words = हर शहर अपने नामों, स्थान और आज के संबंध के साथ।
download-terms = { $host } के संबंधों की अवधियाँ
download-terms-words = हर अवधि अपनी तिथियों, परिषद के मतदान और अपने स्रोतों के साथ।
download-exchanges = { $host } और उसके साझेदार शहरों के आदान-प्रदान
download-exchanges-words = हर आदान-प्रदान अपने समय, स्थान, और इस बात के साथ कि वह हो रहा है या नहीं और किसने भाग लिया।
download-wikidata = विकिडेटा के लिए { $host } के साझेदार शहर
download-wikidata-words = वहाँ जिस साझेदार शहर का आइटम है, वह आरंभ, समाप्ति और स्रोत के साथ एक कथन के रूप में, QuickStatements के लिए तैयार।

error-not-as-wanted = जो आपके पास है, वह अब यहाँ वैसा नहीं है
error-not-as-wanted-next = वह उसके बाद बदला गया। बिना शर्त के फिर माँगें।
