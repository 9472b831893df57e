//! Reports.

use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{
    Completeness, CostCell, Counts, Direction, ExchangeCell, ExchangeKind, Line, Money, PartnerId, Register,
    Report, Slug, Spent, Sums, YearLine,
};

use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Row, Section, Sheet};

/// A report, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ReportRecord {
    pub(crate) report: &'static str,
    pub(crate) title: String,
    pub(crate) city: Line,
    pub(crate) from: Date,
    pub(crate) until: Date,
    pub(crate) as_of: Date,
    pub(crate) joint: i64,
    pub(crate) total: LineRecord,
    pub(crate) partners: Vec<LineRecord>,
    pub(crate) kinds: Vec<LineRecord>,
    pub(crate) directions: Vec<LineRecord>,
    pub(crate) years: Vec<LineRecord>,
}

/// One line of a report: a partner, a kind, a direction, a year, or all.
#[derive(Debug, Serialize)]
pub(crate) struct LineRecord {
    of: String,
    pub(crate) name: String,
    record: Option<Completeness>,
    pub(crate) exchanges: i64,
    counted: i64,
    students: Option<i64>,
    chaperones: Option<i64>,
    adults: Option<i64>,
    host_families: Option<i64>,
    pub(crate) people: Option<i64>,
    coming: i64,
    unconfirmed: i64,
    cancelled: i64,
    money: Vec<MoneyRecord>,
    staff_minutes: Option<i64>,
    room_uses: Option<i64>,
}

#[derive(Debug, Serialize)]
struct MoneyRecord {
    currency: String,
    amount: String,
}

impl ReportRecord {
    /// A report with its lines.
    pub(crate) fn new(
        report: &'static str,
        title: String,
        register: &Register,
        sums: &Report,
        today: Date,
    ) -> Self {
        let partners = sums.by_partner(register);
        let is_complete =
            !partners.is_empty() && partners.iter().all(|line| line.record == Completeness::Complete);
        let record = if is_complete { Completeness::Complete } else { Completeness::Incomplete };
        let partners = partners.into_iter().map(|line| {
            LineRecord::new(
                line.partner.slug.as_str(),
                line.partner.name.as_str(),
                Some(line.record),
                &line.sums,
            )
        });
        let kinds = sums.by_kind().into_iter().map(|(kind, sums)| of_word(kind.as_str(), &sums));
        let spent = Sums { spent: sums.spent_on_relationships(), ..Sums::default() };
        let at_large = (!spent.is_nothing())
            .then(|| LineRecord::new(RELATIONSHIP, "For no exchange in particular", None, &spent));
        let directions = sums.by_direction().into_iter();
        Self {
            report,
            title,
            city: register.programme().city.clone(),
            from: sums.scope.from,
            until: sums.scope.until,
            as_of: today,
            joint: sums.joint(),
            total: LineRecord::new("total", "In all", Some(record), &sums.total()),
            partners: partners.collect(),
            kinds: kinds.chain(at_large).collect(),
            directions: directions.map(|(direction, sums)| of_word(direction.as_str(), &sums)).collect(),
            years: years(&sums.by_year(register)),
        }
    }

    /// The same report, with the years that it is to be compared with.
    pub(crate) fn beside(self, register: &Register, all: &Report) -> Self {
        Self { years: years(&all.by_year(register)), ..self }
    }

    /// What a person reads.
    pub(crate) fn sheet(&self) -> Sheet {
        let lines = |heading: &'static str, lines: &[LineRecord]| {
            let section = Section::new(heading);
            lines.iter().fold(section, |section, line| section.entry(line.name.as_str(), line.words()))
        };
        let mut sheet = Sheet::new(self.title.as_str(), self.subtitle())
            .with(Section::new("").entry("in all", self.total.words()).maybe("note", self.joint_words()))
            .with(lines("By kind", &self.kinds))
            .with(lines("By direction", &self.directions));
        if self.partners.len() > 1 {
            sheet = sheet.with(lines("By partner", &self.partners));
        }
        if self.years.len() > 1 {
            let runs = runs(&self.years);
            let section = Section::new("By year");
            sheet = sheet
                .with(runs.into_iter().fold(section, |section, (years, words)| section.entry(years, words)));
        }
        sheet
    }

    /// Whose report it is, and of when.
    pub(crate) fn subtitle(&self) -> String {
        format!("{}, {} to {}, as of {}", self.city, self.from, self.until, self.as_of)
    }

    /// How exchanges with several partners are counted, where there are any.
    pub(crate) fn joint_words(&self) -> Option<String> {
        let held = u64::try_from(self.joint).ok().filter(|joint| *joint > 0 && self.partners.len() > 1)?;
        let several = phrase::count(held, "exchange");
        Some(format!("{several} with several partners: counted once in all, and once for each of them"))
    }
}

fn years(lines: &[YearLine]) -> Vec<LineRecord> {
    let line = |line: &YearLine| {
        let year = line.year.to_string();
        LineRecord::new(&year, &year, Some(line.record), &line.sums)
    };
    lines.iter().map(line).collect()
}

/// Years with what there was in them; those in a row of which the same is said are told together.
pub(crate) fn runs(years: &[LineRecord]) -> Vec<(String, String)> {
    let mut runs: Vec<(&str, &str, String)> = Vec::new();
    for line in years {
        match runs.last_mut() {
            Some((_, last, words)) if line.is_nothing() && *words == line.words() => *last = &line.of,
            _ => runs.push((&line.of, &line.of, line.words())),
        }
    }
    let named = |(first, last, words): (&str, &str, String)| {
        let years = if first == last { first.to_owned() } else { format!("{first} to {last}") };
        (years, words)
    };
    runs.into_iter().map(named).collect()
}

fn of_word(word: &str, sums: &Sums) -> LineRecord {
    LineRecord::new(word, &phrase::capitalised(&word.replace('-', " ")), None, sums)
}

/// What the line of costs is of that were for no exchange in particular.
const RELATIONSHIP: &str = "relationship";

impl LineRecord {
    fn new(of: &str, name: &str, record: Option<Completeness>, sums: &Sums) -> Self {
        let Counts { held, counted, students, chaperones, adults, host_families, people, .. } = sums.counts;
        Self {
            of: of.to_owned(),
            name: name.to_owned(),
            record,
            exchanges: held,
            counted,
            students,
            chaperones,
            adults,
            host_families,
            people,
            coming: sums.counts.coming,
            unconfirmed: sums.counts.unconfirmed,
            cancelled: sums.counts.cancelled,
            money: money(&sums.spent),
            staff_minutes: sums.spent.staff_minutes,
            room_uses: sums.spent.room_uses,
        }
    }

    /// Whether it has neither exchanges, held or not, nor costs.
    fn is_nothing(&self) -> bool {
        self.exchanges + self.coming + self.unconfirmed + self.cancelled == 0 && self.costs().is_none()
    }

    /// Whether it is of costs that were for no exchange in particular.
    fn is_at_large(&self) -> bool {
        self.record.is_none() && self.of == RELATIONSHIP
    }

    /// Whether nobody has stated that its record is complete.
    pub(crate) fn is_incomplete(&self) -> bool {
        self.record == Some(Completeness::Incomplete)
    }

    /// All of it in words.
    pub(crate) fn words(&self) -> String {
        let costs = self.costs().map(|costs| format!("Cost: {costs}"));
        let exchanges = Some(self.exchanges_in_words()).filter(|_| !self.is_at_large());
        [exchanges, self.people_in_words(), costs].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// The exchanges, those that were not held beside those that were.
    pub(crate) fn exchanges_in_words(&self) -> String {
        let held = match (self.exchanges, self.record) {
            // Costs that were for no exchange say nothing of any.
            (0, _) if self.is_at_large() => "–".to_owned(),
            (0, Some(Completeness::Incomplete)) => "none recorded; the record is incomplete".to_owned(),
            (0, _) => "none held".to_owned(),
            (held, Some(Completeness::Incomplete)) => {
                format!("{}; the record is incomplete", counted(held, "exchange"))
            }
            (held, _) => counted(held, "exchange"),
        };
        let others =
            [(self.coming, "coming"), (self.unconfirmed, "never confirmed"), (self.cancelled, "cancelled")];
        let others = others.into_iter().filter(|(number, _)| *number > 0);
        others.fold(held, |words, (number, what)| format!("{words}; {} {what}", number_of(number)))
    }

    /// The people counted, by kind as far as that is known.
    pub(crate) fn people_in_words(&self) -> Option<String> {
        let kinds = [(self.students, "student"), (self.chaperones, "chaperone"), (self.adults, "adult")];
        let kinds: Vec<String> =
            kinds.iter().filter_map(|(number, noun)| Some(counted((*number)?, noun))).collect();
        let kinds = if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) };
        let families = self.host_families.map(|number| {
            format!("; {} host {}", number_of(number), if number == 1 { "family" } else { "families" })
        });
        let families = families.unwrap_or_default();
        let partly = if self.counted < self.exchanges {
            format!(", counted in {} of {}", number_of(self.counted), number_of(self.exchanges))
        } else {
            String::new()
        };
        match self.people {
            Some(people) => {
                let noun = if people == 1 { "person" } else { "people" };
                Some(format!("{} {noun}{kinds}{partly}{families}", number_of(people)))
            }
            None if self.exchanges > 0 => Some(format!("people not counted{families}")),
            None => None,
        }
    }

    /// What was spent.
    pub(crate) fn costs(&self) -> Option<String> {
        let money = self.money.iter().map(|money| format!("{} {}", money.currency, money.amount));
        let hours = self.staff_minutes.map(|minutes| {
            let (hours, rest) = (minutes / 60, minutes % 60);
            if rest == 0 {
                format!("{} staff h", number_of(hours))
            } else {
                format!("{} staff h {rest} min", number_of(hours))
            }
        });
        let rooms = self.room_uses.map(|uses| counted(uses, "room use"));
        let parts: Vec<String> = money.chain(hours).chain(rooms).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

fn number_of(number: i64) -> String {
    phrase::thousands(number.unsigned_abs())
}

fn counted(number: i64, noun: &str) -> String {
    phrase::count(number.unsigned_abs(), noun)
}

fn money(spent: &Spent) -> Vec<MoneyRecord> {
    let record = |money: Money| MoneyRecord { currency: money.currency.to_string(), amount: money.amount() };
    spent.money().map(record).collect()
}

/// A cell of a report: what every number of it is summed from.
#[derive(Debug, Serialize)]
pub(crate) struct ReportCell {
    year: i16,
    partners: Vec<Slug>,
    kind: Option<ExchangeKind>,
    direction: Option<Direction>,
    counts: Option<Counted>,
    currency: Option<String>,
    money: Option<String>,
    staff_minutes: Option<i64>,
    room_uses: Option<i64>,
}

#[derive(Debug, Serialize)]
struct Counted([Option<i64>; 10]);

impl ReportCell {
    /// The cells of a report: exchanges, then costs.
    pub(crate) fn all(register: &Register, report: &Report) -> Vec<Self> {
        let exchanges = report.exchanges.iter().map(|cell| Self::of_exchanges(register, cell));
        exchanges.chain(report.costs.iter().map(|cell| Self::of_costs(register, cell))).collect()
    }

    fn of_exchanges(register: &Register, cell: &ExchangeCell) -> Self {
        let Counts { students, chaperones, adults, host_families, people, .. } = cell.counts;
        let Counts { held, counted, coming, unconfirmed, cancelled, .. } = cell.counts;
        let people = [students, chaperones, adults, host_families, people];
        let [students, chaperones, adults, host_families, people] = people;
        Self {
            year: cell.year,
            partners: slugs(register, &cell.partners),
            kind: Some(cell.kind),
            direction: Some(cell.direction),
            counts: Some(Counted([
                Some(held),
                Some(counted),
                students,
                chaperones,
                adults,
                host_families,
                people,
                Some(coming),
                Some(unconfirmed),
                Some(cancelled),
            ])),
            currency: None,
            money: None,
            staff_minutes: None,
            room_uses: None,
        }
    }

    fn of_costs(register: &Register, cell: &CostCell) -> Self {
        let money = money(&cell.spent).pop();
        Self {
            year: cell.year,
            partners: slugs(register, &cell.partners),
            kind: cell.exchange.map(|(kind, _)| kind),
            direction: cell.exchange.map(|(_, direction)| direction),
            counts: None,
            currency: money.as_ref().map(|money| money.currency.clone()),
            money: money.map(|money| money.amount),
            staff_minutes: cell.spent.staff_minutes,
            room_uses: cell.spent.room_uses,
        }
    }
}

fn slugs(register: &Register, partners: &[PartnerId]) -> Vec<Slug> {
    partners.iter().filter_map(|id| register.partner(*id)).map(|partner| partner.slug.clone()).collect()
}

impl Row for ReportCell {
    const COLUMNS: &'static [Column] = &[Column::whole("year")];
    const FIELDS: &'static [&'static str] = &[
        "year",
        "partners",
        "kind",
        "direction",
        "exchanges",
        "counted",
        "students",
        "chaperones",
        "adults",
        "host_families",
        "people",
        "coming",
        "unconfirmed",
        "cancelled",
        "currency",
        "money",
        "staff_minutes",
        "room_uses",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::plain(self.year.to_string())]
    }

    fn values(&self) -> Vec<String> {
        let partners: Vec<&str> = self.partners.iter().map(Slug::as_str).collect();
        let mut values =
            vec![self.year.to_string(), partners.join(" "), value(self.kind), value(self.direction)];
        let counts = self.counts.as_ref().map_or([None; 10], |counts| counts.0);
        values.extend(counts.map(value));
        values.extend([value(self.currency.as_ref()), value(self.money.as_ref())]);
        values.extend([value(self.staff_minutes), value(self.room_uses)]);
        values
    }
}
