//! The programme: its words, its rules, its files and its store.
//!
//! One host city, its partners abroad, and what happens between them. The words are those of `docs/words.md`; what
//! dates, terms and standing mean exactly is in `docs/semantics.md`.

mod agreement;
mod attention;
pub mod calendar;
mod clock;
mod committee;
pub mod configuration;
mod cost;
pub mod database;
pub mod dataset;
mod document;
mod exchange;
mod geo;
mod gift;
mod historic;
mod identity;
mod notice;
mod page;
mod partner;
mod period;
mod po;
mod policy;
mod programme;
mod register;
mod relationship;
mod reminder;
mod renewal;
mod report;
pub mod search;
mod source;
pub mod store;
mod text;
pub mod translation;
pub mod wikidata;
mod word;

pub use agreement::{Agreement, Side, Signatory, SigningMethod};
pub use attention::{
    About, Attention, Concern, ExchangeSummary, TranslationSummary, attention_to_translations,
};
pub use clock::{Clock, ClockError};
pub use committee::{Committee, CommitteeForm, Contact};
pub use cost::{Cost, CostSubject, Money, MoneyError};
#[cfg(feature = "testing")]
pub use document::samples;
pub use document::{
    Content, ContentError, Digest, Document, DocumentSubject, File, Image, ImageSubject, LONGEST, Looks,
    MOST_BYTES, MOST_PIXELS, MediaType, Minors, NoDigest, Rendition, Unpublishable, WIDTHS, widths,
};
pub use exchange::{
    Cycle, DayOfMonth, Direction, End, Every, Exchange, ExchangeError, ExchangeKind, Fold, LikelyDuplicate,
    On, People, PreviewToken, PreviewTokenError, RepeatRule, RepeatRuleError, SaidError, Series, Status,
    Timed, When, WhenError, likely_duplicates,
};
pub use geo::{Place, PlaceError, Way};
pub use gift::Gift;
pub use historic::{HistoricDate, HistoricDateError, HistoricSpan, Precision};
pub use identity::{
    AgreementId, ApplicationId, ChangeId, ClaimId, CommitteeId, CompletenessId, ContactId, CostId,
    DocumentId, DormancyId, ExchangeId, GiftId, Id, IdPrefix, ImageId, LetterId, ListingId, MilestoneId,
    NoIdPrefix, NoticeId, PageId, PartnerId, PartnerNameId, PolicyExceptionId, PolicyId, PreviewId,
    ProgrammeId, RedactionId, RelationshipId, SeriesId, SignatoryId, SlugRedirectId, SourceId, TermId,
    TranslationId,
};
pub use notice::{Notice, Severity};
pub use page::Page;
pub use partner::{NamePurpose, Partner, PartnerName};
pub use period::{Period, PeriodError};
pub use policy::{
    Answer, Finding, FindingKind, Limit, Policy, PolicyCheck, PolicyException, PolicyRule, Rule, RuleError,
    RuleName, RuleSetError,
};
pub use programme::Programme;
pub use register::{Called, Register, RegisterParts};
pub use relationship::{
    Application, ApplicationError, Approval, Basis, Beginning, BeginningError, Certainty, CompleteYear,
    CompletenessError, CorrectionError, DaySpan, Decision, Dormancy, EndCause, Ending, EndingError, Kind,
    Listing, MemorandumError, Milestone, News, NewsBasis, NewsEvent, OrderFault, Outcome, Promotion,
    Relationship, Renewal, RenewalError, Renewed, Standing, State, Term, TermCorrection, Vote, VoteError,
};
pub use reminder::{Anniversary, Reminder};
pub use renewal::{Achievement, AchievementLine, DueRenewal, RenewalDay, RenewalStep, YearRecord};
pub use report::{
    Completeness, CostCell, Counted, Counts, ExchangeCell, PartnerLine, Report, Scope, Spent, Sums, YearLine,
};
pub use source::{Claim, ClaimRank, Confidence, Source, Subject};
pub use text::{
    CountryCode, Currency, EmailAddress, Language, Line, Localized, Markdown, SearchWords, Slug, TextError,
    TimeZoneName, WebAddress, WikidataId, fold,
};
pub use translation::{Review, Translation, TranslationState, TranslationSubject, Version};
pub use word::WordError;
