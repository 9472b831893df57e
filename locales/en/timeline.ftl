# The timeline.

menu-timeline = Timeline
timeline-heading = Timeline
timeline-lede = Every relationship since the first, one lane each. Where a date is not known to the day, the lane leaves it open.
timeline-today = Today
timeline-label = Timeline of the relationships of { $host }: one lane for each partner city
timeline-lane = { $city }: { $story }
timeline-none = No relationship is on record yet.
timeline-table = The same as a table
timeline-story = What there was
timeline-not-yet = Nothing on record yet
timeline-approved = { $kind ->
    [sister] Approved as a sister city
   *[friendship] Approved as a friendship city
}
timeline-key-sister = Sister city
timeline-key-friendship = Friendship city; a stroke where it was renewed
timeline-key-dormant = Dormant
timeline-key-possibly = Perhaps: the day is not on record
timeline-key-proposed = Proposed
timeline-key-listed = Listed, without dates
timeline-description = The sister and friendship cities of { $host } through the years: when each began, slept, was renewed or ended.
