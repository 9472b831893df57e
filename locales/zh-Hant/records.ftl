photo-credit = 攝影
photos-label = 照片
file-kilobytes = { $number } kB
document-as-text = 文件內容（文字）
exchange-documents = 文件

ordinal-number = { $number }
times-in-city = { $city }時間 { $from } 至 { $to }

partner-anniversary = 下一個週年
anniversary-next = { $precision ->
    [day] { $date }，{ $ordinal } 週年
   *[month] { $date }，{ $ordinal } 週年
}
series-ordinal = 第 { $ordinal } 次

exchange-organizer = 主辦
exchange-website = 詳細說明網頁
