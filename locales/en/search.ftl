# The filter of exchanges.
filter-text = Words

# What is wrong with a request.
fault-words = { $name } may have at most 200 characters.
fault-missing = { $name } is missing: say what it is.
fault-unknown = { $name } is no filter here. There are: { $known }.

# The search.
search-heading = Search
search-heading-words = Search: { $words }
search-words = What are you looking for?
search-find = Search
search-hint = A city in any script, an exchange, a text, a document, or a year. A slip of the hand is forgiven.
search-open = Search
search-partners = Cities
search-exchanges = Exchanges
search-texts = Texts
search-documents = Documents
search-more-upcoming = All of these coming up
search-more-past = All of these held before
search-reason-name = Also known as
search-reason-with = With { $cities }
search-reason-similar = Similar to “{ $word }”
search-similar = Nothing on record says “{ $words }”. This is nearly what it says:
search-nothing-label = Nothing found
search-nothing = Nothing on record says “{ $words }”.
search-parts = Look for each word by itself
search-year-some = Exchanges are on record in { $year }.
search-year-none = No exchange is on record in { $year }.
search-year-all-complete = The record of { $year } is complete for every city.
search-year-complete = The record of { $year } is complete for { $cities }; for other cities nobody has said so, and there may have been more.
search-year-incomplete = Nobody has said that the record of { $year } is complete: there may have been more.
search-description = Find the cities, exchanges, texts and documents of the sister and friendship cities of { $host }.
