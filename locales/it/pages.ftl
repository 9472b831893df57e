# I due tipi di rapporto.
sister-cities = Città gemellate
friendship-cities = Città amiche

# La pagina iniziale.
home-all-partners = Scopri le nostre città partner
home-what-is-a-sister = Che cos’è una città gemellata
home-upcoming = Prossimamente
home-all-exchanges = Tutti gli scambi
home-nothing-upcoming = Non è ancora annunciato nessuno scambio. Quelli passati sono nel registro.
home-courtyard = Il cartello nel cortile
home-in-touch = Contatti
home-take-part = A chi scrivere, città per città
home-in-touch-words = Questi legami vivono grazie ai volontari di entrambe le parti. Chiedi come ospitare uno studente, entrare in un comitato o proporre uno scambio.

# L’elenco delle città.
partners-lede = Tutte le città che il programma ha conosciuto, con lo stato attuale del rapporto. Scegli un altro giorno per vedere com’era allora.
partners-on = Alla data del
partners-on-show = Mostra quel giorno
partners-today = Torna a oggi
partners-none = Per quel giorno non è registrato nessun rapporto.

# Una città.
partner-clock = Ora locale
partner-distance = Distanza
partner-names = Nomi
partner-relationship = Il rapporto
partner-no-terms = Il programma elenca questa città, ma non sono registrate date del rapporto.
partner-agreement = L’accordo
partner-no-signatories = Chi ha firmato non è registrato.
partner-committee = Comitato
partner-no-committee = Non è registrato nessun comitato.
committee-no-address = Non è registrato nessun recapito.
partner-exchanges = Scambi
partner-all-exchanges = Tutti gli scambi con questa città
partner-no-exchanges = Nessuno registrato; il registro è incompleto.
partner-gifts = Doni
partner-record = Su questa scheda
gift-no-place = Dove si trovi ora non è registrato.

# Gli scambi.
exchanges-period = Quando
exchanges-upcoming = Prossimamente
exchanges-past = Già avvenuti
exchanges-nearest = I più vicini alla tua ricerca
filter-partner = Città
filter-kind = Tipo
filter-direction = Direzione
filter-show = Mostra
filter-clear = Mostra tutti

# Uno scambio.
exchange-particulars = Dettagli
exchange-people = Chi ha partecipato
exchange-with = Con
exchange-more = Altri scambi con le stesse città

# Il programma.
about-policy = Le regole in vigore
about-facts = Da dove vengono i fatti
about-facts-words = Ogni fatto di questo registro indica la sua fonte e il suo grado di certezza. Le date hanno la precisione che si conosce e non di più. Dove le fonti divergono, il registro conserva ogni versione; dove è incompleto, lo dichiara.

# Partecipare.
take-part-associations = Associazioni
take-part-associations-words = Volontari di entrambe le parti. Scrivi a quella della città che ti sta a cuore.
take-part-here = A
take-part-without = Per queste città non è registrata nessuna associazione; il Comune può dire chi se ne occupa:
take-part-calendars = Nel tuo calendario
take-part-city = Il Comune
take-part-city-words = Per tutto il resto: una città che vorresti come partner, una visita in programma, un fatto qui sbagliato.
take-part-no-contact = Non è ancora registrato nessun recapito.
take-part-policy = Le regole per intero

# I dati.
data-heading = I dati
data-lede = Questo sito è un registro: ciò che mostra è conservato come dato, fatto per fatto.
data-numbers = Che cosa è registrato
data-partners = Città partner
data-terms = Periodi dei rapporti
data-exchanges = Scambi
data-sources = Fonti
data-claims = Affermazioni, ciascuna con la fonte su cui poggia
data-history = Nulla viene sovrascritto: di ogni modifica resta scritto chi l’ha fatta, quando e perché.
data-use = Usarli
data-use-words = Nomi, date e luoghi sono fatti che tutti possono usare. Cita come fonte il Comune e il giorno in cui li hai letti: il registro cresce.
data-mistake = C’è un errore
data-mistake-words = Dicci quale e, se puoi, dove sta scritto diversamente. Ciò che le fonti dicono in modo diverso resta affiancato finché qualcuno non lo risolve.

# La dichiarazione di accessibilità.
accessibility-heading = Accessibilità
accessibility-lede = Qui tutti trovano gli stessi fatti: su un vecchio telefono, con la tastiera, con un lettore di schermo, su carta.
accessibility-standard = A che cosa ci atteniamo
accessibility-standard-words = Le linee guida per l’accessibilità dei contenuti web (WCAG) 2.2, livello AA, in ogni pagina.
accessibility-keyboard = Tutto si raggiunge e si usa con la tastiera, nell’ordine in cui si legge, e si vede dove ci si trova.
accessibility-readers = Ogni immagine ha i suoi fatti anche in parole. Titoli, elenchi e tabelle sono ciò che sembrano.
accessibility-sight = Il testo si può ingrandire quattro volte e i colori possono essere i tuoi: chiari, scuri o quelli del sistema. Nulla è detto soltanto dal colore.
accessibility-means = Nessuna pagina richiede script, cookie o uno schermo largo. Ogni pagina si stampa come una scheda pulita.
accessibility-tested = Come lo sappiamo
accessibility-tested-words = A ogni modifica un programma controlla tutte le pagine, chiare e scure, larghe e strette; l’uso della tastiera nel menù e negli elenchi è verificato in un vero browser.
accessibility-limits = Che cosa sappiamo essere difficile
accessibility-limits-words = I documenti di un tempo sono spesso scansioni. Nessuno è pubblicato senza il suo testo accanto; la scansione in sé può non parlare a un lettore di schermo. I nomi in scritture più rare richiedono un carattere adatto sul tuo dispositivo.
accessibility-barrier = Se qualcosa ti ostacola
accessibility-barrier-words = Dicci in quale pagina e che cosa usi per leggerla. Avrai in altro modo ciò che cercavi, e la pagina sarà corretta.

# Che cosa dicono di una pagina i motori di ricerca e le anteprime.
home-description = Le nostre città gemellate e città amiche: chi sono, che cosa facciamo insieme e come partecipare.
about-description = Che cos’è il programma di città gemellate e città amiche di { $host } e quali regole segue.
partners-description = Le città gemellate e città amiche di { $host }, oggi e in qualsiasi giorno dalla prima in poi.
partner-description = { $city }: { $standing }. Il rapporto, gli accordi, gli scambi e le persone.
exchanges-description = Delegazioni, scambi di studenti e feste di { $host } con le sue città partner.
exchange-description = { $title }: { $when }.
take-part-description = A chi scrivere per le città gemellate e città amiche di { $host } e come nasce un patto di amicizia.
data-description = Che cosa è registrato delle città gemellate e città amiche di { $host } e da dove viene.
accessibility-description = A che cosa si attiene questo sito perché tutti possano usarlo, e dove segnalare un ostacolo.
