//! The public site: from a URL to the bytes of a page.

pub mod api;
pub mod app;
pub mod assets;
pub mod cache;
pub mod config;
pub mod feeds;
pub mod handlers;
pub mod health;
pub mod http;
pub mod keep;
pub mod language;
pub mod logging;
pub mod operator;
pub mod pages;
pub mod pictures;
pub mod present;
pub mod routes;
pub mod urls;
