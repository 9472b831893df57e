//! Policy: rules set, and exceptions made.

use signpost_core::dataset::Dataset;
use signpost_core::{Policy, PolicyException, PolicyRule, Rule, RuleName};

use crate::cli::{ExceptPolicy, RemoveException, SetPolicy};
use crate::commands::act::reason;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};

pub(super) async fn set(arguments: &SetPolicy, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let rule = Rule::parse(&arguments.rule, &arguments.value);
    let rule = rule.map_err(|error| Failure::input(error.to_string()))?;
    let body = async |draft: &mut Draft<'_>| {
        let mut policy = Policy { rules: draft.dataset.policy.clone() };
        let (from, until) = (Some(arguments.from), arguments.until);
        let rule = PolicyRule { id: draft.id()?, rule: rule.clone(), from, until, note: None };
        policy.set(rule, draft.id()?).map_err(|error| Failure::input(error.to_string()))?;
        draft.dataset.policy = policy.rules;
        Ok(())
    };
    desk.change("policy set", &arguments.writing, body).await
}

pub(super) async fn except(arguments: &ExceptPolicy, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let why = reason(&arguments.writing)?;
    let name: RuleName = arguments
        .rule
        .parse()
        .map_err(|error: signpost_core::RuleError| Failure::input(error.to_string()))?;
    let body = async |draft: &mut Draft<'_>| {
        let id = draft.id()?;
        let council = draft.dataset.programme.council.clone();
        let relationship = draft.partner(&arguments.partner)?.relationship.id;
        let policy = Policy { rules: draft.dataset.policy.clone() };
        let day = arguments.on.last();
        let rule = policy.in_force(day).find(|rule| rule.rule.name() == name);
        let rule = rule.map(|rule| rule.id).ok_or_else(|| {
            Failure::input(format!(
                "the rule {name} is not in force on {day}, so there is nothing to except: see signpost policy show --on {day}"
            ))
        })?;
        draft.dataset.policy_exceptions.push(PolicyException {
            id,
            rule,
            relationship,
            decided: arguments.on,
            authority: arguments.authority.clone().unwrap_or(council),
            reason: why.clone(),
            record_number: arguments.record_number.clone(),
        });
        Ok(())
    };
    desk.change("policy except", &arguments.writing, body).await
}

pub(super) async fn remove(arguments: &RemoveException, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let name: RuleName = arguments
        .rule
        .parse()
        .map_err(|error: signpost_core::RuleError| Failure::input(error.to_string()))?;
    let body = async |draft: &mut Draft<'_>| {
        let relationship = draft.partner(&arguments.partner)?.relationship.id;
        let Dataset { policy, policy_exceptions, .. } = &mut draft.dataset;
        let count = policy_exceptions.len();
        policy_exceptions.retain(|exception| {
            let rule = policy.iter().find(|rule| rule.id == exception.rule);
            exception.relationship != relationship || rule.is_none_or(|rule| rule.rule.name() != name)
        });
        if policy_exceptions.len() == count {
            return Err(Failure::input(format!(
                "no exception from {name} is on record for {}: see signpost policy exceptions list",
                arguments.partner
            )));
        }
        Ok(())
    };
    let question = format!("Remove the exceptions from {name} for {}?", arguments.partner);
    desk.ask_and_change("policy exceptions remove", &arguments.asking, &question, body).await
}
