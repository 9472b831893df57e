# 語言選單
language-menu = 語言
language-hint = 以繁體中文閱讀本頁
language-not-offered = 此語言尚未公開
language-not-offered-words = 這是公開前的檢視頁面：沒有任何連結通往這裡，搜尋引擎也不會收錄。

# 譯文的狀況
translation-missing = 尚未翻譯，以下為原文。
translation-outdated = 本文翻譯之後，原文已經修改
translation-unreviewed = 尚未經中文使用者審閱
translation-translator = 翻譯
translation-reviewer = 審閱
translation-mistake = 回報錯誤

story-council = 市議會
