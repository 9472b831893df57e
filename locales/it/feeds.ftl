calendar-name = { $what } · { $site }
calendar-description = Delegazioni, scambi di studenti e feste di { $host } con le sue città partner. Ciò che è annullato rimane, e lo dice.
calendar-summary = { $status }: { $title }
calendar-new-date = Nuova data: { $when }

feed-calendar = Calendario degli scambi
feed-exchanges = Scambi
feed-news = Novità dei nostri legami

news-applied = { $city }: domanda di { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  }
news-signed = { $city }: firmato «{ $title }»
news-begun = { $city }: inizia il { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  }
news-renewed = { $city }: rinnovato il { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  }
news-changed = { $city } diventa { $kind ->
    [sister] città gemellata
   *[friendship] città amica
  }
news-expiring = { $city }: il { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  } termina il { $end } salvo rinnovo
news-lapsed = { $city }: scaduto il { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  }
news-ended = { $city }: terminato il { $kind ->
    [sister] gemellaggio
   *[friendship] patto di amicizia
  }

subscribe-heading = Abbonati
subscribe-lede = Il tuo calendario si aggiorna da solo: ciò che qui viene spostato, rinominato o annullato cambia anche là.
subscribe-link = Abbonati a questo calendario
subscribe-address = L’indirizzo di questo calendario:
subscribe-apple = Calendario di Apple e Thunderbird: segui il collegamento qui sopra.
subscribe-google = Google Calendar, da computer: Altri calendari, Da URL; incolla l’indirizzo. Cerca le modifiche circa una volta al giorno e non mostra ciò che è annullato: per sicurezza guarda qui.
subscribe-outlook = Outlook: Aggiungi calendario, Sottoscrivi dal Web; incolla l’indirizzo.
subscribe-atom = Per un lettore di feed:
subscribe-once = Aggiungi a un calendario

data-downloads = Scaricali
data-downloads-words = Le date hanno la precisione che si conosce: un giorno, un mese o un anno. I file degli scambi sono nell’ordine dei loro identificatori, che non cambiano mai.
data-catalogue = La descrizione di questi file per i cataloghi di dati aperti (DCAT):
data-api = Lo stesso per i programmi che chiedono una cosa alla volta:
data-changed = Il registro è stato modificato l’ultima volta il { $date }.
data-licence = Licenza:
data-no-licence = Nessuna licenza è indicata.
download-partners = Città gemellate e città amiche di { $host }
download-partners-words = Ogni città con i suoi nomi, il suo luogo e lo stato attuale del rapporto.
download-terms = Periodi dei rapporti di { $host }
download-terms-words = Ogni periodo con le sue date, il voto del Consiglio e le fonti su cui poggia.
download-exchanges = Scambi di { $host } con le sue città partner
download-exchanges-words = Ogni scambio con ora e luogo, se si tiene e chi ha partecipato.
download-wikidata = Città partner di { $host } per Wikidata
download-wikidata-words = Ogni città partner che vi ha un elemento, come dichiarazione con inizio, fine e fonte, pronta per QuickStatements.

error-not-as-wanted = Ciò che hai non è più ciò che c’è qui
error-not-as-wanted-next = È cambiato nel frattempo. Richiedi senza la condizione.
