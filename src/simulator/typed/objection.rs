//! An objection as typed, in a scenario or in the common library.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Segment;
use crate::simulator::line::Line;

/// Whatever is absent comes from the objection of the common library that `use` names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedObjection {
    #[serde(rename = "use")]
    pub(in crate::simulator) base: Option<String>,
    /// Absent: the name of the library's.
    pub(in crate::simulator) id: Option<String>,
    /// For lists; the library's have one.
    pub(in crate::simulator) title: Option<String>,
    /// Who says such a thing, where only one segment does; the library's may have one.
    pub(in crate::simulator) segment: Option<Segment>,
    /// The debtor's act that this is heard as.
    pub(in crate::simulator) act: Option<String>,
    /// Said when it comes up.
    pub(in crate::simulator) opens: Option<Vec<Line>>,
    /// Said when the agent passes over it.
    pub(in crate::simulator) insists: Option<Vec<Line>>,
    /// Said when it hardens.
    pub(in crate::simulator) hardened: Option<Vec<Line>>,
    /// Said when it gives way; where absent, the next objection comes up at once.
    pub(in crate::simulator) gives_way: Option<Vec<Line>>,
    /// Agent's act → points.
    pub(in crate::simulator) yields_to: Option<BTreeMap<String, i32>>,
    /// Points it takes.
    pub(in crate::simulator) needs: Option<i32>,
    /// Acts that cost a point; where absent, the common list.
    pub(in crate::simulator) hardens_on: Option<Vec<String>>,
    /// The fact that comes out when this objection comes up.
    pub(in crate::simulator) discloses: Option<String>,
    /// The fact that comes out when it gives way.
    pub(in crate::simulator) gives_way_discloses: Option<String>,
    /// The fact whose public version the debtor tells with this.
    pub(in crate::simulator) claims: Option<String>,
    /// Waits for this trust before it gives way.
    pub(in crate::simulator) needs_trust: Option<i32>,
    /// Acts of the agent that bring it up even before the purpose of the call is known.
    pub(in crate::simulator) raised_on: Option<Vec<String>>,
    /// From here on the right thing is to stop asking for money.
    pub(in crate::simulator) stops_collection: Option<bool>,
    /// What to try, for a trainee who asks.
    pub(in crate::simulator) hint: Option<String>,
}

impl TypedObjection {
    /// This objection with what it leaves out taken from one of the library.
    pub(in crate::simulator) fn over(self, base: &Self) -> Self {
        Self {
            base: self.base,
            id: self.id.or_else(|| base.id.clone()),
            title: self.title.or_else(|| base.title.clone()),
            segment: self.segment.or(base.segment),
            act: self.act.or_else(|| base.act.clone()),
            opens: self.opens.or_else(|| base.opens.clone()),
            insists: self.insists.or_else(|| base.insists.clone()),
            hardened: self.hardened.or_else(|| base.hardened.clone()),
            gives_way: self.gives_way.or_else(|| base.gives_way.clone()),
            yields_to: self.yields_to.or_else(|| base.yields_to.clone()),
            needs: self.needs.or(base.needs),
            hardens_on: self.hardens_on.or_else(|| base.hardens_on.clone()),
            discloses: self.discloses,
            gives_way_discloses: self.gives_way_discloses,
            claims: self.claims,
            needs_trust: self.needs_trust.or(base.needs_trust),
            raised_on: self.raised_on.or_else(|| base.raised_on.clone()),
            stops_collection: self.stops_collection.or(base.stops_collection),
            hint: self.hint.or_else(|| base.hint.clone()),
        }
    }
}
