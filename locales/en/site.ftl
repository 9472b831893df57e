# Around every page.
site-name = { $host } Sister & Friendship Cities
site-kind = Sister & Friendship Cities
skip-to-content = Skip to content
notice-information = Notice
notice-warning = Warning
notice-emergency = Emergency
notice-dismiss = Put this notice away
menu-label = Main
menu-open = Menu
menu-partners = Cities
menu-exchanges = Exchanges
menu-about = About
menu-take-part = Take part
breadcrumb-label = You are here
breadcrumb-home = Home
footer-about = About the programme
footer-data = The data
footer-accessibility = Accessibility
footer-credits = Every fact names its source. Places are from GeoNames (CC BY 4.0), land from Natural Earth.

# Distances and directions.
distance-miles = { $miles } mi
distance-kilometres = { $kilometres } km
direction-degrees = { $compass }, { $degrees }°

# The signpost.
signpost-label = Signpost in { $host }: partner cities with their directions and distances
signpost-caption = Facing north in { $host }. Each board points to the side where the shortest way begins.
signpost-free = room for the next

# Blades.
blade-committee = Committee
blade-next = Next
blade-no-place = The place is not on record.

# Sources and what they dispute.
source-mark = source
claim-preferred = Shown here
claim-other = Also recorded
record-disputed = Where sources differ
record-missing = Not on record
record-sources = Sources

# Errors.
error-nearest = Did you mean
error-ways = Other ways on
error-not-found = There is no page here
error-preview-gone = This preview is no longer here
error-preview-gone-next = Its link has expired, was withdrawn, or was not copied whole. Ask whoever sent it for another one.
error-not-found-next = The address may be misspelt, or the page may never have been. Partners keep their pages for ever, also when a relationship has ended.
error-bad-request = This request makes no sense here
error-method = This page can only be read
error-method-next = Follow a link to it, or type its address.
error-too-long = This address is too long
error-too-long-next = No address of this site is that long. Start again from one of these pages.
error-internal = Something went wrong on our side
error-internal-next = It is not your fault, and it has been noted. Please try again in a moment.
error-unavailable = The register is away for a moment
error-unavailable-next = Please try again in a minute. Nothing is lost.

# Where nothing of the programme could be read.
site-unknown = Sister & Friendship Cities

# What is wrong with a request.
fault-once = { $name } may be given only once.
fault-text = { $name } holds signs that are no text.
fault-day = { $value } is no day that { $name } could be. Write a day of the calendar as in 2017-01-01.
fault-listed = { $value } is nothing that { $name } could be. Choose one that the list offers.
fault-host-missing = It does not say which site it is for.
fault-host-twice = It names two sites at once.
fault-host-absurd = It names a site that cannot be.

# The preview of what is not public.
preview-title = A preview, not public
preview-text = Whoever has this link sees this page until { $until }. It may still change.
