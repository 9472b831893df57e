filter-text = 关键字

fault-words = { $name } 最多 200 个字符。
fault-unknown = { $name } 在此没有意义。可用的有：{ $known }
