//! The packet for a renewal: what the Council needs, told once, and written as Markdown or HTML.

use std::collections::BTreeSet;

use askama::Template;
use jiff::civil::Date;
use signpost_core::{
    Achievement, AchievementLine, Cost, Exchange, HistoricDate, Partner, Register, Side, Spent, Term, When,
};

use super::AttentionRow;
use crate::as_of::AsOf;
use crate::phrase;
use crate::printer::NOT_ON_RECORD;

/// What the Council needs to decide on a renewal.
#[derive(Debug)]
pub(crate) struct Packet {
    title: String,
    standing: String,
    today: Date,
    city: String,
    terms: Vec<TermLine>,
    span: String,
    sums: Vec<AchievementLine>,
    statements: Vec<String>,
    exchanges: Vec<ExchangeLine>,
    facts: Vec<(&'static str, String)>,
    questions: Vec<String>,
    resolution: Vec<Vec<Piece>>,
    sources: Vec<String>,
}

#[derive(Debug)]
struct TermLine {
    start: String,
    end: String,
    kind: &'static str,
    approval: String,
    sponsor: String,
}

#[derive(Debug)]
struct ExchangeLine {
    when: String,
    title: String,
    people: String,
}

/// A piece of a draft.
#[derive(Debug)]
enum Piece {
    /// What is on record.
    Known(String),
    /// What a person must fill in.
    Blank(String),
}

/// What a packet is told from.
#[derive(Debug)]
pub(crate) struct Materials<'a> {
    /// The register.
    pub(crate) register: &'a Register,
    /// The partner.
    pub(crate) partner: &'a Partner,
    /// The term that is to be renewed.
    pub(crate) term: &'a Term,
    /// The exchanges in it.
    pub(crate) exchanges: &'a [Exchange],
    /// What was spent in it.
    pub(crate) costs: &'a [Cost],
    /// The day that it is told on.
    pub(crate) today: Date,
}

#[derive(Template)]
#[template(path = "staff/renewal_packet.md")]
struct AsMarkdown<'a> {
    packet: &'a Packet,
}

#[derive(Template)]
#[template(path = "staff/renewal_packet.html")]
struct AsHtml<'a> {
    packet: &'a Packet,
}

impl Packet {
    /// The packet as Markdown.
    pub(crate) fn markdown(&self) -> Result<String, askama::Error> {
        AsMarkdown { packet: self }.render()
    }

    /// The packet as one HTML file.
    pub(crate) fn html(&self) -> Result<String, askama::Error> {
        AsHtml { packet: self }.render()
    }

    /// The packet that the materials make.
    pub(crate) fn new(materials: &Materials<'_>) -> Self {
        let Materials { register, partner, term, today, .. } = *materials;
        let standing = register.standing(partner, today);
        let zone = &register.programme().time_zone;
        let achievement = Achievement::of(materials.exchanges, zone, today);
        let questions = register.attention_to(partner, today);
        let mut questions: Vec<String> = questions
            .iter()
            .map(|attention| phrase::capitalised(AttentionRow::new(attention).words()) + ".")
            .collect();
        if term.start.is_none_or(|start| start.day().is_none()) {
            questions.push("On which day this term began is not on record.".to_owned());
        }
        Self {
            title: format!("{}, {}: renewal of the friendship", partner.name, partner.country_label),
            standing: phrase::standing(&partner.relationship, standing.as_ref(), AsOf::Today(today)),
            today,
            city: register.programme().city.to_string(),
            terms: partner.relationship.terms.iter().map(TermLine::new).collect(),
            span: format!(
                "The term that began {} and ends {}.",
                phrase::date_if_any(term.start),
                phrase::date_if_any(term.end())
            ),
            statements: statements(materials, &achievement),
            sums: achievement.lines,
            exchanges: materials.exchanges.iter().map(ExchangeLine::new).collect(),
            facts: facts(materials),
            questions,
            resolution: resolution(materials),
            sources: sources(materials),
        }
    }
}

impl TermLine {
    fn new(term: &Term) -> Self {
        let approval = term.approval.as_ref().map(|approval| {
            let mut words = phrase::date_if_any(approval.on);
            let resolution = approval.resolution.as_ref().map(|number| format!(", resolution {number}"));
            words.extend(resolution);
            words.extend(approval.vote.map(|vote| format!(", vote {vote}")));
            words.extend(approval.record_number.as_ref().map(|number| format!(", record {number}")));
            words
        });
        Self {
            start: phrase::date_if_any(term.start),
            end: phrase::ending(&term.ending),
            kind: term.kind.as_str(),
            approval: approval.unwrap_or_else(|| NOT_ON_RECORD.to_owned()),
            sponsor: term.sponsor.as_ref().map_or_else(|| NOT_ON_RECORD.to_owned(), ToString::to_string),
        }
    }
}

impl ExchangeLine {
    fn new(exchange: &Exchange) -> Self {
        let when = match &exchange.when {
            When::Timed(timed) => timed.starts.date().to_string(),
            When::Days { first, last } if first == last => first.to_string(),
            When::Days { first, last } => format!("{first} to {last}"),
            When::Historic(date) => phrase::date(*date),
        };
        let people = exchange.people.total().map_or_else(
            || "Nobody was counted".to_owned(),
            |people| phrase::count(u64::from(people.unsigned_abs()), "person").replace("persons", "people"),
        );
        Self {
            when,
            title: exchange.title.to_string(),
            people: format!("{people}; {}, {}.", exchange.direction, exchange.status),
        }
    }
}

/// What the numbers come to, how complete they are, and what it cost.
fn statements(materials: &Materials<'_>, achievement: &Achievement) -> Vec<String> {
    let Materials { partner, term, today, .. } = *materials;
    let mut statements = Vec::new();
    let until = term.end().map_or(today, HistoricDate::last).min(today);
    let from = term.start.map_or(until, HistoricDate::first);
    let years = partner.relationship.year_records(from, until);
    let open: Vec<String> =
        years.iter().filter(|year| !year.is_complete).map(|year| year.year.to_string()).collect();
    if achievement.exchanges() == 0 {
        statements.push(if open.is_empty() {
            "No exchange was held. The record of these years is complete.".to_owned()
        } else {
            "No exchanges held: none recorded; the record is incomplete.".to_owned()
        });
    } else {
        let exchanges = phrase::count(achievement.exchanges() as u64, "exchange");
        let people = phrase::thousands(achievement.people().unsigned_abs());
        statements.push(format!("Held: {exchanges}, with {people} people counted."));
        if achievement.uncounted() > 0 {
            let uncounted = phrase::count(achievement.uncounted() as u64, "exchange");
            statements.push(format!("In {uncounted} nobody was counted: there were more people."));
        }
    }
    if achievement.coming > 0 {
        statements.push(format!("To come: {}.", phrase::count(achievement.coming as u64, "exchange")));
    }
    if !open.is_empty() {
        statements.push(format!(
            "The record of exchanges is not stated to be complete for {}: there may have been more.",
            open.join(", ")
        ));
    }
    statements.push(format!("Cost to the City: {}.", cost(&Spent::of(materials.costs))));
    statements
}

fn cost(spent: &Spent) -> String {
    let mut parts: Vec<String> = spent.money().map(|money| money.to_string()).collect();
    let hours =
        |minutes: i64| format!("{}:{:02} hours of staff time", minutes / 60, minutes.unsigned_abs() % 60);
    parts.extend(spent.staff_minutes.map(hours));
    parts.extend(spent.room_uses.map(|uses| phrase::count(uses.unsigned_abs(), "use") + " of rooms"));
    if parts.is_empty() { "none recorded; the record may be incomplete".to_owned() } else { parts.join(", ") }
}

/// Committee, sponsor, agreement.
fn facts(materials: &Materials<'_>) -> Vec<(&'static str, String)> {
    let Materials { partner, term, .. } = *materials;
    let mut facts = Vec::new();
    for (label, side) in [("Committee here", Side::Host), ("Committee there", Side::Partner)] {
        let committees = partner.relationship.committees.iter().filter(|committee| committee.side == side);
        let names: Vec<&str> = committees.map(|committee| committee.name.as_str()).collect();
        facts.push((label, if names.is_empty() { NOT_ON_RECORD.to_owned() } else { names.join("; ") }));
    }
    let sponsor = term.sponsor.as_ref().map_or_else(|| NOT_ON_RECORD.to_owned(), ToString::to_string);
    facts.push(("Sponsor", sponsor));
    let agreements: Vec<String> = partner
        .relationship
        .agreements
        .iter()
        .map(|agreement| format!("{}, signed {}", agreement.title, phrase::date_if_any(agreement.signed)))
        .collect();
    let agreements = if agreements.is_empty() { NOT_ON_RECORD.to_owned() } else { agreements.join("; ") };
    facts.push(("Agreements", agreements));
    facts
}

/// The draft of the Council's resolution.
fn resolution(materials: &Materials<'_>) -> Vec<Vec<Piece>> {
    let Materials { register, partner, term, today, .. } = *materials;
    let programme = register.programme();
    let known = |text: String| Piece::Known(text);
    let blank = |text: &str| Piece::Blank(text.to_owned());
    let parties = format!("{} and {}, {}", programme.city, partner.name, partner.country_label);
    let day = |date: Option<HistoricDate>, what: &str| match date.and_then(HistoricDate::day) {
        Some(day) => Piece::Known(day.to_string()),
        None => Piece::Blank(format!("{what}: {}", phrase::date_if_any(date))),
    };
    let end = term.end();
    let is_over = end.is_some_and(|end| end.last() < today);
    let start = end.filter(|_| !is_over);
    let period = register.policy().friendship_term(today);
    let ends = start.zip(period).and_then(|(start, period)| period.after_historic(start));
    let first = if is_over {
        blank("first day: the day of the Council's approval")
    } else {
        day(start, "first day of the new term")
    };
    let last = day(ends.filter(|_| !is_over), "day on which the new term ends");
    let sponsor = match &term.sponsor {
        Some(sponsor) => known(sponsor.to_string()),
        None => blank("sponsor on the Council"),
    };
    vec![
        vec![known("Resolution No. ".to_owned()), blank("number")],
        vec![known(format!(
            "A resolution of the {} of {} renewing the friendship city relationship with {}, {}",
            programme.council, programme.city, partner.name, partner.country_label
        ))],
        vec![
            known(format!("Whereas the friendship between {parties} began its present term on ")),
            day(term.start, "first day of the term"),
            known(", which ends on ".to_owned()),
            day(end, "day of the end"),
            known("; and".to_owned()),
        ],
        vec![
            known("Whereas the exchanges of that term are told in the report that accompanies this resolution; and whereas its renewal is sponsored by ".to_owned()),
            sponsor,
            known(";".to_owned()),
        ],
        vec![
            known("Now, therefore, be it resolved that the friendship is renewed from ".to_owned()),
            first,
            known(" until ".to_owned()),
            last,
            known(", unless it is renewed again.".to_owned()),
        ],
        vec![
            known("Adopted on ".to_owned()),
            blank("date of the meeting"),
            known(" by a vote of ".to_owned()),
            blank("ayes, noes, abstentions"),
            known("; agenda item ".to_owned()),
            blank("item"),
            known("; Clerk's record number ".to_owned()),
            blank("number"),
            known(".".to_owned()),
        ],
    ]
}

/// The sources on which the record of the partner and the relationship rests, each once.
fn sources(materials: &Materials<'_>) -> Vec<String> {
    let claims = materials.partner.subjects().flat_map(|subject| materials.register.claims(subject));
    let sources = claims.filter_map(|claim| materials.register.source(claim.source?));
    let sources: BTreeSet<String> = sources
        .map(|source| {
            let mut words = source.title.to_string();
            words.extend(source.publisher.as_ref().map(|publisher| format!(", {publisher}")));
            words.extend(source.dated.map(|dated| format!(", {dated}")));
            words.extend(source.address.as_ref().map(|address| format!(", {address}")));
            words
        })
        .collect();
    sources.into_iter().collect()
}
