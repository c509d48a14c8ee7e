# The drawing of a scenario.
help-graph = Draws a scenario: objections and what they yield to, facts, questions and ends
help-graph-long = Draws a scenario: who picks up, the objections and what each yields to, the facts that come out, what the debtor asks and how the call can end.

    With --runs it also tells how many calls got to each part: those of the scripted agents and the scenario's own tests. With the same seed the drawing is the same.
help-graph-scenario = Scenario, by its name or its file
help-graph-format = Mermaid text, or an SVG drawing
help-graph-runs = Calls of each agent to count
help-graph-seed = Seed of those calls
help-graph-out = File to write to; otherwise standard output

graph-ring = The phone rings
graph-stays = never passes the phone on
graph-deal = Terms are discussed
graph-asked = If asked, or done
graph-yields = yields to: { $acts } (takes { $needs })
graph-needs-trust = and to trust from { $trust } on
graph-stops = no more collecting from here on
graph-comes-up = when it comes up
graph-gives-way = when it gives way
graph-answered-by = answered by: { $acts }
graph-agents = agents: { $count } of { $calls } calls
graph-tests = tests: { $count } of { $calls } calls
