//! What an agent must not do on the phone, by kind, and the rules that say so. Which turn does it is the judge's to say.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A kind of conduct that is out of bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conduct {
    Threat,
    Insult,
    /// Somebody who does not owe hears of the debt, or is asked to pay it.
    ThirdParty,
    /// Passes for an authority.
    FalseAuthority,
    /// Goes on to ask for money after something that ends collecting was said.
    PressedOn,
    /// Tells of the debt before it is known who listens.
    Unverified,
    FalseUrgency,
    /// The notice that the law demands was not given.
    NoNotice,
    /// Asks for the cause where that may not be asked.
    CauseAsked,
}

impl Conduct {
    pub const ALL: [Self; 9] = [
        Self::Threat,
        Self::Insult,
        Self::ThirdParty,
        Self::FalseAuthority,
        Self::PressedOn,
        Self::Unverified,
        Self::FalseUrgency,
        Self::NoNotice,
        Self::CauseAsked,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Threat => "threat",
            Self::Insult => "insult",
            Self::ThirdParty => "third_party",
            Self::FalseAuthority => "false_authority",
            Self::PressedOn => "pressed_on",
            Self::Unverified => "unverified",
            Self::FalseUrgency => "false_urgency",
            Self::NoNotice => "no_notice",
            Self::CauseAsked => "cause_asked",
        }
    }

    /// Whether once is enough to fail a call. The others are omissions, which the rest of a call can outweigh.
    pub fn is_grave(self) -> bool {
        matches!(
            self,
            Self::Threat | Self::Insult | Self::ThirdParty | Self::FalseAuthority | Self::PressedOn
        )
    }
}

/// What the law asks of a call, and the kinds of conduct that it is against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Norm {
    pub says: String,
    pub against: Vec<Conduct>,
}

impl<'de> Deserialize<'de> for Norm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NormVisitor)
    }
}

struct NormVisitor;

impl<'de> Visitor<'de> for NormVisitor {
    type Value = Norm;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sentence, or `says:` with `against:`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Norm, E> {
        Ok(Norm { says: text.to_owned(), against: Vec::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Norm, A::Error> {
        let (mut says, mut against) = (None, Vec::new());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "says" => says = Some(map.next_value()?),
                "against" => against = map.next_value()?,
                other => return Err(A::Error::unknown_field(other, &["says", "against"])),
            }
        }
        Ok(Norm { says: says.ok_or_else(|| A::Error::missing_field("says"))?, against })
    }
}
