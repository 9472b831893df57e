# Intorno a ogni pagina.
site-name = { $host } – Città gemellate e città amiche
site-kind = Città gemellate e città amiche
skip-to-content = Vai al contenuto
notice-information = Avviso
notice-warning = Attenzione
notice-emergency = Emergenza
notice-dismiss = Chiudi questo avviso
menu-label = Menù principale
menu-open = Menù
menu-partners = Città
menu-exchanges = Scambi
menu-about = Il programma
menu-take-part = Partecipa
breadcrumb-label = Ti trovi qui
breadcrumb-home = Pagina iniziale
footer-about = Il programma
footer-data = I dati
footer-accessibility = Accessibilità
footer-credits = Ogni fatto indica la sua fonte. I luoghi provengono da GeoNames (CC BY 4.0), le terre da Natural Earth.

# Distanze e direzioni.
distance-miles = { $miles } mi
distance-kilometres = { $kilometres } km
direction-degrees = { $compass }, { $degrees }°

# Il cartello segnaletico.
signpost-label = Cartello a { $host }: le città partner con direzione e distanza
signpost-caption = Guardando verso nord a { $host }. Ogni tavola indica il lato da cui parte la via più breve.
signpost-free = per la prossima

# Le tavole.
blade-committee = Comitato
blade-next = Prossimo
blade-no-place = Il luogo non è registrato.

# Fonti e divergenze.
source-mark = fonte
claim-preferred = Indicato qui
claim-other = Registrato anche
record-disputed = Dove le fonti divergono
record-missing = Non registrato
record-sources = Fonti

# Errori.
error-nearest = Forse cercavi
error-ways = Altre strade
error-not-found = Qui non c’è nessuna pagina
error-preview-gone = Questa anteprima non è più disponibile
error-preview-gone-next = Il collegamento è scaduto, è stato revocato o non è stato copiato per intero. Chiedine un altro a chi lo ha inviato.
error-not-found-next = L’indirizzo può contenere un errore, oppure la pagina non è mai esistita. Le città conservano per sempre la loro pagina, anche quando il rapporto è terminato.
error-bad-request = Questa richiesta non ha senso qui
error-method = Questa pagina si può soltanto leggere
error-method-next = Segui un collegamento, oppure scrivi l’indirizzo.
error-too-long = Questo indirizzo è troppo lungo
error-too-long-next = Nessun indirizzo di questo sito è così lungo. Riparti da una di queste pagine.
error-internal = Qualcosa non ha funzionato da parte nostra
error-internal-next = Non dipende da te e ne abbiamo preso nota. Riprova tra un momento.
error-unavailable = Il registro è momentaneamente assente
error-unavailable-next = Riprova tra un minuto. Nulla è andato perduto.

# Quando non si può leggere nulla del programma.
site-unknown = Città gemellate e città amiche

# Che cosa non va in una richiesta.
fault-once = { $name } si può indicare una volta sola.
fault-text = { $name } contiene segni che non sono testo.
fault-day = { $value } non è un giorno possibile per { $name }. Scrivi un giorno del calendario, come 2017-01-01.
fault-listed = { $value } non è un valore possibile per { $name }. Scegline uno dall’elenco.
fault-host-missing = Non dice a quale sito è rivolta.
fault-host-twice = Indica due siti insieme.
fault-host-absurd = Indica un sito che non può esistere.

# L’anteprima di ciò che non è pubblico.
preview-title = Un’anteprima, non pubblica
preview-text = Chi ha questo collegamento può vedere la pagina fino al { $until }. Può ancora cambiare.
