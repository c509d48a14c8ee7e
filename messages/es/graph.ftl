# El dibujo de un escenario.
help-graph = Dibuja un escenario: objeciones y con qué ceden, hechos, preguntas y desenlaces
help-graph-long = Dibuja un escenario: quién contesta, las objeciones y con qué cede cada una, los hechos que salen, lo que pregunta el deudor y en qué puede terminar.

    Con --runs dice además a cuántas llamadas llegó cada parte: las de los agentes de guion y las pruebas del escenario. Con la misma semilla el dibujo es el mismo.
help-graph-scenario = Escenario, por su nombre o por su archivo
help-graph-format = Texto de Mermaid, o un dibujo SVG
help-graph-runs = Llamadas de cada agente por contar
help-graph-seed = Semilla de esas llamadas
help-graph-out = Archivo donde escribir; si no, la salida estándar

graph-ring = Suena el teléfono
graph-stays = no pasa el teléfono
graph-deal = Se negocia
graph-asked = Si se le pregunta o se hace
graph-yields = cede con: { $acts } (hacen falta { $needs })
graph-needs-trust = y confianza desde { $trust }
graph-stops = desde aquí ya no se cobra
graph-comes-up = al decirla
graph-gives-way = al ceder
graph-answered-by = se contesta con: { $acts }
graph-agents = agentes: { $count } de { $calls } llamadas
graph-tests = pruebas: { $count } de { $calls } llamadas
