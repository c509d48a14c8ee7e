# Llamadas simuladas: agentes de guion contra los deudores de práctica.
help-simulate = Hace jugar un escenario a agentes de guion, miles de veces, y cuenta en qué termina
help-simulate-long = Hace jugar un escenario a agentes de guion, miles de veces, y cuenta en qué termina.

    Los agentes hablan en texto libre y el deudor los oye como a una persona: no ven su estado, solo el expediente y lo que dice. Sirve para saber si un escenario se puede ganar con oficio y no se gana a la fuerza. Sin nombres juega todos los escenarios. Con la misma semilla el resultado es el mismo, con los hilos que sean. Una llamada que no termina en 40 turnos cuenta como abandonada.
help-simulate-scenarios = Escenarios: sus nombres o archivos; sin nada, todos
help-simulate-agent = Agente: all (todos los de su idioma), un nombre (skilled, hurried, passive, rambling, pushy) o un archivo; puede repetirse
help-simulate-runs = Llamadas de cada agente
help-simulate-seed = Semilla: con la misma, las llamadas son las mismas
help-simulate-jobs = Hilos; si no, tantos como núcleos
help-simulate-format = Texto con tabla y barras, un documento JSON o un gráfico SVG
help-simulate-out = Archivo donde escribir; si no, la salida estándar
help-simulate-show = En vez de contar, muestra la llamada número N de cada agente
value-agent = AGENTE
value-runs = LLAMADAS
value-run = N
list-agents = Agentes

simulate-heading = { $title } ({ $scenario }, nivel { $level })
simulate-runs = { $runs ->
    [one] 1 llamada de cada agente
   *[other] { $runs } llamadas de cada agente
}, semilla { $seed }
simulate-call = { $scenario } · { $agent } · llamada { $run }
simulate-chart = En qué terminan las llamadas
simulate-legend = █ buen desenlace  ▒ aceptable  ░ se puede mejor
simulate-column-agent = agente
simulate-column-good = bueno
simulate-column-acceptable = aceptable
simulate-column-poor = otro
simulate-column-kept = promesas que se cumplen
simulate-column-facts = lo que salió
simulate-column-turns = turnos
simulate-column-not-understood = no se entendió
simulate-endless = { $count ->
    [one] 1 sin final
   *[other] { $count } sin final
}
simulate-other-language = el escenario `{ $scenario }` está en el idioma `{ $language }` y el agente, en `{ $agent }`
agent-list = { $first } y { $last }
agent-on-date = { $date }

diag-agent-language = `{ $value }` no es un idioma
diag-agent-language-help = escriba `es` o `en`
diag-agent-no-moves = el agente no hace nada
diag-agent-no-moves-help = agregue en `moves:` al menos una despedida
diag-agent-no-last-resort = lo último que hace un agente tiene que poder hacerse siempre
diag-agent-no-last-resort-help = termine con una despedida sin `when:` ni `times:`, con al menos una frase sin espacios { "{" }…{ "}" }
diag-agent-repeated-move = ya hay un movimiento `{ $id }`
diag-agent-repeated-move-help = dele otro `id`

help-check-deep = También hace jugar cada escenario a los agentes de guion: con oficio se tiene que poder ganar, y a la fuerza no
diag-deep-skill-loses = con oficio este escenario llega a buen fin en { $share } de cada 100 llamadas; en el nivel { $level } hacen falta { $needed }
diag-deep-skill-loses-help = lea una llamada con `ensayo simulate … --agent skilled --show 1` y vea dónde se atora: qué objeción no cede, qué oferta no se acepta
diag-deep-force-wins = a presión este escenario llega a buen fin en { $share } de cada 100 llamadas; no puede llegar a { $most }
diag-deep-force-wins-help = que lo que se promete a la fuerza no se cumpla: revise `gives_in_after`, `hangs_up_on` y `truth.means`, y qué desenlaces son buenos
diag-deep-force-beats-skill = a presión se consigue lo mismo o más ({ $pushy } de cada 100) que con oficio ({ $skilled })
diag-deep-force-beats-skill-help = lea una llamada de cada uno con `ensayo simulate … --show 1`
diag-deep-objection-never-reached = en ninguna de las llamadas jugadas salió la objeción `{ $id }`
diag-deep-objection-never-reached-help = vea qué objeción de antes no cede nunca
diag-deep-list-never-said = en ninguna de las llamadas jugadas se dijo una sola de estas frases
diag-deep-list-never-said-help = revise qué tendría que pasar para que se digan, o quítelas
