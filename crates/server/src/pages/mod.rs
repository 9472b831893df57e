//! The pages: for each the values it shows (its view) and its template.
//!
//! Views hold ready words and URLs; templates look up messages and loop, and compute nothing.

mod about;
mod accessibility;
mod api;
mod as_of;
mod blade;
mod chrome;
mod data;
mod document;
mod embed;
mod error;
mod exchange;
mod exchange_card;
mod exchanges;
mod fact;
mod home;
mod map;
mod month;
mod partner;
mod partners;
mod photo;
mod prose;
mod search;
mod signpost;
mod take_part;
mod timeline;
mod written;
mod years;

#[cfg(test)]
mod rendering;
#[cfg(test)]
pub(crate) mod samples;

pub use about::{AboutPage, AboutView, RuleView, SectionView};
pub use accessibility::{AccessibilityPage, AccessibilityView};
pub use api::{ApiPage, ApiView, EndpointView, ExampleView, ParameterView, ProblemView};
pub use as_of::AsOfView;
pub use blade::{BladeView, ForeignName, NextExchange, Reach, Side, StandingView, Tone};
pub use chrome::{Chrome, FeedLink, LanguageLink, Link, MenuItem, NoticeLevel, NoticeView, Site};
pub use data::{DataPage, DataView, DownloadView};
pub use document::DocumentView;
pub use embed::EmbeddedExchangesPage;
pub use error::{ErrorPage, ErrorView};
pub use exchange::{ExchangePage, ExchangeView, Participant};
pub use exchange_card::{CityTime, ExchangeCard, Leaf, StatusTone, StatusView, When};
pub use exchanges::{Choice, ExchangesPage, ExchangesView, FilterView};
pub use fact::{ClaimView, DisputeView, Labelled, SourceMark, SourceView};
pub use home::{HomePage, HomeView};
pub use map::{MapFile, MapPage, MapView};
pub use month::{MonthDay, MonthEntry, MonthPage, MonthView, WeekdayView};
pub use partner::{
    AgreementView, ClockView, CommitteeView, ContactView, GiftView, PartnerPage, PartnerView, SignatoryView,
    TermView,
};
pub use partners::{PartnerGroup, PartnersPage, PartnersView};
pub use photo::PhotoView;
pub use prose::{NotePart, Prose};
pub use search::{
    Marked, NothingView, Passage, Reason, ResultGroup, ResultView, SearchPage, SearchView, YearView,
};
pub use signpost::{
    DirectionGroup, SignpostBoardsPage, SignpostBoardsView, SignpostFile, SignpostPage, SignpostView,
};
pub use take_part::{CityCommittees, TakePartPage, TakePartView};
pub use timeline::{TimelineEntry, TimelineFile, TimelineGroup, TimelinePage, TimelineRow, TimelineView};
pub use written::{LangAttribute, Written};
pub use years::{Measure, YearRow, YearsView};
