filter-text = キーワード

fault-words = { $name } は200文字までです。
fault-unknown = { $name } はここでは使えません。使えるもの：{ $known }
