# A month of exchanges.

month-heading = Exchanges in { $month }
month-heading-with = Exchanges with { $city } in { $month }
month-by-month = Month by month
month-ways = Other months
month-this = This month
month-today = Today
month-goes-on = day { $day } of { $days }
month-more = { $count ->
    [one] and { $number } more
   *[other] and { $number } more
}
month-nothing = Nothing is announced for this month that fits.
month-nothing-past = Nothing is recorded for this month that fits. The record is incomplete: an exchange that is missing here may still have been held.
month-nearest = The nearest months with exchanges:
month-out-of-range = Nothing is on record that far away.
month-out-of-range-next = The record of exchanges reaches from { $first } to { $last }.
month-description = Exchanges of { $host } with its partner cities in { $month }, day by day.
exchanges-on-day = Exchanges on { $day }
exchanges-none-on-day = Nothing is recorded for that day that fits.
fault-month = { $value } is no month. Write the year and the month as in 2026-11; months run from 01 to 12.
