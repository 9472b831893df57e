# Ciò che è registrato, in parole.

site-publisher = Comune di { $host }
site-of-the-city = Il sito ufficiale del Comune
region-and-country = { $region }, { $country }

# Date storiche.
date-since = dal { $date }
date-ends = { $precision ->
    [day] termina il { $date }
    [month] termina a { $date }, giorno non registrato
   *[year] termina nel { $date }, giorno non registrato
}
date-ended = { $precision ->
    [day] terminato il { $date }
    [month] terminato a { $date }, giorno non registrato
   *[year] terminato nel { $date }, giorno non registrato
}
date-lapsed = { $precision ->
    [day] scaduto il { $date }
    [month] scaduto a { $date }, giorno non registrato
   *[year] scaduto nel { $date }, giorno non registrato
}
date-between = tra { $from } e { $to }
date-from-unrecorded = Inizio non registrato
date-from-to = { $from } – { $to }
date-from-on = { $ending ->
    [unrecorded] { $from } – fine non registrata
   *[open] { $from } – oggi
}

# I due tipi.
kind-of-city = { $kind ->
    [sister] Città gemellata
   *[friendship] Città amica
}
kind-explained = { $kind ->
    [sister] Un legame duraturo: entrambi i sindaci hanno firmato un protocollo d’intesa.
   *[friendship] Un legame più leggero: il Consiglio comunale lo approva per un periodo.
}

# Stato.
standing-active-possibly = { $kind ->
    [sister] Città gemellata, per quanto le date sono note
   *[friendship] Città amica, per quanto le date sono note
}
standing-expiring = { $kind ->
    [sister] Città gemellata, in scadenza
   *[friendship] Città amica, da rinnovare
}
standing-dormant = { $kind ->
    [sister] Città gemellata, rapporto sospeso
   *[friendship] Città amica, rapporto sospeso
}
standing-proposed = { $kind ->
    [sister] Città gemellata proposta
   *[friendship] Città amica proposta
}
standing-unrecorded = { $kind ->
    [sister] Elencata come città gemellata
   *[friendship] Elencata come città amica
}
standing-lapsed = { $kind ->
    [sister] Già città gemellata
   *[friendship] Già città amica
}
standing-ended = { $kind ->
    [sister] Già città gemellata
   *[friendship] Già città amica
}
standing-no-dates = nessuna data registrata
standing-dormant-since-unrecorded = da quando, non è registrato
standing-applied = domanda: { $date }
standing-approved = approvazione: { $date }
standing-lapsed-by-policy = { $lapsed }, secondo le regole

# Su che cosa poggia lo stato.
rests-on-certain = Le date registrate non lasciano dubbi.
rests-on-possible = Una data che conta non è nota al giorno: questo è ciò che il registro rende più probabile.
rests-on-listing = Una fonte elenca la città, ma non sono registrate date del rapporto.
rests-on-application = Poggia su una domanda.
rests-on-policy = Il periodo è terminato secondo le regole di allora. Non si conoscono atti di rinnovo o di fine.
rests-on-disputed = Una fonte ({ $seen }) elenca ancora la città.

# La storia di un rapporto.
story-dormant = Rapporto sospeso
story-became = { $kind ->
    [sister] È diventata città gemellata.
   *[friendship] È diventata città amica.
}
story-renewed = Rinnovato senza interruzione.
story-lapsed-by-policy = Terminato secondo le regole di allora, non rinnovato.
story-ends-by-policy = Termina secondo le regole di allora, salvo rinnovo.
story-ended-by-party = Terminato per volontà di una parte.
story-start-day-unrecorded = Il giorno dell’inizio non è registrato.
story-end-day-unrecorded = Fine: { $end }; il giorno non è registrato.
story-sponsor = Proposto da { $name }.
story-approved = Approvazione ({ $council }): { $date }.
story-resolution = Delibera n. { $number }.
story-vote = Voti: { $ayes } a favore, { $noes } contrari.
story-agenda = Punto { $item } all’ordine del giorno.
story-record-number = Atto di segreteria { $number }.
story-applied = { $kind ->
    [sister] Domanda per diventare città gemellata
   *[friendship] Domanda per diventare città amica
}
story-application-approved = Approvata.
story-application-declined = Respinta.
story-application-withdrawn = Ritirata.
story-listed = { $kind ->
    [sister] Elencata come città gemellata
   *[friendship] Elencata come città amica
}

# Una città.
partner-spellings = Elencata anche come { $spellings }.
partner-people-counted = { $people } negli scambi registrati
partner-record-incomplete = Il registro degli scambi è incompleto.
partner-record-complete-in = Il registro degli scambi è completo per { $years }; per gli altri anni no.
clock-same = la stessa ora di { $host }
clock-hours = { $hours ->
    [one] { $hours } ora
   *[other] { $hours } ore
}
clock-hours-and-minutes = { $hours ->
    [one] { $hours } ora e { $minutes } minuti
   *[other] { $hours } ore e { $minutes } minuti
}
clock-ahead = { $difference } avanti rispetto a { $host }
clock-behind = { $difference } indietro rispetto a { $host }
agreement-signed = Firma
agreement-place = Luogo
agreement-method = Modalità
agreement-in-person = Di persona
agreement-video = In videoconferenza
agreement-post = Per posta
agreement-behalf = Per conto di
agreement-name-unrecorded = nome non registrato
committee-nonprofit = Associazione senza scopo di lucro
committee-informal = Gruppo di volontari
committee-city-office = Ufficio comunale
committee-founded = Fondazione: { $date }
gift-from-to = Da { $from } a { $to }
missing-terms = Quando il rapporto sia iniziato non è registrato.
missing-agreement = Non è registrato nessun accordo.
missing-place = Il luogo della città non è registrato, perciò distanza e direzione non sono indicate.
missing-end = Non è registrata nessuna decisione che abbia posto fine al rapporto.
dispute-values = { $count ->
    [one] { $count } versione
   *[other] { $count } versioni
}
claim-inferred = dedotto
claim-no-source = nessuna fonte indicata

# L’elenco delle città.
partners-heading = Città partner
partners-heading-on = Città partner al { $date }
partners-statement = Questo è ciò che oggi si sa del { $date }. Può cambiare man mano che il registro cresce.
partners-proposed = Proposte
partners-unrecorded = Elencate, senza date registrate
partners-past = Non più attuali
home-past-friendships = { $count ->
    [one] Un’altra città non più attuale o senza date registrate
   *[other] Altre { $count } non più attuali o senza date registrate
}

# Scambi.
exchanges-heading = Scambi
exchanges-heading-past = Scambi passati
exchanges-heading-with = Scambi con { $city }
exchanges-heading-past-with = Scambi passati con { $city }
exchanges-none-upcoming = Non è annunciato nulla che corrisponda.
exchanges-none-past = Non è registrato nulla che corrisponda.
exchanges-record-incomplete = Il registro è incompleto: uno scambio che qui manca può essere avvenuto lo stesso.
exchanges-more = Altri
filter-any = Qualsiasi
filter-inbound = Verso { $host }
filter-outbound = Da { $host }
exchange-kind-delegation = Delegazione
exchange-kind-student-exchange = Scambio di studenti
exchange-kind-cultural = Cultura
exchange-kind-educational = Istruzione
exchange-kind-business = Economia
exchange-kind-technical = Competenze tecniche
exchange-kind-ceremony = Cerimonia
kind-and-direction = { $kind }, { $direction }
direction-inbound = da { $cities }
direction-outbound = a { $cities }
direction-local = a { $host }
direction-online = in rete
status-tentative = Previsto
status-postponed = Rinviato
status-cancelled = Annullato
shift-before = { $date }, il giorno prima
shift-after = { $date }, il giorno dopo
exchange-previously = Data prevista in origine: { $when }
exchange-nobody-counted = Quanti abbiano partecipato non è registrato.
exchange-venue = Luogo
exchange-leader = Guida
exchange-ordinal = Nel conto delle visite
exchange-people-sum = Persone
exchange-people-remark = Chi
people-students = { $count ->
    [one] studente
   *[other] studenti
}
people-chaperones = { $count ->
    [one] accompagnatore
   *[other] accompagnatori
}
people-adults = { $count ->
    [one] adulto
   *[other] adulti
}
people-families = { $count ->
    [one] famiglia ospitante
   *[other] famiglie ospitanti
}
people-counted = { $count } { $kind }
people-in-sum = { $count ->
    [one] { $number } persona
   *[other] { $number } persone
}

# Le regole.
about-reference-point = Distanze e direzioni si contano da un solo punto: { $point }.
rule-friendship-term = Un patto di amicizia dura
rule-sister-term = Un gemellaggio dura
rule-notice-period = Un periodo si considera da rinnovare
rule-renewal-form-due = Il modulo di rinnovo va consegnato
rule-sisters-per-country = Città gemellate in uno stesso paese
rule-friendships-per-country = Città amiche in uno stesso paese
rule-friendship-needs-sponsor = Un patto di amicizia richiede un proponente in Consiglio
rule-friendship-funding = Il Comune finanzia i patti di amicizia
rule-moratorium = I nuovi rapporti sono sospesi
rule-free-room-uses-per-year = Usi gratuiti di una sala comunale per comitato, ogni anno
rule-student-exchange-minimum = Studenti necessari per uno scambio
rule-open = finché una parte non vi pone fine
rule-unlimited = senza limite
rule-yes = sì
rule-no = no
period-years = { $count ->
    [one] { $count } anno
   *[other] { $count } anni
}
period-months = { $count ->
    [one] { $count } mese
   *[other] { $count } mesi
}
period-days = { $count ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
