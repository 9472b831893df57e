//! Benchmarks: what they measure, they print.

pub(crate) mod change;
pub(crate) mod cli;
pub(crate) mod cold;
pub(crate) mod crowd;
pub(crate) mod docker;
pub(crate) mod export;
pub(crate) mod languages;
pub(crate) mod load;
pub(crate) mod made;
mod serving;
pub(crate) mod start;
pub(crate) mod weight;
mod wire;
