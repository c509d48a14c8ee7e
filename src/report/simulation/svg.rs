//! The chart of a simulation: one self-contained SVG, a bar for each agent under the name of each scenario. What is
//! drawn is also said, for whoever cannot see the colours.

use std::fmt::Write as _;

use super::{STANDINGS, Simulation, percent};
use crate::messages::{Arg, Messages};
use crate::simulator::Standing;

const WIDTH: u64 = 760;
const MARGIN: u64 = 24;
/// Where the bars begin, and how long a whole one is.
const LEFT: u64 = 190;
const LENGTH: u64 = 470;
const BAR: u64 = 20;
const STEP: u64 = 28;

/// Colours that can be told apart by those who cannot tell red from green.
fn colour(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "#1b7f79",
        Standing::Acceptable => "#e0a526",
        Standing::Poor => "#b5493a",
    }
}

/// The chart as one document.
pub fn svg(simulations: &[Simulation], messages: &Messages) -> String {
    let height: u64 = simulations.iter().map(|it| 56 + it.agents.len() as u64 * STEP).sum::<u64>() + 88;
    let mut out = String::new();
    let title = escaped(&messages.say("simulate-chart"));
    let mut draw = |text: std::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        let _ = out.write_fmt(text);
        out.push('\n');
    };
    draw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{title}\" font-family=\"system-ui, sans-serif\">"
    ));
    draw(format_args!("<title>{title}</title>"));
    draw(format_args!("<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>"));
    draw(format_args!("<text x=\"{MARGIN}\" y=\"34\" font-size=\"18\" font-weight=\"600\">{title}</text>"));
    let mut x = LEFT;
    for standing in STANDINGS {
        let name = escaped(&messages.say(&format!("standing-{}", standing.id())));
        draw(format_args!(
            "<rect x=\"{x}\" y=\"48\" width=\"12\" height=\"12\" fill=\"{}\"/>\
             <text x=\"{}\" y=\"58\" font-size=\"12\">{name}</text>",
            colour(standing),
            x + 18
        ));
        x += 150;
    }
    let mut y = 72;
    for simulation in simulations {
        y += 30;
        draw(format_args!(
            "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"14\" font-weight=\"600\">{}</text>",
            escaped(&simulation.title)
        ));
        let args = [("runs", Arg::from(simulation.runs)), ("seed", simulation.seed.to_string().into())];
        y += 16;
        draw(format_args!(
            "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"11\" fill=\"#666666\">{} · {}</text>",
            escaped(&simulation.scenario),
            escaped(&messages.say_with("simulate-runs", &args))
        ));
        y += 10;
        for simulated in &simulation.agents {
            draw(format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"13\" text-anchor=\"end\">{}</text>",
                LEFT - 10,
                y + 15,
                escaped(&simulated.title)
            ));
            let tally = &simulated.tally;
            let mut counted = 0;
            for standing in STANDINGS {
                let count = tally.standing(standing);
                let at = |count: u64| (count * LENGTH).checked_div(tally.runs).unwrap_or(0);
                let (from, to) = (at(counted), at(counted + count));
                counted += count;
                if to > from {
                    let name = escaped(&messages.say(&format!("standing-{}", standing.id())));
                    draw(format_args!(
                        "<rect x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{BAR}\" fill=\"{}\"><title>{name}: {count}</title></rect>",
                        LEFT + from,
                        to - from,
                        colour(standing)
                    ));
                }
            }
            draw(format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"12\">{}</text>",
                LEFT + LENGTH + 8,
                y + 15,
                percent(tally.standing(Standing::Good), tally.runs)
            ));
            y += STEP;
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Nothing that somebody wrote into a file becomes markup.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn titles_are_text_and_never_markup() {
        assert_eq!(escaped("<b>\"a\" & b\u{1b}"), "&lt;b&gt;&quot;a&quot; &amp; b ");
    }
}
