# Photographs and documents.
photo-credit = Photo
photos-label = Photographs
file-kilobytes = { $number } kB
document-as-text = What it says, as text
exchange-documents = Documents

# Numbers in an order, by CLDR's rules for them.
ordinal-number = { $form ->
    [one] { $number }st
    [two] { $number }nd
    [few] { $number }rd
   *[other] { $number }th
}
times-in-city = { $from } – { $to } in { $city }

# Anniversaries, and which one of its series an exchange is.
partner-anniversary = Next anniversary
anniversary-next = { $precision ->
    [day] { $ordinal } anniversary on { $date }
   *[month] { $ordinal } anniversary in { $date }
}
series-ordinal = the { $ordinal }

# More on exchanges and committees.
exchange-organizer = Organised by
exchange-website = A page with more
