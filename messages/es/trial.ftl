# Las pruebas de los escenarios.
help-test = Juega las pruebas de los escenarios y dice cuáles no salieron como se esperaba
help-test-long = Juega las pruebas que traen los escenarios (`tests:`), cada una con todas sus semillas, y dice cuáles no salieron como se esperaba: qué se esperaba, qué pasó, en qué turno se decidió y cómo repetir la llamada.

    Sin nombres juega las de todos los escenarios.
help-test-after =
    Códigos de salida:
    {"  "}0  todas las pruebas salieron como se esperaba
    {"  "}1  alguna no, la cobertura no alcanza, o algo no se pudo leer
help-test-scenarios = Escenarios, por su nombre o por su archivo; sin nada, todos
help-test-rubric = Pauta con la que se califica donde la prueba pide un puntaje
help-test-coverage = Dice también a qué parte de cada escenario llegan sus pruebas, y a qué no llega ninguna
help-test-at_least = Cobertura que cada escenario debe alcanzar, en por ciento (de 0 a 100)
help-test-jobs = Cuántos escenarios se prueban a la vez; 0, tantos como núcleos haya. El resultado es el mismo con cualquier número
help-test-format = Texto para leer, o un documento JSON con todo lo que pasó en cada llamada
value-percent = PORCENTAJE
typed-percent = escriba un número entero de 0 a 100

test-none = no tiene pruebas
test-line = { $failed ->
    [0] { $name } ({ $calls ->
        [one] 1 llamada
       *[other] { $calls } llamadas
    })
   *[other] { $name } ({ $calls ->
        [one] la llamada falla
       *[other] { $failed ->
            [one] falla 1 de { $calls } llamadas
           *[other] fallan { $failed } de { $calls } llamadas
        }
    })
}
test-seed = semilla { $seed }
test-outcome = debía terminar en { $wanted }; terminó en { $came }
test-withheld = debía salir el hecho { $fact }; no salió
test-came-out = no debía salir el hecho { $fact }; salió
test-unresolved = debía ceder la objeción { $objection }; no cedió
test-trust = la confianza debía quedar { $wanted }; quedó en { $came }
test-patience = la paciencia debía quedar { $wanted }; quedó en { $came }
test-mood = el ánimo debía quedar en { $wanted }; quedó en { $came }
test-not-understood = podía no entender { $most ->
    [0] ningún turno
    [one] 1 turno
   *[other] { $most } turnos
}; no entendió { $came }
test-score = el puntaje debía quedar { $wanted }; quedó en { $came }
test-unjudged = el puntaje debía quedar { $wanted }; la llamada no se pudo calificar completa
test-band = de { $from } a { $to }
test-band-from = de { $from } para arriba
test-band-to = de { $to } para abajo
test-band-open = en cualquier valor
test-unsaid = la llamada terminó antes; { $count ->
    [one] quedó 1 línea sin decir
   *[other] quedaron { $count } líneas sin decir
}
test-replay = Para repetirla: { $command }
test-summary = { $tests ->
    [one] 1 prueba
   *[other] { $tests } pruebas
}, { $calls ->
    [one] 1 llamada
   *[other] { $calls } llamadas
}: { $failed ->
    [0] todo salió como se esperaba.
    [one] falla 1 prueba.
   *[other] fallan { $failed } pruebas.
}
test-too-little = las pruebas de `{ $scenario }` llegan al { $percent } %, y se pide el { $least } %
test-coverage = Cobertura: { $percent } % ({ $counts })
test-coverage-voiced = objeciones dichas { $reached }/{ $of }
test-coverage-gave-way = objeciones que ceden { $reached }/{ $of }
test-coverage-lines = frases { $reached }/{ $of }
test-coverage-facts = hechos { $reached }/{ $of }
test-coverage-outcomes = desenlaces { $reached }/{ $of }
test-missed-voiced = Objeciones que nadie llega a oír: { $ids }
test-missed-gave-way = Objeciones que nunca ceden: { $ids }
test-missed-lines = Frases que nunca se dicen: { $ids }
test-missed-facts = Hechos que nunca salen: { $ids }
test-missed-outcomes = Desenlaces a los que ninguna llega: { $ids }

diag-test-without-name = la prueba no tiene nombre
diag-test-without-name-help = diga en pocas palabras qué muestra esta llamada
diag-test-repeated = ya hay una prueba llamada «{ $name }»
diag-test-repeated-help = cambie uno de los dos nombres: por el nombre se sabe cuál falló
diag-test-without-seeds = la prueba no se juega con ninguna semilla
diag-test-without-seeds-help = escriba una o varias, como `seeds: [1, 7]`, o quite `seeds:`
diag-test-contradiction = el hecho `{ $name }` no puede salir y quedarse guardado
diag-test-contradiction-help = déjelo en `discloses:` o en `keeps:`, no en los dos
diag-test-expects-nothing = esta prueba no espera nada, y no puede fallar
diag-test-expects-nothing-help = diga qué debe pasar: `outcome`, `discloses`, `keeps`, `resolves`, `trust`, `patience`, `mood`, `score` o `not_understood`
diag-test-empty-band = ningún valor, o cualquiera, cabe aquí
diag-test-empty-band-help = escriba `from:`, `to:` o los dos, el menor primero
