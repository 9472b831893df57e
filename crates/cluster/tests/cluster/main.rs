//! The private cluster as a whole: real folders, real processes, a real Postgres.

#[cfg(test)]
mod crash;
#[cfg(test)]
mod places;
#[cfg(test)]
mod sharing;
#[cfg(test)]
mod support;
