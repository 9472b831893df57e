photo-credit = 写真
photos-label = 写真
file-kilobytes = { $number } kB
document-as-text = 文書の内容（テキスト）
exchange-documents = 文書

ordinal-number = { $number }
times-in-city = { $city }時間 { $from }～{ $to }

partner-anniversary = 次の記念日
anniversary-next = { $precision ->
    [day] { $date }に{ $ordinal }周年
   *[month] { $date }に{ $ordinal }周年
}
series-ordinal = 第{ $ordinal }回

exchange-organizer = 主催
exchange-website = 詳しいページ
