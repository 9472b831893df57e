//! `/api` and `/api/openapi.json`

use super::{PageVisit, rendered};
use crate::api;
use crate::http::{Answer, PageError};
use crate::pages::ApiPage;
use crate::urls::Page;

/// What programs can ask for, for the people who write them.
pub async fn api(visit: PageVisit) -> Result<Answer, PageError> {
    let document = api::described(&visit.app).await?;
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let view = presenter.api(&document, visit.app.address());
    let description = visit.locale.say_with("api-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &Page::Api, &view.heading, &description);
    rendered(&ApiPage { chrome, view })
}

/// What programs can ask for, for programs.
pub async fn document(visit: PageVisit) -> Result<Answer, PageError> {
    let document = api::described(&visit.app).await?;
    Ok(api::json(&document)?.into())
}
