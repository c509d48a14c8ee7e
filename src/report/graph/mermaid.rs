//! A scenario as Mermaid text: for pages and documents that draw it themselves.

use std::fmt::Write as _;

use super::{Graph, Kind, Way};
use crate::report::wrap;
use crate::simulator::Standing;

/// Columns of a box.
const WIDTH: usize = 44;

/// The flowchart as text.
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart TD\n");
    let mut line = |text: String| {
        // Writing to a string does not fail.
        let _ = writeln!(out, "  {text}");
    };
    for node in &graph.nodes {
        let mut label = format!("<b>{}</b>", lines(&node.heading));
        for text in &node.body {
            label.push_str("<br/>");
            label.push_str(&lines(text));
        }
        let (open, close) = match node.kind {
            Kind::Ring | Kind::Outcome(_) => ("([", "])"),
            Kind::Gate => ("{{", "}}"),
            Kind::Question => ("[/", "/]"),
            Kind::Objection | Kind::Asked | Kind::Deal => ("[", "]"),
            Kind::Fact => ("(", ")"),
        };
        line(format!("{}{open}\"{label}\"{close}:::{}", id(&node.id), class(node.kind)));
    }
    for edge in &graph.edges {
        let arrow = match edge.way {
            Way::Onward => "-->",
            Way::Aside => "-.->",
        };
        let label =
            if edge.label.is_empty() { String::new() } else { format!("|\"{}\"|", lines(&edge.label)) };
        line(format!("{} {arrow}{label} {}", id(&edge.from), id(&edge.to)));
    }
    for (name, style) in [
        ("ring", "fill:#eceff1,stroke:#607d8b,color:#1c1c1c"),
        ("gate", "fill:#e8eaf6,stroke:#3f51b5,color:#1c1c1c"),
        ("objection", "fill:#fff3e0,stroke:#b26a00,color:#1c1c1c"),
        ("fact", "fill:#e3f2fd,stroke:#1565c0,color:#1c1c1c"),
        ("question", "fill:#f3e5f5,stroke:#7b1fa2,color:#1c1c1c"),
        ("good", "fill:#d7efed,stroke:#1b7f79,color:#1c1c1c"),
        ("acceptable", "fill:#fbf0d5,stroke:#a87a12,color:#1c1c1c"),
        ("poor", "fill:#f7dfdb,stroke:#b5493a,color:#1c1c1c"),
    ] {
        line(format!("classDef {name} {style}"));
    }
    out
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Ring | Kind::Deal | Kind::Asked => "ring",
        Kind::Gate => "gate",
        Kind::Question => "question",
        Kind::Objection => "objection",
        Kind::Fact => "fact",
        Kind::Outcome(Standing::Good) => "good",
        Kind::Outcome(Standing::Acceptable) => "acceptable",
        Kind::Outcome(Standing::Poor) => "poor",
    }
}

/// An id that no word of Mermaid is: `end` alone would break the drawing.
fn id(id: &str) -> String {
    let plain: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("n_{plain}")
}

/// Text that stays text: what would be markup is written as Mermaid's own entities.
fn lines(text: &str) -> String {
    wrap(text, WIDTH).iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br/>")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '#' => escaped.push_str("#35;"),
            '"' => escaped.push_str("#quot;"),
            '&' => escaped.push_str("#amp;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '`' => escaped.push_str("#96;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, id};

    #[test]
    fn what_a_trainer_wrote_is_text_and_never_markup() {
        assert_eq!(escaped("\"a\" <b> #1 & `c`\n"), "#quot;a#quot; #lt;b#gt; #35;1 #amp; #96;c#96; ");
    }

    #[test]
    fn an_id_is_never_a_word_of_the_language_of_the_drawing() {
        assert_eq!(id("end"), "n_end");
        assert_eq!(id("fact_né w"), "n_fact_n__w");
    }
}
