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

# What search engines and previews say of a page.
home-description = Our sister and friendship cities: who they are, what we do together, and how to take part.
about-description = What the sister and friendship city programme of { $host } is, and the policy it follows.
partners-description = The sister and friendship cities of { $host }, today and on any day since the first.
partner-description = { $city }: { $standing }. The relationship, its agreements, exchanges and people.
exchanges-description = Delegations, student exchanges and festivals of { $host } with its partner cities.
exchange-description = { $title }: { $when }.
