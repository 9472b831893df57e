//! `/policy`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::ToSchema;

use super::claims::Claim;
use super::context::Context;
use super::dates::{Day, HistoricDate};
use super::endpoint::{Asked, Reply, Whole};
use super::partners::AsOf;
use crate::http::PageError;

/// The programme's rules on a day.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Policy {
    /// The day.
    on: Day,
    /// The rules in force.
    items: Vec<PolicyRule>,
}

/// One rule, with the dates between which it is in force.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PolicyRule {
    /// Its id.
    id: String,
    /// Its name: `friendship-term`, `sisters-per-country` …
    rule: String,
    /// What it says: a period (ISO 8601, as `P2Y`), a whole number, `unlimited`, `open`, `yes` or `no`.
    value: String,
    /// The same in a sentence, in English.
    statement: String,
    /// Since when it is in force; `null`: not on record, it counts as always.
    from: Option<HistoricDate>,
    /// The first day that it is no longer in force; `null`: it is.
    until: Option<HistoricDate>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

impl PolicyRule {
    fn new(context: &Context, rule: &core::PolicyRule) -> Self {
        let claims = context.register.claims(Subject::Policy(rule.id)).iter();
        Self {
            id: rule.id.to_string(),
            rule: rule.rule.name().to_string(),
            value: rule.rule.value(),
            statement: rule.rule.statement(),
            from: rule.from.map(Into::into),
            until: rule.until.map(Into::into),
            claims: claims.map(|claim| Claim::new(context, claim, None)).collect(),
        }
    }
}

/// The rules in force, today or on a day.
pub(super) async fn show(asked: Asked<Whole, AsOf>) -> Result<Reply<Policy>, PageError> {
    let context = Context::of(&asked)?;
    let on = asked.query.on.unwrap_or(Day(context.today));
    let rules = context.register.policy().in_force(on.0);
    Ok(Reply::Body(Policy { on, items: rules.map(|rule| PolicyRule::new(&context, rule)).collect() }))
}
