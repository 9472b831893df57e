//! Claims: what sources say.

use serde::Serialize;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::identity::{
    AgreementId, ApplicationId, ClaimId, CommitteeId, ExchangeId, GiftId, ListingId, MilestoneId, PartnerId,
    PolicyId, ProgrammeId, RelationshipId, SourceId, TermId,
};
use crate::source::{Claim, ClaimRank, Confidence, Subject};
use crate::store::StoreError;
use crate::store::row::{Record, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct ClaimRow {
    id: ClaimId,
    programme: Option<ProgrammeId>,
    policy: Option<PolicyId>,
    partner: Option<PartnerId>,
    relationship: Option<RelationshipId>,
    term: Option<TermId>,
    listing: Option<ListingId>,
    application: Option<ApplicationId>,
    milestone: Option<MilestoneId>,
    agreement: Option<AgreementId>,
    committee: Option<CommitteeId>,
    gift: Option<GiftId>,
    exchange: Option<ExchangeId>,
    fact: Option<Line>,
    value: Option<Line>,
    source: Option<SourceId>,
    confidence: Confidence,
    rank: ClaimRank,
    note: Option<Markdown>,
}

record!(
    ClaimRow,
    "claim",
    "insert into claim select * from jsonb_populate_recordset(null::claim, $1)
     on conflict (id) do update set
        (programme, policy, partner, relationship, term, listing, application, milestone, agreement, committee,
         gift, exchange, fact, value, source, confidence, rank, note) =
        (excluded.programme, excluded.policy, excluded.partner, excluded.relationship, excluded.term,
         excluded.listing, excluded.application, excluded.milestone, excluded.agreement, excluded.committee,
         excluded.gift, excluded.exchange, excluded.fact, excluded.value, excluded.source, excluded.confidence,
         excluded.rank, excluded.note)
     where (claim.*) is distinct from (excluded.*)"
);

impl From<&Claim> for ClaimRow {
    fn from(claim: &Claim) -> Self {
        let claim = claim.clone();
        let mut row = Self {
            id: claim.id,
            programme: None,
            policy: None,
            partner: None,
            relationship: None,
            term: None,
            listing: None,
            application: None,
            milestone: None,
            agreement: None,
            committee: None,
            gift: None,
            exchange: None,
            fact: claim.fact,
            value: claim.value,
            source: claim.source,
            confidence: claim.confidence,
            rank: claim.rank,
            note: claim.note,
        };
        match claim.subject {
            Subject::Programme(id) => row.programme = Some(id),
            Subject::Policy(id) => row.policy = Some(id),
            Subject::Partner(id) => row.partner = Some(id),
            Subject::Relationship(id) => row.relationship = Some(id),
            Subject::Term(id) => row.term = Some(id),
            Subject::Listing(id) => row.listing = Some(id),
            Subject::Application(id) => row.application = Some(id),
            Subject::Milestone(id) => row.milestone = Some(id),
            Subject::Agreement(id) => row.agreement = Some(id),
            Subject::Committee(id) => row.committee = Some(id),
            Subject::Gift(id) => row.gift = Some(id),
            Subject::Exchange(id) => row.exchange = Some(id),
        }
        row
    }
}

impl ClaimRow {
    fn subject(&self) -> Option<Subject> {
        None.or(self.programme.map(Subject::Programme))
            .or(self.policy.map(Subject::Policy))
            .or(self.partner.map(Subject::Partner))
            .or(self.relationship.map(Subject::Relationship))
            .or(self.term.map(Subject::Term))
            .or(self.listing.map(Subject::Listing))
            .or(self.application.map(Subject::Application))
            .or(self.milestone.map(Subject::Milestone))
            .or(self.agreement.map(Subject::Agreement))
            .or(self.committee.map(Subject::Committee))
            .or(self.gift.map(Subject::Gift))
            .or(self.exchange.map(Subject::Exchange))
    }
}

impl TryFrom<ClaimRow> for Claim {
    type Error = StoreError;

    fn try_from(row: ClaimRow) -> Result<Self, StoreError> {
        Ok(Self {
            subject: row.subject().ok_or_else(|| row.unreadable("subject"))?,
            id: row.id,
            fact: row.fact,
            value: row.value,
            source: row.source,
            confidence: row.confidence,
            rank: row.rank,
            note: row.note,
        })
    }
}

/// All claims but those about exchanges, which there may be very many of.
pub(super) async fn of_the_register(connection: &mut PgConnection) -> Result<Vec<Claim>, StoreError> {
    let rows = sqlx::query_as!(ClaimRow, "select * from claim where exchange is null");
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// All claims.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Claim>, StoreError> {
    let rows = sqlx::query_as!(ClaimRow, "select * from claim order by id");
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The claims about an exchange: of each fact the preferred one first.
pub(super) async fn of_exchange(
    connection: &mut PgConnection,
    exchange: ExchangeId,
) -> Result<Vec<Claim>, StoreError> {
    let rows = sqlx::query_as!(ClaimRow, "select * from claim where exchange = $1", exchange as _);
    let rows = rows.fetch_all(connection).await?;
    let mut claims: Vec<Claim> = rows.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
    claims.sort_by(|one, other| {
        let key = |claim: &Claim| (claim.rank, claim.confidence, claim.id);
        one.fact.cmp(&other.fact).then_with(|| key(one).cmp(&key(other)))
    });
    Ok(claims)
}

/// The claims about exchanges.
pub(super) async fn of_exchanges(
    connection: &mut PgConnection,
    exchanges: &[Uuid],
) -> Result<Vec<Claim>, StoreError> {
    let rows =
        sqlx::query_as!(ClaimRow, "select * from claim where exchange = any($1) order by id", exchanges);
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The claims about the exchanges of which one claim's id ends so, in the letters of a mark.
pub(super) async fn about_exchange_of(
    connection: &mut PgConnection,
    end_of_id: &str,
) -> Result<Vec<Claim>, StoreError> {
    let rows = sqlx::query_as!(
        ClaimRow,
        "select * from claim
         where exchange in (select exchange from claim as marked
                            where marked.exchange is not null and right(marked.id::text, length($1)) = $1)
         order by id",
        end_of_id
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}
