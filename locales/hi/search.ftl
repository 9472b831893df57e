filter-text = शब्द

fault-words = { $name } में अधिक से अधिक 200 अक्षर हो सकते हैं।
fault-unknown = { $name } का यहाँ कोई अर्थ नहीं है। ये दिए जा सकते हैं: { $known }।
