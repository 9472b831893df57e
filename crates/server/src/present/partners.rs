//! The partner list's view.

use jiff::civil::Date;
use signpost_core::{Kind, Standing, State};

use crate::pages::{BladeView, PartnerGroup, PartnersView};
use crate::present::Presenter;
use crate::urls::Page;

impl Presenter<'_> {
    /// The partners with what each relationship was on a day, or is today.
    pub fn partners(self, on: Option<Date>) -> PartnersView {
        let day = on.unwrap_or_else(|| self.today());
        let known: Vec<(Standing, BladeView)> = self
            .partners_by_name()
            .into_iter()
            .filter_map(|partner| {
                let standing = self.register.standing(partner, day)?;
                Some((standing, self.blade_with(partner, standing, day)))
            })
            .collect();
        let group = |id, heading: String, belongs: fn(Standing) -> bool| {
            let blades = known.iter().filter(|(standing, _)| belongs(*standing));
            let blades: Vec<BladeView> = blades.map(|(_, blade)| blade.clone()).collect();
            (!blades.is_empty()).then_some(PartnerGroup { id, heading, blades })
        };
        let groups = [
            group("sister", self.locale.say("sister-cities"), |standing| {
                standing.kind == Kind::Sister && standing.state.is_current()
            }),
            group("friendship", self.locale.say("friendship-cities"), |standing| {
                standing.kind == Kind::Friendship && standing.state.is_current()
            }),
            group("proposed", self.locale.say("partners-proposed"), |standing| {
                standing.state == State::Proposed
            }),
            group("unrecorded", self.locale.say("partners-unrecorded"), |standing| {
                standing.state == State::Unrecorded
            }),
            group("past", self.locale.say("partners-past"), |standing| {
                matches!(standing.state, State::Lapsed | State::Ended)
            }),
        ];
        let date = on.map(|on| self.locale.date(on));
        PartnersView {
            heading: match &date {
                None => self.locale.say("partners-heading"),
                Some(date) => self.locale.say_with("partners-heading-on", [("date", date.as_str().into())]),
            },
            as_of: self.as_of(|on| Page::Partners { on }, on),
            groups: groups.into_iter().flatten().collect(),
        }
    }
}
