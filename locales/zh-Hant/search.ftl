filter-text = 關鍵字

fault-words = { $name } 最多 200 個字元。
fault-unknown = { $name } 在此沒有意義。可用的有：{ $known }
