photo-credit = चित्र
photos-label = चित्र
file-kilobytes = { $number } kB
document-as-text = इसमें क्या लिखा है, पाठ के रूप में
exchange-documents = दस्तावेज़

ordinal-number = { $number }वीं
times-in-city = { $city } में { $from } – { $to }

partner-anniversary = अगली वर्षगाँठ
anniversary-next = { $precision ->
    [day] { $date } को { $ordinal } वर्षगाँठ
   *[month] { $date } में { $ordinal } वर्षगाँठ
}
series-ordinal = { $ordinal }

exchange-organizer = आयोजक
exchange-website = अधिक जानकारी का पृष्ठ
