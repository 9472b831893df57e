# The menu of languages.
language-menu = Language
# Asked of somebody whose browser prefers this language while the page is in another.
language-hint = Read this page in English
language-not-offered = This language is not public yet
language-not-offered-words = It can be looked at here before it is offered; nothing leads here, and search engines are kept away.

# How a text came to be in this language.
translation-missing = Not translated yet: this is the original.
translation-outdated = The original was changed since this was translated
translation-unreviewed = Not yet reviewed by a speaker of the language
translation-translator = Translated by
translation-reviewer = Reviewed by
translation-mistake = Report a mistake

# The council of a city whose own name for it is not translated.
story-council = Council
