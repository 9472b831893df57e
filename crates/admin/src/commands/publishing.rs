//! Publishing: what is private becomes public, now or then, and private again.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cli::Moment;
use crate::failure::Failure;

/// Makes something public, `called` as `the page about`: now, or at a moment to come.
pub(super) fn publish(
    published_at: &mut Option<Timestamp>,
    at: Option<Moment>,
    (now, zone): (Timestamp, &TimeZone),
    called: &str,
) -> Result<(), Failure> {
    let at = at.map(|moment| moment.instant(zone)).transpose()?;
    match (*published_at, at) {
        (_, Some(at)) if at < now => {
            Err(Failure::input(format!("--at {at} is past: leave it out to publish {called} now")))
        }
        (Some(since), _) if since <= now => {
            Err(Failure::input(format!("{called} is public already, since {since}")))
        }
        (_, at) => {
            *published_at = Some(at.unwrap_or(now));
            Ok(())
        }
    }
}

/// Makes something private again.
pub(super) fn unpublish(published_at: &mut Option<Timestamp>, called: &str) -> Result<(), Failure> {
    match published_at.take() {
        Some(_) => Ok(()),
        None => Err(Failure::input(format!("{called} is not public"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_public_is_published_once_and_never_in_the_past() {
        let now: Timestamp = "2026-11-23T20:00:00Z".parse().unwrap();
        let clock = (now, &TimeZone::UTC);
        let mut page = None;
        publish(&mut page, Some("2026-12-01".parse().unwrap()), clock, "the page").unwrap();
        assert_eq!(page, Some("2026-12-01T00:00:00Z".parse().unwrap()));
        publish(&mut page, None, clock, "the page").unwrap();
        assert_eq!(page, Some(now));
        assert!(publish(&mut page, None, clock, "the page").is_err());
        assert!(publish(&mut None, Some("2026-11-22".parse().unwrap()), clock, "the page").is_err());
        unpublish(&mut page, "the page").unwrap();
        assert!(unpublish(&mut page, "the page").is_err());
    }
}
