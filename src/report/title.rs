//! What an act is called for people.

use crate::diagnostic::printable;
use crate::messages::Messages;
use crate::nlu::Inventory;

/// The family of what a scenario can listen for by itself.
const TOPIC: &str = "topic.";

/// The title of an act. A topic that only a scenario knows has none, and its id is for who writes scenarios.
pub(super) fn of(id: &str, inventory: &Inventory, messages: &Messages) -> String {
    match inventory.get(id) {
        Some(entry) => entry.title.get(messages.language()).to_owned(),
        None if id.starts_with(TOPIC) => messages.say("act-of-this-case"),
        None => printable(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn a_topic_of_the_scenario_is_not_told_by_its_id() {
        let messages = Messages::new(Language::Es);
        let inventory = Inventory::default();
        assert_eq!(of("topic.grandson", &inventory, &messages), "Toca un tema de este caso");
        assert_eq!(of("drift", &inventory, &messages), "drift");
    }
}
