photo-credit = 摄影
photos-label = 照片
file-kilobytes = { $number } kB
document-as-text = 文件内容（文字）
exchange-documents = 文件

ordinal-number = { $number }
times-in-city = { $city }时间 { $from } 至 { $to }

partner-anniversary = 下一个周年
anniversary-next = { $precision ->
    [day] { $date }，{ $ordinal } 周年
   *[month] { $date }，{ $ordinal } 周年
}
series-ordinal = 第 { $ordinal } 次

exchange-organizer = 主办
exchange-website = 详细说明网页
