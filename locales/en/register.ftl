# What is on record, in words.

site-publisher = City of { $host }
site-of-the-city = The City’s own site
region-and-country = { $region }, { $country }

# Historic dates.
date-since = since { $date }
date-ends = { $precision ->
    [day] ends { $date }
   *[month] ends in { $date }, day not on record
}
date-ended = { $precision ->
    [day] ended { $date }
   *[month] ended in { $date }, day not on record
}
date-lapsed = { $precision ->
    [day] lapsed { $date }
   *[month] lapsed in { $date }, day not on record
}
date-between = between { $from } and { $to }
date-from-unrecorded = Start not on record
date-from-to = { $from } – { $to }
date-from-on = { $ending ->
    [unrecorded] { $from } – end not on record
   *[open] { $from } – today
}

# The two kinds.
kind-of-city = { $kind ->
    [sister] Sister city
   *[friendship] Friendship city
}
kind-explained = { $kind ->
    [sister] A lasting tie: both mayors signed a memorandum.
   *[friendship] A lighter tie: the Council approves it for a term.
}

# Standing.
standing-active-possibly = { $kind ->
    [sister] Sister city, as far as dates are known
   *[friendship] Friendship city, as far as dates are known
}
standing-expiring = { $kind ->
    [sister] Sister city, ending
   *[friendship] Friendship city, up for renewal
}
standing-dormant = { $kind ->
    [sister] Sister city, dormant
   *[friendship] Friendship city, dormant
}
standing-proposed = { $kind ->
    [sister] Proposed sister city
   *[friendship] Proposed friendship city
}
standing-unrecorded = { $kind ->
    [sister] Listed as a sister city
   *[friendship] Listed as a friendship city
}
standing-lapsed = { $kind ->
    [sister] Former sister city
   *[friendship] Former friendship city
}
standing-ended = { $kind ->
    [sister] Former sister city
   *[friendship] Former friendship city
}
standing-no-dates = no dates on record
standing-dormant-since-unrecorded = since when is not on record
standing-applied = applied { $date }
standing-approved = approved { $date }
standing-lapsed-by-policy = { $lapsed }, by policy

# What a standing rests on.
rests-on-certain = The dates on record leave no doubt about it.
rests-on-possible = A date that matters is not known to the day: this is what the record makes most likely.
rests-on-listing = A source lists the city, and no dates of the relationship are on record.
rests-on-application = It rests on an application.
rests-on-policy = The term ended by the policy of its time. No record of a renewal or of its end is known.
rests-on-disputed = A source ({ $seen }) still lists the city.

# A relationship's story.
story-dormant = Dormant
story-became = { $kind ->
    [sister] It became a sister city.
   *[friendship] It became a friendship city.
}
story-renewed = Renewed without a gap.
story-lapsed-by-policy = Ended by the policy of its time, not renewed.
story-ends-by-policy = Ends by the policy of its time unless renewed.
story-ended-by-party = A party ended it.
story-start-day-unrecorded = The day of its start is not on record.
story-end-day-unrecorded = Ends in { $end }; the day is not on record.
story-sponsor = Sponsored by { $name }.
story-approved = Approved by the { $council }: { $date }.
story-resolution = Resolution No. { $number }.
story-vote = Vote: { $ayes } in favour, { $noes } against.
story-agenda = Agenda item { $item }.
story-record-number = Clerk’s record { $number }.
story-applied = { $kind ->
    [sister] Applied to become a sister city
   *[friendship] Applied to become a friendship city
}
story-application-approved = Approved.
story-application-declined = Declined.
story-application-withdrawn = Withdrawn.
story-listed = { $kind ->
    [sister] Listed as a sister city
   *[friendship] Listed as a friendship city
}

# A partner.
partner-spellings = Also listed as { $spellings }.
partner-people-counted = { $people } counted in the exchanges on record
partner-record-incomplete = The record of exchanges is incomplete.
partner-record-complete-in = The record of exchanges is complete for { $years }; for other years it is not.
clock-same = the same time as in { $host }
clock-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
clock-hours-and-minutes = { $hours ->
    [one] { $hours } hour { $minutes } minutes
   *[other] { $hours } hours { $minutes } minutes
}
clock-ahead = { $difference } ahead of { $host }
clock-behind = { $difference } behind { $host }
agreement-signed = Signed
agreement-place = Place
agreement-method = How
agreement-in-person = In person
agreement-video = By video
agreement-post = By post
agreement-behalf = On behalf of
agreement-name-unrecorded = name not on record
committee-nonprofit = Non-profit association
committee-informal = Group of volunteers
committee-city-office = Office of the city
committee-founded = Founded { $date }
gift-from-to = From { $from } to { $to }
missing-terms = When the relationship began is not on record.
missing-agreement = No agreement is on record.
missing-place = The city’s place is not on record, so its distance and direction are not shown.
missing-end = No decision that ended the relationship is on record.
dispute-values = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
claim-inferred = inferred
claim-no-source = no source named

# The list of partners.
partners-heading = Partner cities
partners-heading-on = Partner cities on { $date }
partners-statement = This is what is known today about { $date }. It may change as the record grows.
partners-proposed = Proposed
partners-unrecorded = Listed, without dates on record
partners-past = No longer current
home-past-friendships = { $count ->
    [one] { $count } more that is not current, or whose dates are not on record
   *[other] { $count } more that are not current, or whose dates are not on record
}

# Exchanges.
exchanges-heading = Exchanges
exchanges-heading-past = Past exchanges
exchanges-heading-with = Exchanges with { $city }
exchanges-heading-past-with = Past exchanges with { $city }
exchanges-none-upcoming = Nothing is announced that fits.
exchanges-none-past = Nothing is recorded that fits.
exchanges-record-incomplete = The record is incomplete: an exchange that is missing here may still have been held.
exchanges-more = More
filter-any = Any
filter-inbound = To { $host }
filter-outbound = From { $host }
exchange-kind-delegation = Delegation
exchange-kind-student-exchange = Student exchange
exchange-kind-cultural = Culture
exchange-kind-educational = Education
exchange-kind-business = Business
exchange-kind-technical = Know-how
exchange-kind-ceremony = Ceremony
kind-and-direction = { $kind }, { $direction }
direction-inbound = from { $cities }
direction-outbound = to { $cities }
direction-local = in { $host }
direction-online = online
status-tentative = Expected
status-postponed = Postponed
status-cancelled = Cancelled
shift-before = { $date }, the day before
shift-after = { $date }, the day after
exchange-previously = Was planned for { $when }
exchange-nobody-counted = How many took part is not on record.
exchange-venue = Place
exchange-leader = Led by
exchange-ordinal = In the count of visits
exchange-people-sum = People
exchange-people-remark = Who
people-students = { $count ->
    [one] student
   *[other] students
}
people-chaperones = { $count ->
    [one] chaperone
   *[other] chaperones
}
people-adults = { $count ->
    [one] adult
   *[other] adults
}
people-families = { $count ->
    [one] host family
   *[other] host families
}
people-counted = { $count } { $kind }
people-in-sum = { $count ->
    [one] { $number } person
   *[other] { $number } people
}

# The policy.
about-reference-point = Distances and directions are counted from one point: { $point }.
rule-friendship-term = A friendship lasts
rule-sister-term = A sister relationship lasts
rule-notice-period = A term counts as up for renewal
rule-renewal-form-due = The form for a renewal is due
rule-sisters-per-country = Sister cities in one country
rule-friendships-per-country = Friendship cities in one country
rule-friendship-needs-sponsor = A friendship needs a sponsor on the Council
rule-friendship-funding = The City funds friendships
rule-moratorium = New relationships are suspended
rule-free-room-uses-per-year = Free uses of a City room by a committee, each year
rule-student-exchange-minimum = Students that an exchange of students needs
rule-open = until a party ends it
rule-unlimited = any number
rule-yes = yes
rule-no = no
period-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
period-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
period-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
