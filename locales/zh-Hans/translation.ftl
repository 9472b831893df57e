# 语言菜单
language-menu = 语言
language-hint = 用简体中文阅读本页
language-not-offered = 此语言尚未公开
language-not-offered-words = 这是公开前的预览页面：没有任何链接指向这里，搜索引擎也不会收录。

# 译文的状况
translation-missing = 尚未翻译，以下为原文。
translation-outdated = 本文翻译之后，原文已有修改
translation-unreviewed = 尚未经中文使用者审阅
translation-translator = 翻译
translation-reviewer = 审阅
translation-mistake = 报告错误

story-council = 市议会
