# Contradicciones y caminos sin salida de un escenario: título y remedio.
diag-line-too-long = esta frase tiene { $length } letras: nadie habla así por teléfono
diag-line-too-long-help = pártala en dos frases de la lista, o déjela en menos de { $most } letras

diag-past-due-in-future = esto vence el { $date }, después de la llamada
diag-past-due-in-future-help = lo vencido venció antes de `date:`: corrija una de las dos fechas
diag-history-in-future = esto pasó el { $date }, después de la llamada
diag-history-in-future-help = el historial es anterior a `date:`: corrija una de las dos fechas
diag-min-payment-over-balance = el pago mínimo es más que todo lo que se debe
diag-min-payment-over-balance-help = corrija `min_payment` o `balance`
diag-undisputed-over-past-due = lo que se reconoce es más que lo vencido
diag-undisputed-over-past-due-help = `undisputed` es la parte de `past_due` que nadie discute
diag-currency-of-another-country = aquí se debe en { $currency }, y la moneda del país es { $usual }
diag-currency-of-another-country-help = corrija `currency` o el país de `language`
diag-nothing-to-verify = no hay ningún dato con que comprobar con quién se habla
diag-nothing-to-verify-help = agregue `verify:` con uno o dos datos (`label` y `value`)
diag-cents-without-currency = { $currency } no tiene centavos
diag-cents-without-currency-help = escriba el monto sin decimales
diag-call-on-sunday = la llamada es en domingo
diag-call-on-sunday-help = en domingo no se cobra (en varios países la ley lo prohíbe): elija un día hábil
diag-history-long-ago = entre la llamada y lo último del expediente ({ $date }) pasan años
diag-history-long-ago-help = revise el año de `date:`, o cuente en `history:` qué pasó desde entonces
diag-patience-gone-at-start = sin paciencia, cuelga antes de decir nada
diag-patience-gone-at-start-help = dé a `patience` un comienzo mayor que 0
diag-opens-at-once = desde el comienzo tiene confianza para decir la verdad
diag-opens-at-once-help = suba `opens_at` por encima de `trust`, o baje `trust`
diag-trust-out-of-reach = la confianza no pasa de { $most }: a `{ $name }` no se llega nunca
diag-trust-out-of-reach-help = baje `{ $name }`, o suba el `max` de `trust`
diag-shuffle-out-of-bounds = el sorteo sale de los límites de la persona ({ $range })
diag-shuffle-out-of-bounds-help = deje los extremos dentro de { $range }, o cambie `min` y `max` en `persona:`
diag-line-never-said = nadie llega a decir `{ $name }` en esta llamada
diag-line-never-said-help = agregue `passes_on:` para que pase el teléfono, o quite estas frases
diag-outcome-listed-twice = `{ $name }` está como bueno y como aceptable
diag-outcome-listed-twice-help = déjelo en una de las dos listas
diag-outcome-impossible = esta llamada no puede terminar en `{ $name }`
diag-outcome-impossible-help = { $name ->
    [paid] el día de la llamada no tiene con qué pagar todo lo vencido: revise `means` o quite este desenlace
    [promise_kept] no tiene con qué pagar nada: revise `means` o quite este desenlace
    [plan] no hay con qué, o `policy:` no deja pagar en partes: revise `means` y `max_installments`, o quite este desenlace
    [hardship_referral] `policy:` no tiene ningún programa en `hardship:`
    [dispute_registered] ninguna objeción tiene un acto `dispute.…`
    [right_refusal] ninguna objeción tiene `stops_collection:`, y contesta la persona buscada
   *[other] revise `answered_by:` y `policy:`, o quite este desenlace
}
diag-outcome-never-good = `{ $name }` no puede ser un buen final
diag-outcome-never-good-help = quítelo de `good:`

diag-objection-only-hardens = todo lo que haría ceder la objeción `{ $id }` también la endurece
diag-objection-only-hardens-help = dé puntos en `yields_to` a algún acto que no esté en `hardens_on`
diag-objection-needs-too-much-trust = la objeción `{ $id }` espera una confianza que no se alcanza: el máximo es { $most }
diag-objection-needs-too-much-trust-help = baje `needs_trust`, o suba el `max` de `trust`
diag-answer-shadowed = `{ $other }` contesta a lo mismo antes: esto se dice solo cuando se agotan sus frases
diag-answer-shadowed-help = junte las dos respuestas, o dé a cada una su `when:`
diag-rule-shadowed = `{ $other }` termina la llamada con la misma condición
diag-rule-shadowed-help = ponga esta regla antes, o cambie una de las condiciones
diag-rule-resolves-too-late = cuando la condición se cumple, la objeción `{ $id }` no es la que está delante
diag-rule-resolves-too-late-help = las objeciones ceden en su orden: pida en `when:` solo lo que viene antes
diag-claim-after-truth = el hecho `{ $name }` ya salió en una objeción anterior: nadie creería la otra versión
diag-claim-after-truth-help = ponga `claims:` en una objeción de más afuera, o quítelo
diag-signals-without-deal = da señales de acuerdo y no hay acuerdo posible
diag-signals-without-deal-help = revise `agrees_at`, `means` y `policy.hardship`, o quite `signals:`
diag-objection-of-business = la objeción `{ $id }` es de empresas, y aquí debe una persona
diag-objection-of-business-help = escriba `segment: business`, o elija otra de `ensayo list objections`
diag-yields-to-what-hangs-up = `{ $act }` haría ceder la objeción y también hace colgar
diag-yields-to-what-hangs-up-help = quítelo de `yields_to` o de `hangs_up_on`
diag-fact-waits-for-itself = el hecho `{ $name }` sale solo cuando ya salió
diag-fact-waits-for-itself-help = quite `disclosed("{ $name }")` de la condición que lo hace salir, o haga que salga en una objeción

diag-when-never-true = esta condición no se cumple nunca
diag-when-never-true-help = revise los números (`trust` y `patience` van de su `min` a su `max`) y el orden de las objeciones
diag-topic-unused = nada espera el tema `{ $name }`
diag-topic-unused-help = nómbrelo como `topic.{ $name }` en una respuesta, una objeción o una condición, o quítelo
diag-topic-repeats-another = el tema `{ $other }` ya oye esto mismo
diag-topic-repeats-another-help = deje el patrón en uno de los dos temas
