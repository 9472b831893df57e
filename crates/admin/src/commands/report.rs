//! Reports: exchanges, people and costs of a year, of a partner, of visits.

use askama::Template;
use jiff::civil::Date;
use signpost_core::store::{register, report, snapshot};
use signpost_core::{Counted, HistoricDate, PartnerId, Register, Report, Scope};

use super::find_partner;
use crate::cli::{Format, ReportFormat, ReportPartner, ReportVerb, ReportVisitors, ReportYear};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::printer::Printer;
use crate::record::{ReportCell, ReportRecord};
use crate::report::ReportPage;

pub(super) async fn run(verb: &ReportVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, printer, clock } = desk;
    let mut connection = snapshot(database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let today = clock.today(&register.programme().time_zone.zone());
    match verb {
        ReportVerb::Year(arguments) => {
            let first = (arguments.year - arguments.years + 1).max(1);
            let scope = Scope::years(first, arguments.year);
            let all = report::read(&mut connection, scope, today).await?;
            year(arguments, &register, &all, today, printer)
        }
        ReportVerb::Partner(arguments) => {
            let partner = find_partner(&register, &arguments.partner, printer)?.id;
            let first = report::first_year(&mut connection, partner).await?;
            let scope = partner_scope(arguments, partner, first, today)?;
            let report = report::read(&mut connection, scope, today).await?;
            let title = partner_title(&register, &report);
            let record = ReportRecord::new("partner", title, &register, &report, today);
            print(arguments.output.format, &record, &register, &report, printer)
        }
        ReportVerb::Visitors(arguments) => {
            let scope = visitors_scope(arguments, &register, printer)?;
            let report = report::read(&mut connection, scope, today).await?;
            let title = format!("Visits in {}", arguments.year);
            let record = ReportRecord::new("visitors", title, &register, &report, today);
            print(arguments.output.format, &record, &register, &report, printer)
        }
    }
}

fn year(
    arguments: &ReportYear,
    register: &Register,
    all: &Report,
    today: Date,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let this = all.in_year(arguments.year);
    let title = format!("The programme in {}", arguments.year);
    let record = ReportRecord::new("year", title, register, &this, today).beside(register, all);
    let outcome = print(arguments.output.format, &record, register, all, printer)?;
    if arguments.output.format == ReportFormat::Csv && arguments.years > 1 {
        printer.say(format_args!(
            "The CSV holds {} years, for comparison: its first column tells them apart. --years 1 leaves the others out.",
            arguments.years
        ))?;
    }
    Ok(outcome)
}

fn partner_scope(
    arguments: &ReportPartner,
    partner: PartnerId,
    first: Option<i16>,
    today: Date,
) -> Result<Scope, Failure> {
    let this_year = Scope::years(first.unwrap_or(today.year()).min(today.year()), today.year());
    let from = arguments.from.map_or(this_year.from, HistoricDate::first);
    let until = arguments.until.map_or(this_year.until, HistoricDate::last);
    if until < from {
        return Err(Failure::input(format!(
            "--until ends on {until}, before --from begins on {from}: give dates in order"
        )));
    }
    Ok(Scope { partner: Some(partner), from, until, exchanges: Counted::All })
}

fn partner_title(register: &Register, report: &Report) -> String {
    let partner = report.scope.partner.and_then(|id| register.partner(id));
    let name = partner.map_or("the partner", |partner| partner.name.as_str());
    format!("What happened with {name}")
}

fn visitors_scope(
    arguments: &ReportVisitors,
    register: &Register,
    printer: &mut Printer,
) -> Result<Scope, Failure> {
    let word = arguments.partner.as_deref();
    let partner = word.map(|word| find_partner(register, word, printer)).transpose()?;
    let partner = partner.map(|partner| partner.id);
    Ok(Scope { partner, exchanges: Counted::Visits, ..Scope::years(arguments.year, arguments.year) })
}

fn print(
    format: ReportFormat,
    record: &ReportRecord,
    register: &Register,
    report: &Report,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    match format {
        ReportFormat::Table => printer.sheet(&record.sheet())?,
        ReportFormat::Json => printer.json(record)?,
        ReportFormat::Csv => printer.list(Format::Csv, &ReportCell::all(register, report))?,
        ReportFormat::Html => {
            let page = ReportPage::new(record).render();
            let page = page.map_err(|error| Failure::System(format!("cannot make the page: {error}")))?;
            printer.text(page.as_bytes())?;
        }
    }
    Ok(Outcome::Done)
}
