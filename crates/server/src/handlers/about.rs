//! `/about`

use super::{PageVisit, rendered};
use crate::http::{Answer, PageError};
use crate::pages::AboutPage;
use crate::urls::Page;

/// The page about the programme.
pub async fn about(visit: PageVisit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let view = presenter.about();
    let description = visit.locale.say_with("about-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &Page::About, &view.heading, &description);
    rendered(&AboutPage { chrome, view })
}
