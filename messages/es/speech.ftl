# Cómo se dicen los montos, las fechas y los acuerdos dentro de una llamada.
currency-MXN = pesos
currency-COP = pesos
currency-CLP = pesos
currency-ARS = pesos
currency-PEN = soles
currency-EUR = euros
currency-USD = dólares
currency-CLF = UF
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
spoken-amount = { $figure } { $currency }
spoken-date = el { $weekday } { $day } de { $month }
spoken-plan-from = { $count ->
    [1] un pago de { $amount } { $date }
   *[other] { $count } pagos de { $amount }, el primero { $date }
 }
spoken-plan = { $count ->
    [1] un pago de { $amount }
   *[other] { $count } pagos de { $amount }
 }
spoken-each = { $times ->
    [1] { $amount } al mes
    [2] { $amount } por quincena
   *[other] { $amount } por semana
 }
spoken-each-from = { $times ->
    [1] { $amount } al mes, desde { $date }
    [2] { $amount } por quincena, desde { $date }
   *[other] { $amount } por semana, desde { $date }
 }
spoken-payment-on = { $amount } { $date }
spoken-payment = { $amount }
spoken-day = { $date }
spoken-both = { $one } y { $other }
spoken-last = { $rest }, y uno último de { $last }
spoken-down-undated = { $down } y { $rest }
spoken-down = { $down } { $date } y { $rest }
spoken-that = así como quedamos
spoken-today = hoy
spoken-tomorrow = mañana
calendar-date = { $day } de { $month } de { $year }
