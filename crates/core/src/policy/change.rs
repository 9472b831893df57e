//! Setting a rule: from a date on, with what was in force before kept as history.

use jiff::civil::Date;

use super::{Policy, PolicyRule};
use crate::historic::HistoricDate;
use crate::identity::PolicyId;

/// Why a rule cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleSetError {
    /// It does not say from when.
    #[error("a rule that is set says from when it is in force")]
    NoStart,
    /// It would end before it begins.
    #[error("{until} is not after {from}, from which the rule is to be in force")]
    Backwards {
        /// From when.
        from: HistoricDate,
        /// Until when.
        until: HistoricDate,
    },
    /// Another of its name begins on that day, or while it is in force.
    #[error(
        "{name} is {value} from {from} on record: let the new rule end then, with --until {from}, or correct that one"
    )]
    Later {
        /// The name of both.
        name: &'static str,
        /// What that one says.
        value: String,
        /// From when.
        from: HistoricDate,
    },
    /// It is in force already.
    #[error("{name} is {value} already")]
    Same {
        /// The rule.
        name: &'static str,
        /// What it says.
        value: String,
    },
}

impl Policy {
    /// Sets a rule from a date on. What was in force before ends then, and stays on record; where the new rule has an
    /// end, the former one goes on from there, under the id `resumed`.
    ///
    /// # Errors
    /// It says nothing new, has no beginning or one after its end, or runs into a later one.
    pub fn set(&mut self, rule: PolicyRule, resumed: PolicyId) -> Result<(), RuleSetError> {
        let from = rule.from.ok_or(RuleSetError::NoStart)?;
        if let Some(until) = rule.until.filter(|until| until.first() <= from.first()) {
            return Err(RuleSetError::Backwards { from, until });
        }
        let name = rule.rule.name();
        let namesakes = || self.rules.iter().filter(|other| other.rule.name() == name);
        let until = rule.until.map_or(Date::MAX, HistoricDate::first);
        let begins_within = |other: &&PolicyRule| {
            other.from.is_some_and(|other| (from.first()..until).contains(&other.first()))
        };
        if let Some(later) = namesakes().find(begins_within) {
            let from = later.from.unwrap_or(from);
            return Err(RuleSetError::Later { name: name.as_str(), value: later.rule.value(), from });
        }
        let in_force = |other: &&PolicyRule| other.is_in_force(from.first());
        let Some(former) = namesakes().find(in_force).map(|former| former.id) else {
            self.rules.push(rule);
            return Ok(());
        };
        self.succeed(former, rule, from, resumed)
    }

    /// Ends a rule where another of its name begins, and lets it go on where that one ends.
    fn succeed(
        &mut self,
        former: PolicyId,
        rule: PolicyRule,
        from: HistoricDate,
        resumed: PolicyId,
    ) -> Result<(), RuleSetError> {
        let Some(former) = self.rules.iter_mut().find(|other| other.id == former) else {
            self.rules.push(rule);
            return Ok(());
        };
        if former.rule == rule.rule && rule.until == former.until {
            return Err(RuleSetError::Same { name: rule.rule.name().as_str(), value: rule.rule.value() });
        }
        let goes_on = rule.until.filter(|until| former.until.is_none_or(|end| until.first() < end.first()));
        let after = goes_on.map(|until| PolicyRule { id: resumed, from: Some(until), ..former.clone() });
        former.until = Some(from);
        self.rules.push(rule);
        self.rules.extend(after);
        Ok(())
    }
}
