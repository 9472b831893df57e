//! The rows of exchanges.

use jiff::civil::Date;
use serde::Serialize;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::{CivilTime, Day, Moment};
use crate::exchange::{Direction, Exchange, ExchangeKind, Fold, People, Status, Timed, When, WhenError};
use crate::historic::HistoricDate;
use crate::identity::{CommitteeId, ExchangeId, Id, PartnerId, SeriesId};
use crate::store::StoreError;
use crate::store::exchange::Cursor;
use crate::store::row::{Record, position, record};
use crate::text::{Line, Markdown, Slug, TimeZoneName, WebAddress};

#[derive(Debug, Serialize)]
pub(in crate::store) struct ExchangeRow {
    pub(super) id: ExchangeId,
    pub(super) slug: Slug,
    pub(super) title: Line,
    pub(super) description: Option<Markdown>,
    pub(super) kind: ExchangeKind,
    pub(super) direction: Direction,
    pub(super) status: Status,
    pub(super) status_reason: Option<Line>,
    pub(super) form: String,
    pub(super) first_day: Day,
    pub(super) last_day: Day,
    pub(super) starts: Option<CivilTime>,
    pub(super) ends: Option<CivilTime>,
    pub(super) zone: Option<TimeZoneName>,
    pub(super) fold: Option<Fold>,
    pub(super) starts_at: Option<Moment>,
    pub(super) ends_at: Option<Moment>,
    pub(super) previous_form: Option<String>,
    pub(super) previous_first_day: Option<Day>,
    pub(super) previous_last_day: Option<Day>,
    pub(super) previous_starts: Option<CivilTime>,
    pub(super) previous_ends: Option<CivilTime>,
    pub(super) previous_zone: Option<TimeZoneName>,
    pub(super) previous_fold: Option<Fold>,
    pub(super) venue: Option<Line>,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    pub(super) website: Option<WebAddress>,
    pub(super) organizer: Option<CommitteeId>,
    pub(super) leader: Option<Line>,
    pub(super) students: Option<i32>,
    pub(super) chaperones: Option<i32>,
    pub(super) adults: Option<i32>,
    pub(super) host_families: Option<i32>,
    pub(super) people_sum: Option<i32>,
    pub(super) people_remark: Option<Line>,
    pub(super) series: Option<SeriesId>,
    pub(super) ordinal: Option<i32>,
    pub(super) calendar_uid: Option<Line>,
    pub(super) sequence: i32,
    pub(super) published_at: Option<Moment>,
    pub(super) note: Option<Markdown>,
    /// From rows of their own.
    #[serde(skip)]
    pub(super) partners: Vec<PartnerId>,
}

record!(
    ExchangeRow,
    "exchange",
    "insert into exchange select * from jsonb_populate_recordset(null::exchange, $1)
     on conflict (id) do update set
        (slug, title, description, kind, direction, status, status_reason, form, first_day, last_day, starts,
         ends, zone, fold, starts_at, ends_at, previous_form, previous_first_day, previous_last_day,
         previous_starts, previous_ends, previous_zone, previous_fold, venue, latitude, longitude, website,
         organizer, leader, students, chaperones, adults, host_families, people_sum, people_remark, series,
         ordinal, calendar_uid, sequence, published_at, note) =
        (excluded.slug, excluded.title, excluded.description, excluded.kind, excluded.direction,
         excluded.status, excluded.status_reason, excluded.form, excluded.first_day, excluded.last_day,
         excluded.starts, excluded.ends, excluded.zone, excluded.fold, excluded.starts_at, excluded.ends_at,
         excluded.previous_form, excluded.previous_first_day, excluded.previous_last_day,
         excluded.previous_starts, excluded.previous_ends, excluded.previous_zone, excluded.previous_fold,
         excluded.venue, excluded.latitude, excluded.longitude, excluded.website, excluded.organizer,
         excluded.leader, excluded.students, excluded.chaperones, excluded.adults, excluded.host_families,
         excluded.people_sum, excluded.people_remark, excluded.series, excluded.ordinal, excluded.calendar_uid,
         excluded.sequence, excluded.published_at, excluded.note)
     where (exchange.*) is distinct from (excluded.*)"
);

/// When something is, in columns.
#[derive(Debug, Default)]
struct WhenColumns {
    form: Option<String>,
    first_day: Option<Day>,
    last_day: Option<Day>,
    starts: Option<CivilTime>,
    ends: Option<CivilTime>,
    zone: Option<TimeZoneName>,
    fold: Option<Fold>,
}

impl WhenColumns {
    fn of(when: &When, host: &TimeZoneName) -> Result<Self, WhenError> {
        let (first_day, last_day) = when.days(host)?;
        let form = match when {
            When::Timed(_) => "timed",
            When::Days { .. } => "days",
            When::Historic(_) => "historic",
        };
        let days = Self {
            form: Some(form.to_owned()),
            first_day: Some(Day(first_day)),
            last_day: Some(Day(last_day)),
            ..Self::default()
        };
        Ok(match when {
            When::Timed(timed) => Self {
                starts: Some(CivilTime(timed.starts)),
                ends: timed.ends.map(CivilTime),
                zone: Some(timed.zone.clone()),
                fold: timed.fold,
                ..days
            },
            When::Days { .. } | When::Historic(_) => days,
        })
    }

    /// The time that the columns hold; `Ok(None)`: they hold none; `Err`: they make no sense together.
    fn when(self) -> Result<Option<When>, ()> {
        let Some(form) = self.form else {
            return Ok(None);
        };
        let days: Option<(Date, Date)> = self.first_day.map(Into::into).zip(self.last_day.map(Into::into));
        let when = match form.as_str() {
            "timed" => self.starts.zip(self.zone).map(|(starts, zone)| {
                let ends = self.ends.map(Into::into);
                When::Timed(Timed { starts: starts.into(), ends, zone, fold: self.fold })
            }),
            "days" => days.map(|(first, last)| When::Days { first, last }),
            "historic" => {
                days.and_then(|(first, last)| HistoricDate::between(first, last)).map(When::Historic)
            }
            _ => None,
        };
        when.map(Some).ok_or(())
    }
}

impl ExchangeRow {
    /// The row of an exchange; its days are those on the host's calendar.
    pub(in crate::store) fn of(exchange: &Exchange, host: &TimeZoneName) -> Result<Self, StoreError> {
        let refused = |source| StoreError::When { slug: exchange.slug.clone(), source };
        let (first_day, last_day) = exchange.when.days(host).map_err(refused)?;
        let when = WhenColumns::of(&exchange.when, host).map_err(refused)?;
        let previously = exchange.previously.as_ref().map(|when| WhenColumns::of(when, host));
        let previously = previously.transpose().map_err(refused)?.unwrap_or_default();
        let (starts_at, ends_at) = instants(&exchange.when).map_err(refused)?;
        let exchange = exchange.clone();
        Ok(Self {
            id: exchange.id,
            slug: exchange.slug,
            title: exchange.title,
            description: exchange.description,
            kind: exchange.kind,
            direction: exchange.direction,
            status: exchange.status,
            status_reason: exchange.status_reason,
            form: when.form.unwrap_or_default(),
            first_day: Day(first_day),
            last_day: Day(last_day),
            starts: when.starts,
            ends: when.ends,
            zone: when.zone,
            fold: when.fold,
            starts_at,
            ends_at,
            previous_form: previously.form,
            previous_first_day: previously.first_day,
            previous_last_day: previously.last_day,
            previous_starts: previously.starts,
            previous_ends: previously.ends,
            previous_zone: previously.zone,
            previous_fold: previously.fold,
            venue: exchange.venue,
            latitude: exchange.place.map(crate::Place::latitude),
            longitude: exchange.place.map(crate::Place::longitude),
            website: exchange.website,
            organizer: exchange.organizer,
            leader: exchange.leader,
            students: exchange.people.students,
            chaperones: exchange.people.chaperones,
            adults: exchange.people.adults,
            host_families: exchange.people.host_families,
            people_sum: exchange.people.sum,
            people_remark: exchange.people.remark,
            series: exchange.series,
            ordinal: exchange.ordinal,
            calendar_uid: exchange.calendar_uid,
            sequence: exchange.sequence,
            published_at: exchange.published_at.map(Moment),
            note: exchange.note,
            partners: exchange.partners,
        })
    }

    /// Its place in lists.
    pub(super) fn cursor(&self) -> Cursor {
        Cursor { day: self.first_day.into(), id: self.id }
    }

    fn when(&mut self) -> Result<When, StoreError> {
        let columns = WhenColumns {
            form: Some(self.form.clone()),
            first_day: Some(self.first_day),
            last_day: Some(self.last_day),
            starts: self.starts,
            ends: self.ends,
            zone: self.zone.take(),
            fold: self.fold,
        };
        columns.when().ok().flatten().ok_or_else(|| self.unreadable("time"))
    }

    fn previously(&mut self) -> Result<Option<When>, StoreError> {
        let columns = WhenColumns {
            form: self.previous_form.take(),
            first_day: self.previous_first_day,
            last_day: self.previous_last_day,
            starts: self.previous_starts,
            ends: self.previous_ends,
            zone: self.previous_zone.take(),
            fold: self.previous_fold,
        };
        columns.when().map_err(|()| self.unreadable("previous time"))
    }
}

/// The instants of the start and the end of what has times of day.
fn instants(when: &When) -> Result<(Option<Moment>, Option<Moment>), WhenError> {
    let When::Timed(timed) = when else {
        return Ok((None, None));
    };
    let end = timed.end()?.map(|end| Moment(end.timestamp()));
    Ok((Some(Moment(timed.start()?.timestamp())), end))
}

impl TryFrom<ExchangeRow> for Exchange {
    type Error = StoreError;

    fn try_from(mut row: ExchangeRow) -> Result<Self, StoreError> {
        Ok(Self {
            when: row.when()?,
            previously: row.previously()?,
            place: row.place(row.latitude, row.longitude)?,
            id: row.id,
            slug: row.slug,
            title: row.title,
            description: row.description,
            partners: row.partners,
            kind: row.kind,
            direction: row.direction,
            status: row.status,
            status_reason: row.status_reason,
            venue: row.venue,
            website: row.website,
            organizer: row.organizer,
            leader: row.leader,
            people: People {
                students: row.students,
                chaperones: row.chaperones,
                adults: row.adults,
                host_families: row.host_families,
                sum: row.people_sum,
                remark: row.people_remark,
            },
            series: row.series,
            ordinal: row.ordinal,
            calendar_uid: row.calendar_uid,
            sequence: row.sequence,
            published_at: row.published_at.map(Into::into),
            note: row.note,
        })
    }
}

/// That an exchange is with a partner: a field of the exchange, in rows. Its id follows from the two.
#[derive(Debug, Serialize)]
pub(in crate::store) struct ExchangePartnerRow {
    id: ExchangeId,
    exchange: ExchangeId,
    partner: PartnerId,
    position: i32,
}

record!(
    ExchangePartnerRow,
    "exchange_partner",
    "insert into exchange_partner select * from jsonb_populate_recordset(null::exchange_partner, $1)
     on conflict (id) do update set
        (exchange, partner, position) = (excluded.exchange, excluded.partner, excluded.position)
     where (exchange_partner.*) is distinct from (excluded.*)"
);

impl ExchangePartnerRow {
    pub(in crate::store) fn all_of(exchange: &Exchange) -> impl Iterator<Item = Self> {
        exchange.partners.iter().enumerate().map(|(index, partner)| Self {
            id: Id::derived("exchange-partner", &format!("{} {partner}", exchange.id)),
            exchange: exchange.id,
            partner: *partner,
            position: position(index),
        })
    }

    /// Removes from exchanges the partners that they no longer are with.
    pub(in crate::store) async fn remove_former(
        connection: &mut PgConnection,
        exchanges: &[Exchange],
        rows: &[Self],
    ) -> Result<(), StoreError> {
        let exchanges: Vec<Uuid> = exchanges.iter().map(|exchange| exchange.id.uuid()).collect();
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id.uuid()).collect();
        sqlx::query!(
            "delete from exchange_partner using unnest($1::uuid[]) as listed (exchange)
             where exchange_partner.exchange = listed.exchange
                and not exists (select from unnest($2::uuid[]) as kept (id) where kept.id = exchange_partner.id)",
            &exchanges,
            &ids
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
