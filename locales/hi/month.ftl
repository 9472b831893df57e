month-heading = { $month } के आदान-प्रदान
month-heading-with = { $month } में { $city } के साथ आदान-प्रदान
month-by-month = महीने के अनुसार
month-ways = अन्य महीने
month-this = यह महीना
month-today = आज
month-goes-on = { $days } में से दिन { $day }
month-more = { $count ->
    [one] और { $number } अन्य
   *[other] और { $number } अन्य
}
month-nothing = इस महीने के लिए ऐसा कुछ घोषित नहीं है।
month-nothing-past = इस महीने के लिए ऐसा कुछ दर्ज नहीं है। अभिलेख अधूरा है: जो यहाँ नहीं है, वह भी हुआ हो सकता है।
month-nearest = आदान-प्रदान वाले सबसे निकट के महीने:
month-out-of-range = इतनी दूर का कुछ दर्ज नहीं है।
month-out-of-range-next = आदान-प्रदान का अभिलेख { $first } से { $last } तक है।
month-description = { $host } और उसके साझेदार शहरों के { $month } के आदान-प्रदान, दिन के अनुसार।
exchanges-on-day = { $day } के आदान-प्रदान
exchanges-none-on-day = उस दिन का ऐसा कुछ दर्ज नहीं है।
fault-month = { $value } कोई महीना नहीं है। वर्ष और महीना 2026-11 की तरह लिखें; महीने 01 से 12 तक हैं।
