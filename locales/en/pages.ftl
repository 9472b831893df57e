# Both kinds of relationship.
sister-cities = Sister cities
friendship-cities = Friendship cities

# The front page.
home-all-partners = Meet our partner cities
home-what-is-a-sister = What a sister city is
home-upcoming = Coming up
home-all-exchanges = All exchanges
home-nothing-upcoming = No exchange has been announced yet. Past exchanges are on record.
home-courtyard = The signpost in the courtyard
home-in-touch = In touch
home-take-part = Whom to write to, city by city
home-in-touch-words = Volunteers on both sides keep these ties alive. Ask how to host a student, join a committee or propose an exchange.

# The list of partners.
partners-lede = Every city that the programme has known, with what the relationship is today. Choose another day to see what it was then.
partners-on = As of
partners-on-show = Show that day
partners-today = Back to today
partners-none = No relationship is on record for that day.

# A partner.
partner-clock = There, now
partner-distance = Distance
partner-names = Names
partner-relationship = The relationship
partner-no-terms = The programme lists this city, but no dates of the relationship are on record.
partner-agreement = The agreement
partner-no-signatories = Who signed is not on record.
partner-committee = Committee
partner-no-committee = No committee is on record.
committee-no-address = No address of theirs is on record.
partner-exchanges = Exchanges
partner-all-exchanges = All exchanges with this city
partner-no-exchanges = None recorded; the record is incomplete.
partner-gifts = Gifts
partner-record = About this record
gift-no-place = Where it is now is not on record.

# Exchanges.
exchanges-period = When
exchanges-upcoming = Coming up
exchanges-past = Held before
exchanges-nearest = The nearest to what you asked for
filter-partner = City
filter-kind = Kind
filter-direction = Direction
filter-show = Show
filter-clear = Show all

# An exchange.
exchange-particulars = Particulars
exchange-people = Who took part
exchange-with = With
exchange-more = More exchanges with the same cities

# The programme.
about-policy = The policy in force
about-facts = Where the facts come from
about-facts-words = Every fact in this register names its source and how sure it is. Dates are shown with the precision that is known and no more. Where sources differ, the register keeps each value; where the record is incomplete, it says so.

# How to take part.
take-part-associations = Associations
take-part-associations-words = Volunteers on both sides. Write to the one whose city you care about.
take-part-here = In
take-part-without = No association is on record for these cities; the City can tell who cares for them:
take-part-calendars = In your calendar
take-part-city = The City
take-part-city-words = For everything else: a city that you would like as a partner, a visit that is planned, a fact that is wrong here.
take-part-no-contact = No address for this is on record yet.
take-part-policy = The whole policy

# The data.
data-heading = The data
data-lede = This site is a register: what it shows is kept as data, fact by fact.
data-numbers = What is on record
data-partners = Partner cities
data-terms = Terms of relationships
data-exchanges = Exchanges
data-sources = Sources
data-claims = Statements, each with the source it rests on
data-history = Nothing is overwritten: every change is on record with who made it, when and why.
data-use = Use it
data-use-words = Names, dates and places are facts that everybody may use. Please name the City as your source, and the day on which you read it: the register grows.
data-mistake = Something is wrong
data-mistake-words = Tell us what, and if you can, where it stands otherwise. What sources say differently is kept side by side until somebody settles it.

# The accessibility statement.
accessibility-heading = Accessibility
accessibility-lede = Everybody gets the same facts here: on an old phone, by keyboard, by a screen reader, on paper.
accessibility-standard = What we hold to
accessibility-standard-words = The Web Content Accessibility Guidelines (WCAG) 2.2, level AA, on every page.
accessibility-keyboard = Everything can be reached and used by keyboard, in the order in which it is read, and what has the focus is seen.
accessibility-readers = Every picture has its facts in words beside it or behind it. Headings, lists and tables are what they look like.
accessibility-sight = Text can be made four times as large, and colours can be yours: light, dark, or those of your system. Colour alone never says anything.
accessibility-means = No page needs a script, a cookie, or more than a narrow screen. Every page prints as a clean record.
accessibility-tested = How we know
accessibility-tested-words = Every page is checked by program with each change, in light and dark, wide and narrow; the keyboard's way through the menu and the lists is checked in a real browser.
accessibility-limits = What we know to be hard
accessibility-limits-words = Documents of former times are often scans. None is published here without its text beside it; the scan itself may not speak to a screen reader. Names in rarer scripts need a font for them on your device.
accessibility-barrier = Where something stands in your way
accessibility-barrier-words = Tell us on which page, and what you use to read it. You will get what you looked for in another way, and the page will be mended.

# What search engines and previews say of a page.
home-description = Our sister and friendship cities: who they are, what we do together, and how to take part.
about-description = What the sister and friendship city programme of { $host } is, and the policy it follows.
partners-description = The sister and friendship cities of { $host }, today and on any day since the first.
partner-description = { $city }: { $standing }. The relationship, its agreements, exchanges and people.
exchanges-description = Delegations, student exchanges and festivals of { $host } with its partner cities.
exchange-description = { $title }: { $when }.
take-part-description = Whom to write to about the sister and friendship cities of { $host }, and how a friendship begins.
data-description = What is on record of the sister and friendship cities of { $host }, and where it comes from.
accessibility-description = What this site holds to so that everybody can use it, and where to tell of a barrier.
