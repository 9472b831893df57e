# Il menù delle lingue.
language-menu = Lingua
language-hint = Leggi questa pagina in italiano
language-not-offered = Questa lingua non è ancora pubblica
language-not-offered-words = Qui si può vedere prima della pubblicazione: nessun collegamento porta a questa pagina e i motori di ricerca ne sono esclusi.

# Lo stato di una traduzione.
translation-missing = Non ancora tradotto: questo è il testo originale.
translation-outdated = L’originale è stato modificato dopo questa traduzione
translation-unreviewed = Non ancora rivista da una persona di lingua italiana
translation-translator = Traduzione
translation-reviewer = Revisione
translation-mistake = Segnala un errore

story-council = Consiglio comunale
