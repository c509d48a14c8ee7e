//! A scenario as one self-contained SVG: the call runs down the middle, what the debtor asks stands on the left, what comes
//! out on the right beside the objection that it comes out with, the ends below.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Graph, Kind, Node, Way};
use crate::report::simulation::escaped;
use crate::report::wrap;
use crate::simulator::Standing;

const MARGIN: usize = 24;
const TITLE: usize = 56;
/// Columns of text in a box, and what they take.
const COLUMNS: usize = 44;
const BOX: usize = 320;
const GAP: usize = 70;
const LINE: usize = 16;
const PADDING: usize = 10;
const STEP: usize = 34;
/// Ends beside each other.
const ENDS: usize = 4;

/// A box with its place.
#[derive(Debug, Clone)]
struct Placed<'a> {
    node: &'a Node,
    lines: Vec<String>,
    heading: usize,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// The drawing as one document.
pub fn svg(graph: &Graph) -> String {
    let (placed, width, height) = place(graph);
    let end = |id: &str| graph.node(id).is_some_and(|node| matches!(node.kind, Kind::Outcome(_)));
    let mut out = String::new();
    let title = escaped(&graph.title);
    let mut draw = |text: std::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        let _ = out.write_fmt(text);
        out.push('\n');
    };
    draw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{title}\" font-family=\"system-ui, sans-serif\">"
    ));
    draw(format_args!("<title>{title}</title>"));
    draw(format_args!(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" \
         orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#607d8b\"/></marker></defs>"
    ));
    draw(format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"));
    draw(format_args!("<text x=\"{MARGIN}\" y=\"34\" font-size=\"17\" font-weight=\"600\">{title}</text>"));
    // A line to every end would hide the boxes: one goes to all of them.
    let ends: Vec<&Placed<'_>> = placed.values().filter(|it| end(&it.node.id)).collect();
    if let (Some(deal), Some(top)) = (placed.get("deal"), ends.iter().map(|it| it.y).min()) {
        let bottom = ends.iter().map(|it| it.y + it.height).max().unwrap_or(top);
        let (x, y, middle) = (MARGIN - PADDING, top - PADDING, deal.x + deal.width / 2);
        draw(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"none\" stroke=\"#b0bec5\"/>\
             <path d=\"M{middle} {} V{y}\" fill=\"none\" stroke=\"#90a4ae\" stroke-width=\"1.4\" \
             marker-end=\"url(#tip)\"/>",
            width - 2 * x,
            bottom + PADDING - y,
            deal.y + deal.height
        ));
    }
    for edge in graph.edges.iter().filter(|edge| !end(&edge.to)) {
        if let (Some(from), Some(to)) = (placed.get(edge.from.as_str()), placed.get(edge.to.as_str())) {
            let dashes = if edge.way == Way::Aside { " stroke-dasharray=\"5 4\"" } else { "" };
            draw(format_args!(
                "<path d=\"{}\" fill=\"none\" stroke=\"#90a4ae\" stroke-width=\"1.4\"{dashes} \
                 marker-end=\"url(#tip)\"><title>{}</title></path>",
                path(from, to),
                escaped(&edge.label)
            ));
        }
    }
    // In the order of the graph: the same scenario gives the same file.
    for node in &graph.nodes {
        let Some(placed) = placed.get(node.id.as_str()) else { continue };
        let (fill, stroke) = colours(node.kind);
        let round = if matches!(node.kind, Kind::Ring | Kind::Outcome(_)) { 16 } else { 5 };
        draw(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{round}\" fill=\"{fill}\" stroke=\"{stroke}\"/>",
            placed.x, placed.y, placed.width, placed.height
        ));
        for (at, line) in placed.lines.iter().enumerate() {
            let weight = if at < placed.heading { " font-weight=\"600\"" } else { "" };
            draw(format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"12\" fill=\"#1c1c1c\"{weight}>{}</text>",
                placed.x + PADDING,
                placed.y + PADDING + LINE * at + 10,
                escaped(line)
            ));
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Where every box stands, and how large the drawing is.
fn place(graph: &Graph) -> (BTreeMap<&str, Placed<'_>>, usize, usize) {
    let is = |wanted: fn(Kind) -> bool| graph.nodes.iter().filter(move |node| wanted(node.kind));
    let asks = is(|kind| kind == Kind::Question).count() > 0;
    let facts = is(|kind| kind == Kind::Fact).count() > 0;
    let middle = MARGIN + if asks { BOX + GAP } else { 0 };
    let right = middle + BOX + GAP;
    let mut placed: BTreeMap<&str, Placed<'_>> = BTreeMap::new();
    let mut y = TITLE;
    let spine = |kind| matches!(kind, Kind::Ring | Kind::Gate | Kind::Objection | Kind::Asked | Kind::Deal);
    let order = |node: &&Node| match node.kind {
        Kind::Ring => 0,
        Kind::Gate => 1,
        Kind::Asked => 2,
        Kind::Objection => 3,
        _ => 4,
    };
    let mut column: Vec<&Node> = graph.nodes.iter().filter(|node| spine(node.kind)).collect();
    column.sort_by_key(order);
    for node in column {
        let this = boxed(node, middle, y, BOX);
        let mut beside = y;
        for edge in graph.edges.iter().filter(|edge| edge.from == node.id && edge.way == Way::Aside) {
            let fact = graph.node(&edge.to).filter(|node| node.kind == Kind::Fact);
            if let Some(fact) = fact.filter(|fact| !placed.contains_key(fact.id.as_str())) {
                let fact = boxed(fact, right, beside, BOX);
                beside += fact.height + PADDING;
                placed.insert(fact.node.id.as_str(), fact);
            }
        }
        y = (y + this.height).max(beside.saturating_sub(PADDING)) + STEP;
        placed.insert(&node.id, this);
    }
    let mut left = TITLE;
    for node in is(|kind| kind == Kind::Question) {
        let this = boxed(node, MARGIN, left, BOX);
        left += this.height + PADDING;
        placed.insert(&node.id, this);
    }
    y = y.max(left + STEP);
    let columns = 1 + usize::from(asks) + usize::from(facts);
    let width = (columns * BOX + (columns - 1) * GAP).max(2 * BOX);
    let each = (width - (ENDS - 1) * PADDING) / ENDS;
    y += PADDING;
    let ends: Vec<&Node> = is(|kind| matches!(kind, Kind::Outcome(_))).collect();
    for row in ends.chunks(ENDS) {
        let mut tallest = 0;
        for (at, node) in row.iter().enumerate() {
            let this = boxed(node, MARGIN + at * (each + PADDING), y, each);
            tallest = tallest.max(this.height);
            placed.insert(&node.id, this);
        }
        y += tallest + PADDING;
    }
    y += STEP;
    (placed, width + 2 * MARGIN, y)
}

fn boxed(node: &Node, x: usize, y: usize, width: usize) -> Placed<'_> {
    let columns = COLUMNS * width / BOX;
    let mut lines = wrap(&node.heading, columns);
    let heading = lines.len();
    for text in &node.body {
        lines.extend(wrap(text, columns));
    }
    let height = 2 * PADDING + LINE * lines.len() - 4;
    Placed { node, lines, heading, x, y, width, height }
}

/// Down from below to above, or across from side to side.
fn path(from: &Placed<'_>, to: &Placed<'_>) -> String {
    let middle = |it: &Placed<'_>| it.x + it.width / 2;
    if to.x >= from.x + from.width || to.x + to.width <= from.x && to.y < from.y + from.height {
        let right = to.x >= from.x + from.width;
        let (x1, x2) = if right { (from.x + from.width, to.x) } else { (from.x, to.x + to.width) };
        let (y1, y2) = (from.y + from.height / 2, to.y + to.height / 2);
        let bend = x1.midpoint(x2);
        return format!("M{x1} {y1} C{bend} {y1} {bend} {y2} {x2} {y2}");
    }
    let (x1, y1, x2, y2) = (middle(from), from.y + from.height, middle(to), to.y);
    let bend = y1.midpoint(y2);
    format!("M{x1} {y1} C{x1} {bend} {x2} {bend} {x2} {y2}")
}

/// Fill and edge, apart also for those who cannot tell red from green.
fn colours(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Ring | Kind::Deal | Kind::Asked => ("#eceff1", "#607d8b"),
        Kind::Gate => ("#e8eaf6", "#3f51b5"),
        Kind::Question => ("#f3e5f5", "#7b1fa2"),
        Kind::Objection => ("#fff3e0", "#b26a00"),
        Kind::Fact => ("#e3f2fd", "#1565c0"),
        Kind::Outcome(Standing::Good) => ("#d7efed", "#1b7f79"),
        Kind::Outcome(Standing::Acceptable) => ("#fbf0d5", "#a87a12"),
        Kind::Outcome(Standing::Poor) => ("#f7dfdb", "#b5493a"),
    }
}
