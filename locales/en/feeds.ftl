# Calendars.
calendar-name = { $what } · { $site }
calendar-description = Delegations, student exchanges and festivals of { $host } with its partner cities. What is cancelled stays, and says so.
calendar-summary = { $status }: { $title }
calendar-new-date = New date: { $when }

# Feeds.
feed-calendar = Calendar of exchanges
feed-exchanges = Exchanges
feed-news = News of our relationships

# What is new about a relationship.
news-applied = { $city }: an application for a { $kind ->
    [sister] sister relationship
   *[friendship] friendship
  }
news-signed = { $city }: { $title } signed
news-begun = { $city }: { $kind ->
    [sister] the sister relationship
   *[friendship] the friendship
  } begins
news-renewed = { $city }: { $kind ->
    [sister] the sister relationship
   *[friendship] the friendship
  } is renewed
news-changed = { $city } becomes a { $kind ->
    [sister] sister city
   *[friendship] friendship city
  }
news-expiring = { $city }: { $kind ->
    [sister] the sister relationship
   *[friendship] the friendship
  } ends { $end } unless renewed
news-lapsed = { $city }: { $kind ->
    [sister] the sister relationship
   *[friendship] the friendship
  } has lapsed
news-ended = { $city }: { $kind ->
    [sister] the sister relationship
   *[friendship] the friendship
  } is ended

# How to subscribe.
subscribe-heading = Subscribe
subscribe-lede = Your calendar then follows by itself: what is moved, renamed or cancelled here changes there.
subscribe-link = Subscribe to this calendar
subscribe-address = The address of this calendar:
subscribe-apple = Apple Calendar and Thunderbird: follow the link above.
subscribe-google = Google Calendar, on a computer: Other calendars, From URL; paste the address. It looks for changes about once a day, and leaves out what is cancelled: look here to be sure.
subscribe-outlook = Outlook: Add calendar, Subscribe from web; paste the address.
subscribe-atom = For a feed reader:
subscribe-once = Put into a calendar

# Files of data.
data-downloads = Take it along
data-downloads-words = Dates are as precise as they are known: a day, a month or a year. Files of exchanges are in the order of their identifiers, which never change.
data-catalogue = The description of these files for catalogues of open data (DCAT):
data-api = The same for programs that ask one thing at a time:
data-changed = The record was last changed on { $date }.
data-licence = Licence:
data-no-licence = No licence is stated.
download-partners = Sister and friendship cities of { $host }
download-partners-words = Each city with its names, its place, and what the relationship is today.
download-terms = Terms of the relationships of { $host }
download-terms-words = Each term with its dates, the Council’s vote, and the sources it rests on.
download-exchanges = Exchanges of { $host } with its partner cities
download-exchanges-words = Each exchange with its time, its place, whether it is on, and who took part.
download-wikidata = Partner cities of { $host } for Wikidata
download-wikidata-words = Each partner with an item there, as a statement with its start, its end and its source, ready for QuickStatements.

# What is wrong with a request.
error-not-as-wanted = What you have is no longer what is here
error-not-as-wanted-next = It was changed since. Ask again without the condition.
