//! The store, on a real Postgres.

#[cfg(test)]
mod days;
#[cfg(test)]
mod find;
#[cfg(test)]
mod history;
#[cfg(test)]
mod import;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod public;
#[cfg(test)]
mod record;
#[cfg(test)]
mod report;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod search;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terms;
#[cfg(test)]
mod undo;
