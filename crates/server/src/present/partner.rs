//! A partner page's view.

use signpost_core::{
    Agreement, Committee, CommitteeForm, Contact, DocumentSubject, Exchange, Gift, ImageSubject, Partner,
    Side, Signatory, SigningMethod, Standing, Subject, TranslationSubject,
};

use signpost_core::store::exchange::YearHeld;

use crate::pages::{
    AgreementView, ClockView, CommitteeView, ContactView, GiftView, Labelled, Link, PartnerView, Prose,
    SignatoryView,
};
use crate::present::day::precision;
use crate::present::exchange::machine;
use crate::present::{Footnotes, Presenter};
use crate::urls::{ExchangesQuery, Page, Url};

/// The exchanges of a partner that its page shows.
pub struct PartnerExchanges<'a> {
    /// To come, the next first.
    pub upcoming: &'a [Exchange],
    /// Held, the latest first, as many as the page shows.
    pub past: &'a [Exchange],
    /// Whether there are more than these.
    pub more: bool,
    /// What was held in each year in which anything was, the first year first.
    pub held: &'a [YearHeld],
}

impl Presenter<'_> {
    /// A partner's page; nothing where nothing is on record of a relationship.
    pub fn partner(self, partner: &Partner, exchanges: &PartnerExchanges<'_>) -> Option<PartnerView> {
        let standing = self.register.standing(partner, self.today())?;
        let mut footnotes = Footnotes::default();
        let terms = self.story(partner, &mut footnotes);
        let relationship = &partner.relationship;
        let agreements = relationship
            .agreements
            .iter()
            .map(|agreement| self.agreement(partner, agreement, &mut footnotes));
        let agreements = agreements.collect();
        let committees =
            relationship.committees.iter().map(|committee| self.committee(committee, &mut footnotes));
        let committees = committees.collect();
        let gifts = relationship.gifts.iter().map(|gift| self.gift(partner, gift, &mut footnotes)).collect();
        let cards = |exchanges: &[Exchange]| exchanges.iter().map(|exchange| self.card(exchange)).collect();
        Some(PartnerView {
            blade: self.blade_with(partner, standing, self.today()),
            kind_explained: self.kind_explained(standing.kind),
            rests_on: self.rests_on(partner, standing),
            introduction: partner.introduction.as_ref().map_or_else(Prose::default, |text| {
                self.prose_of(TranslationSubject::Partner(partner.id), "introduction", text.as_str())
            }),
            names: self.foreign_names(partner),
            spellings: self.spellings(partner),
            clock: Some(self.clock(partner)),
            anniversary: self.anniversary(partner, standing),
            photos: self.photos(self.register.images(ImageSubject::Partner(partner.id))),
            documents: self
                .documents(self.register.documents(DocumentSubject::Relationship(relationship.id))),
            terms,
            agreements,
            committees,
            upcoming: cards(exchanges.upcoming),
            past: cards(exchanges.past),
            years: self.years(partner, exchanges.held),
            people: self.people_counted(exchanges.held),
            exchanges_record: self.exchanges_record(partner, exchanges),
            all_exchanges: exchanges.more.then(|| {
                let partner = Some(partner.slug.to_string());
                Page::Exchanges(ExchangesQuery { partner, ..ExchangesQuery::default() }).url(self.locale)
            }),
            gifts,
            disputes: self.disputes(partner.subjects()),
            missing: self.missing(partner, standing),
            sources: footnotes.sources(self),
        })
    }

    /// The next round anniversary of what the relationship is today: "50th anniversary on December 19, 2028".
    fn anniversary(self, partner: &Partner, standing: Standing) -> Option<String> {
        let next = partner.relationship.anniversary(standing.kind, self.today());
        let next = next.filter(|_| standing.state.is_current())?;
        let ordinal = self.locale.ordinal(next.years.into());
        let (precision, date) = (precision(next.on), self.brief(next.on));
        Some(self.locale.say_with(
            "anniversary-next",
            [("precision", precision.into()), ("ordinal", ordinal.into()), ("date", date.into())],
        ))
    }

    /// Former spellings, in words.
    fn spellings(self, partner: &Partner) -> Option<String> {
        let spellings: Vec<String> = partner.aliases().map(|name| name.text.to_string()).collect();
        let words = self.locale.list(&spellings);
        (!spellings.is_empty())
            .then(|| self.locale.say_with("partner-spellings", [("spellings", words.into())]))
    }

    fn clock(self, partner: &Partner) -> ClockView {
        let there = self.now.to_zoned_datetime(partner.time_zone.zone());
        let here = self.now.to_zoned_datetime(self.register.programme().time_zone.zone());
        let minutes = (there.offset().seconds() - here.offset().seconds()) / 60;
        ClockView {
            time: self.locale.time_in(there.time(), self.name(partner)),
            words: self.locale.any_time_in(self.name(partner)),
            date: self.locale.weekday_and_date(there.date()),
            difference: self.difference(minutes),
            machine: machine(&there),
            zone: partner.time_zone.to_string(),
        }
    }

    /// "17 hours ahead of Cupertino", "5 hours 30 minutes behind Cupertino".
    fn difference(self, minutes: i32) -> String {
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let host = self.host();
        let count = match (hours, rest) {
            (0, 0) => return self.locale.say_with("clock-same", [("host", host.into())]),
            (hours, 0) => self.locale.say_with("clock-hours", [("hours", hours.into())]),
            (hours, minutes) => self
                .locale
                .say_with("clock-hours-and-minutes", [("hours", hours.into()), ("minutes", minutes.into())]),
        };
        if minutes > 0 {
            self.locale.say_with("clock-ahead", [("difference", count.into()), ("host", host.into())])
        } else {
            self.locale.say_with("clock-behind", [("difference", count.into()), ("host", host.into())])
        }
    }

    fn agreement(self, partner: &Partner, agreement: &Agreement, footnotes: &mut Footnotes) -> AgreementView {
        let signed = Labelled {
            label: self.locale.say("agreement-signed").into(),
            value: self.known(agreement.signed).into(),
            sources: footnotes.marks(self, Subject::Agreement(agreement.id)),
        };
        let place = agreement
            .place
            .as_ref()
            .map(|place| Labelled::new(self.locale.say("agreement-place"), self.original(place.as_str())));
        let method = agreement.method.map(|method| {
            let words = match method {
                SigningMethod::InPerson => self.locale.say("agreement-in-person"),
                SigningMethod::Video => self.locale.say("agreement-video"),
                SigningMethod::Post => self.locale.say("agreement-post"),
            };
            Labelled::new(self.locale.say("agreement-method"), words)
        });
        let signatory = |signatory: &Signatory| {
            let line =
                |text: &Option<signpost_core::Line>| text.as_ref().map(|line| self.original(line.as_str()));
            let (name, office) = match (line(&signatory.name), line(&signatory.office)) {
                (Some(name), office) => (name, office),
                (None, office) => {
                    (office.unwrap_or_default(), Some(self.locale.say("agreement-name-unrecorded").into()))
                }
            };
            SignatoryView {
                name,
                office,
                side: match signatory.side {
                    Side::Host => self.host().to_owned(),
                    Side::Partner => self.name(partner).to_owned(),
                },
                behalf: line(&signatory.on_behalf_of),
            }
        };
        AgreementView {
            title: agreement.title.to_string(),
            facts: [Some(signed), place, method].into_iter().flatten().collect(),
            signatories: agreement.signatories.iter().map(signatory).collect(),
            documents: self.documents(self.register.documents(DocumentSubject::Agreement(agreement.id))),
            photos: self.photos(self.register.images(ImageSubject::Agreement(agreement.id))),
        }
    }

    pub(super) fn committee(self, committee: &Committee, footnotes: &mut Footnotes) -> CommitteeView {
        let form = committee.form.map(|form| match form {
            CommitteeForm::Nonprofit => self.locale.say("committee-nonprofit"),
            CommitteeForm::Informal => self.locale.say("committee-informal"),
            CommitteeForm::CityOffice => self.locale.say("committee-city-office"),
        });
        let founded = committee
            .founded
            .map(|founded| self.locale.say_with("committee-founded", [("date", self.brief(founded).into())]));
        let websites = committee.websites.iter().filter_map(|website| {
            let address = website.as_str();
            Some(Link::new(without_scheme(address), Url::outside(address)?))
        });
        CommitteeView {
            name: committee.name.to_string(),
            notes: form.into_iter().chain(founded).collect(),
            offers: committee
                .offers
                .as_ref()
                .map(|offers| self.original_prose(Prose::below(offers.as_str(), 4)))
                .unwrap_or_default(),
            links: websites.collect(),
            contacts: committee.contacts.iter().map(|contact| self.contact_of(contact)).collect(),
            sources: footnotes.marks(self, Subject::Committee(committee.id)),
        }
    }

    /// Somebody, or an office, to write to or to call.
    fn contact_of(self, contact: &Contact) -> ContactView {
        let mail = contact.email.as_ref().map(|email| Link::new(email.as_str(), Url::mail(email.as_str())));
        let telephone = contact
            .telephone
            .as_ref()
            .map(|telephone| Link::new(telephone.as_str(), Url::telephone(telephone.as_str())));
        let website = contact.website.as_ref().and_then(|website| {
            Some(Link::new(without_scheme(website.as_str()), Url::outside(website.as_str())?))
        });
        ContactView {
            name: self.original(contact.name.as_str()),
            role: contact.role.as_ref().map(|role| self.original(role.as_str())),
            links: [mail, telephone, website].into_iter().flatten().collect(),
        }
    }

    fn gift(self, partner: &Partner, gift: &Gift, footnotes: &mut Footnotes) -> GiftView {
        let (host, partner) = (self.host().to_owned(), self.name(partner).to_owned());
        let giving = gift.giver.map(|giver| match giver {
            Side::Host => (host.clone(), partner.clone()),
            Side::Partner => (partner, host),
        });
        GiftView {
            date: self.known(gift.given),
            what: gift.what.to_string(),
            place: gift.place.as_ref().map(ToString::to_string),
            giving: giving.map(|(from, to)| {
                self.locale.say_with("gift-from-to", [("from", from.into()), ("to", to.into())])
            }),
            photos: self.photos(self.register.images(ImageSubject::Gift(gift.id))),
            sources: footnotes.marks(self, Subject::Gift(gift.id)),
        }
    }

    /// Whether the record of exchanges is complete, in words.
    fn exchanges_record(self, partner: &Partner, exchanges: &PartnerExchanges<'_>) -> Option<String> {
        let mut years: Vec<i16> =
            partner.relationship.complete_years.iter().map(|complete| complete.year).collect();
        years.sort_unstable();
        let years: Vec<String> = years.into_iter().map(|year| year.to_string()).collect();
        match (years.is_empty(), exchanges.upcoming.len() + exchanges.past.len()) {
            (true, 0) => None,
            (true, _) => Some(self.locale.say("partner-record-incomplete")),
            (false, _) => {
                let years = self.locale.list(&years);
                Some(self.locale.say_with("partner-record-complete-in", [("years", years.into())]))
            }
        }
    }

    /// What is not on record, in sentences.
    fn missing(self, partner: &Partner, standing: Standing) -> Vec<String> {
        let relationship = &partner.relationship;
        let no_terms = relationship.terms.is_empty().then(|| self.locale.say("missing-terms"));
        let no_agreement = relationship.agreements.is_empty().then(|| self.locale.say("missing-agreement"));
        let no_place = partner.place.is_none().then(|| self.locale.say("missing-place"));
        let no_end = (standing.state == signpost_core::State::Lapsed
            && relationship
                .terms
                .iter()
                .all(|term| matches!(term.ending, signpost_core::Ending::ByPolicy(_))))
        .then(|| self.locale.say("missing-end"));
        [no_terms, no_agreement, no_end, no_place].into_iter().flatten().collect()
    }
}

/// A web address as people say it: `example.org/cities`.
pub(super) fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/')
}
