//! What kind of thing a turn asks for: when, how much, who, where to write … Whoever has no answer of her own to a question
//! still answers the question that was put. The wordings are the library's, one list a kind.

use crate::call::Speaker;
use crate::nlu::Heard;
use crate::nlu::pattern::Pattern;
use crate::source::Span;

/// What the wordings of a kind are heard as, before the kind's name.
const HEARD_AS: &str = "asked_";

/// A kind of question. Of two heard in the same words the one that stands first here is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// By which means it will be paid.
    Method,
    /// Where to send something, where to call.
    Contact,
    /// At what time of the day.
    Hour,
    /// Since when, how long.
    HowLong,
    /// On which day.
    When,
    HowMuch,
    /// What she is called.
    Name,
    Where,
    Who,
    Why,
    HowAreYou,
    /// Whether she has noted something, or can.
    Note,
    /// Whether she can talk now.
    CanTalk,
    /// Whether she can hear.
    HearsMe,
    /// That she say it again.
    Again,
    /// Whether there is anything else.
    NothingElse,
    /// Whether something was put down as she said it.
    Right,
    /// Whether she will have it so.
    Assent,
    /// Which one, what exactly.
    Which,
}

impl Asked {
    pub const ALL: [Self; 19] = [
        Self::Method,
        Self::Contact,
        Self::Hour,
        Self::HowLong,
        Self::When,
        Self::HowMuch,
        Self::Name,
        Self::Where,
        Self::Who,
        Self::Why,
        Self::HowAreYou,
        Self::Note,
        Self::CanTalk,
        Self::HearsMe,
        Self::Again,
        Self::NothingElse,
        Self::Right,
        Self::Assent,
        Self::Which,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Contact => "contact",
            Self::Hour => "hour",
            Self::HowLong => "how_long",
            Self::When => "when",
            Self::HowMuch => "how_much",
            Self::Name => "name",
            Self::Where => "where",
            Self::Who => "who",
            Self::Why => "why",
            Self::HowAreYou => "how_are_you",
            Self::Note => "note",
            Self::CanTalk => "can_talk",
            Self::HearsMe => "hears_me",
            Self::Again => "again",
            Self::NothingElse => "nothing_else",
            Self::Right => "right",
            Self::Assent => "assent",
            Self::Which => "which",
        }
    }

    /// Whether it asks for nothing of the matter: no money is meant, whatever the words resemble.
    pub(super) fn is_small(self) -> bool {
        matches!(
            self,
            Self::Contact
                | Self::Name
                | Self::HowAreYou
                | Self::Note
                | Self::CanTalk
                | Self::HearsMe
                | Self::NothingElse
        )
    }

    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The situation in which it is answered by somebody whose scenario says nothing of it.
    pub(super) fn situation(self) -> &'static str {
        match self {
            Self::Method => "chooses_method",
            Self::Contact => "answers_contact",
            Self::Hour => "answers_hour",
            Self::HowLong => "answers_how_long",
            Self::When => "answers_when",
            Self::HowMuch => "answers_how_much",
            Self::Name => "answers_name",
            Self::Where => "answers_where",
            Self::Who => "answers_who",
            Self::Why => "answers_open_question",
            Self::HowAreYou => "answers_how_are_you",
            Self::Note => "takes_note",
            Self::CanTalk => "can_talk",
            Self::HearsMe => "hears_agent",
            Self::Again => "says_again",
            Self::NothingElse => "nothing_else",
            Self::Right => "says_right",
            Self::Assent => "assents",
            Self::Which => "answers_which",
        }
    }
}

/// The wordings of each kind, under the names that they are heard as.
pub(super) fn topics(wordings: &[(Asked, Vec<Pattern>)]) -> impl Iterator<Item = (String, Vec<Pattern>)> {
    wordings.iter().map(|(kind, patterns)| (format!("{HEARD_AS}{}", kind.id()), patterns.clone()))
}

/// Takes the kinds of question out of what was heard in a turn: they are nobody's acts. The last question comes last; of
/// several kinds in the same words one is kept.
pub(super) fn take_out(speaker: Speaker, heard: &mut Heard) -> Vec<(Asked, Span)> {
    let mut found = Vec::new();
    heard.acts.retain(|hit| {
        let kind = hit.act.id().strip_prefix("topic.").and_then(|id| id.strip_prefix(HEARD_AS));
        let Some(kind) = kind.and_then(Asked::named) else { return true };
        found.push((kind, hit.span.clone()));
        false
    });
    if speaker != Speaker::Agent {
        return Vec::new();
    }
    found.sort_by_key(|(kind, _)| *kind);
    let mut kept: Vec<(Asked, Span)> = Vec::new();
    for (kind, span) in found {
        let same_words = |(_, other): &(Asked, Span)| other.start < span.end && span.start < other.end;
        if !kept.iter().any(same_words) {
            kept.push((kind, span));
        }
    }
    kept.sort_by_key(|(_, span)| span.start);
    kept
}
