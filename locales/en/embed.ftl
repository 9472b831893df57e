# The list of exchanges in a frame of another site.
embed-offer = Show this list on your own site
embed-how = Copy this into a page of yours. It stays current by itself, sets no cookie and needs no script.
embed-look = See what it shows
embed-list = The list
embed-more = All of them
