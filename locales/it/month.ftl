month-heading = Scambi, { $month }
month-heading-with = Scambi con { $city }, { $month }
month-by-month = Mese per mese
month-ways = Altri mesi
month-this = Questo mese
month-today = Oggi
month-goes-on = giorno { $day } di { $days }
month-more = { $count ->
    [one] e un altro
   *[other] e altri { $number }
}
month-nothing = Per questo mese non è annunciato nulla che corrisponda.
month-nothing-past = Per questo mese non è registrato nulla che corrisponda. Il registro è incompleto: uno scambio che qui manca può essere avvenuto lo stesso.
month-nearest = I mesi più vicini con scambi:
month-out-of-range = Così lontano non è registrato nulla.
month-out-of-range-next = Il registro degli scambi va da { $first } a { $last }.
month-description = Scambi di { $host } con le sue città partner, { $month }, giorno per giorno.
exchanges-on-day = Scambi: { $day }
exchanges-none-on-day = Per quel giorno non è registrato nulla che corrisponda.
fault-month = { $value } non è un mese. Scrivi anno e mese come 2026-11; i mesi vanno da 01 a 12.
