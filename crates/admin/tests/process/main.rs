//! `signpost` as whole processes over a real Postgres: what it prints where, and how it exits.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod audit;
mod backup;
mod configuration;
mod costs;
mod database;
mod datasets;
mod deploy;
mod desk;
mod doctor;
mod documented;
mod exchange_files;
mod exchanges;
mod files;
mod handbook;
mod killed;
mod lifecycle;
mod mailbox;
mod manual;
mod nightly;
mod notices;
mod partners;
mod parts;
mod reading;
mod records;
mod refusals;
mod remind;
mod renewals;
mod report;
mod staff;
mod streams;
mod terminal;
mod translations;
mod upgrade;
mod verbs;
mod wikidata;
