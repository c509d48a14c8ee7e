# How amounts, dates and agreements are said inside a call.
currency-MXN = pesos
currency-COP = pesos
currency-CLP = pesos
currency-ARS = pesos
currency-PEN = soles
currency-EUR = euros
currency-USD = dollars
currency-CLF = UF
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
spoken-amount = { $figure } { $currency }
spoken-date = { $weekday }, { $month } { $day }
spoken-plan-from = { $count ->
    [1] one payment of { $amount } { $near ->
        [yes] { $date }
       *[no] on { $date }
    }
   *[other] { $count } payments of { $amount }, the first { $near ->
        [yes] { $date }
       *[no] on { $date }
    }
}
spoken-plan = { $count ->
    [1] one payment of { $amount }
   *[other] { $count } payments of { $amount }
}
spoken-each = { $times ->
    [1] { $amount } a month
    [2] { $amount } every two weeks
   *[other] { $amount } a week
}
spoken-each-from = { $times ->
    [1] { $amount } a month, starting { $date }
    [2] { $amount } every two weeks, starting { $date }
   *[other] { $amount } a week, starting { $date }
}
spoken-payment-on = { $amount } { $near ->
    [yes] { $date }
   *[no] on { $date }
}
spoken-payment = { $amount }
spoken-day = { $near ->
    [yes] { $date }
   *[no] on { $date }
}
spoken-both = { $one } and { $other }
spoken-last = { $rest }, and a last one of { $last }
spoken-down-undated = { $down } and { $rest }
spoken-down = { $down } { $date } and { $rest }
spoken-that = the way we said
spoken-today = today
spoken-tomorrow = tomorrow
calendar-date = { $month } { $day }, { $year }
