//! The public: what the web role may read, and that it may do nothing else.

use jiff::Timestamp;
use signpost_core::database::{Freshness, STAFF_ROLE, WEB_ROLE, grant};
use signpost_core::store::change::NewChange;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page};
use signpost_core::store::import::Removal;
use signpost_core::store::{self, change, document, export, file, image, preview, register, series};
use signpost_core::{Minors, PreviewToken, Register};
use sqlx::{Executor, PgPool};

use crate::sample::sample;
use crate::support::{database, id, import, of};

/// The register that a role reads.
async fn register(pool: &PgPool) -> Register {
    register::load(&mut store::snapshot(pool).await.unwrap()).await.unwrap()
}

/// The code with which the server refuses a statement (Postgres, appendix A).
async fn refusal(pool: &PgPool, statement: String) -> String {
    let error = pool.execute(sqlx::AssertSqlSafe(statement.clone())).await;
    let error = error.err().unwrap_or_else(|| panic!("{statement} was not refused"));
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .map_or_else(|| error.to_string(), Into::into)
}

const PRIVILEGE: &str = "42501";

#[tokio::test]
async fn the_web_role_reads_no_table() {
    let (database, owner) = database().await;
    let web = database.web().unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')",
    )
    .fetch_all(&owner)
    .await
    .unwrap();
    assert!(tables.len() > 35);
    for table in tables {
        assert_eq!(refusal(&web, format!("select * from public.{table}")).await, PRIVILEGE, "{table}");
    }
}

#[tokio::test]
async fn the_web_role_does_nothing_but_read() {
    let (database, _owner) = database().await;
    let web = database.web().unwrap();
    // What the session forbids, it can allow itself again; what is not granted, it cannot.
    web.execute("set default_transaction_read_only = off").await.unwrap();
    let own = "set transaction_read_only = off; ";
    for statement in [
        "create temporary table mine (id integer)",
        "create table public.mine (id integer)",
        "create table published.mine (id integer)",
        "create schema mine",
        "update published.page set title = 'x'",
        "delete from published.partner",
        "insert into published.page values (gen_random_uuid(), 'x', 'x', 'x', null)",
        "insert into public.change (id, actor) values (gen_random_uuid(), 'x')",
        "truncate public.page",
        "lock table public.page",
        "select lo_create(0)",
        "select lo_from_bytea(0, 'x')",
        "select pg_read_file('/etc/passwd')",
        "copy published.page to '/tmp/pages'",
        "copy (select 1) to program 'true'",
        "set role signpost",
    ] {
        assert_eq!(refusal(&web, format!("{own}{statement}")).await, PRIVILEGE, "{statement}");
    }
}

#[tokio::test]
async fn a_draft_is_public_to_nobody() {
    let (database, owner) = database().await;
    let web = database.web().unwrap();
    let public = register(&web).await;
    assert!(public.called("toyokawa").is_some() && public.called("shenzhen").is_none());
    assert!(register(&owner).await.called("shenzhen").is_some());
    let mut connection = web.acquire().await.unwrap();
    assert!(exchange::by_slug(&mut connection, &of("draft")).await.unwrap().is_none());
    let festival = exchange::by_slug(&mut connection, &of("moon-festival")).await.unwrap().unwrap();
    // It is with Shenzhen too, which is not public.
    assert_eq!(festival.partners, [id("toyokawa")]);
    let all = ExchangeFilter::default();
    assert_eq!(exchange::count(&mut connection, &all).await.unwrap(), 3);
    assert_eq!(exchange::count(&mut owner.acquire().await.unwrap(), &all).await.unwrap(), 4);
}

#[tokio::test]
async fn remarks_for_staff_are_not_public() {
    let (database, _owner) = database().await;
    let web = database.web().unwrap();
    let public = register(&web).await;
    let partner = public.partners().first().unwrap();
    let relationship = &partner.relationship;
    assert_eq!(public.programme().note, None);
    assert_eq!((&partner.note, &relationship.note), (&None, &None));
    assert!(relationship.terms.iter().all(|term| term.note.is_none()));
    assert!(relationship.agreements.iter().all(|agreement| agreement.note.is_none()));
    assert!(relationship.committees.iter().all(|committee| committee.note.is_none()));
    assert!(public.policy().rules.iter().all(|rule| rule.note.is_none()));
    assert!(public.sources().iter().all(|source| source.note.is_none()));
    let mut connection = web.acquire().await.unwrap();
    assert_eq!(exchange::by_slug(&mut connection, &of("visit")).await.unwrap().unwrap().note, None);
}

/// Unpublishes one thing after the other, and sees it and its parts go.
#[tokio::test]
async fn what_is_unpublished_is_gone() {
    let (database, owner) = database().await;
    let web = database.web().unwrap();
    let never = None::<Timestamp>;
    let mut dataset = sample(1);
    let relationship = |register: &Register| register.partners()[0].relationship.clone();
    assert_eq!(relationship(&register(&web).await).agreements.len(), 1);

    dataset.partners[1].relationship.agreements[0].published_at = never;
    dataset.partners[1].relationship.committees[0].published_at = never;
    dataset.partners[1].relationship.applications[0].published_at = Some(of("2999-01-01T00:00:00Z"));
    dataset.programme.contacts[0].published_at = never;
    dataset.pages[0].published_at = never;
    dataset.notices[0].starts_at = of("2999-01-01T00:00:00Z");
    dataset.notices[0].ends_at = None;
    import(&owner, &dataset, Removal::Keep).await;
    let public = register(&web).await;
    let tie = relationship(&public);
    assert_eq!((tie.agreements.len(), tie.committees.len(), tie.applications.len()), (0, 0, 0));
    assert_eq!((public.programme().contacts.len(), public.pages().len(), public.notices().len()), (1, 0, 0));
    let hidden = ["agreement", "committee", "application"];
    let about = |claim: &signpost_core::Claim| format!("{:?}", claim.subject).to_lowercase();
    assert!(public.all_claims().all(|claim| hidden.iter().all(|noun| !about(claim).starts_with(noun))));

    dataset.partners[1].published_at = never;
    import(&owner, &dataset, Removal::Keep).await;
    let public = register(&web).await;
    assert!(public.partners().is_empty());
    assert!(
        public
            .all_claims()
            .all(|claim| ["programme", "policy"].iter().any(|noun| about(claim).starts_with(noun)))
    );
}

#[tokio::test]
async fn the_files_of_a_draft_are_not_public() {
    let (database, owner) = database().await;
    let web = database.web().unwrap();
    let count = |table: &'static str| {
        let (web, query) = (web.clone(), format!("select count(*) from {table}"));
        async move { sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(query)).fetch_one(&web).await.unwrap() }
    };
    assert_eq!((count("document").await, count("image").await, count("translation").await), (3, 5, 5));
    let mut dataset = sample(1);
    dataset.exchanges.iter_mut().for_each(|exchange| exchange.published_at = None);
    dataset.images[0].published_at = None;
    dataset.images[0].minors = Minors::Shown { consent: None };
    import(&owner, &dataset, Removal::Keep).await;
    assert_eq!((count("document").await, count("image").await, count("translation").await), (2, 3, 4));
}

/// Every function that reads for the public, as the public.
#[tokio::test]
async fn every_public_query_runs_as_the_web_role() {
    let (database, _owner) = database().await;
    let web = database.web().unwrap();
    let mut connection = store::snapshot(&web).await.unwrap();
    register::load(&mut connection).await.unwrap();
    register::version(&mut connection).await.unwrap();
    assert!(exchange::by_slug(&mut connection, &of("visit")).await.unwrap().is_some());
    assert_eq!(
        exchange::redirect(&mut connection, &of("moon-party")).await.unwrap(),
        Some(of("moon-festival"))
    );
    assert_eq!(exchange::nearest(&mut connection, "moon-festval").await.unwrap(), [of("moon-festival")]);
    assert_eq!(exchange::claims(&mut connection, id("visit")).await.unwrap().len(), 1);
    assert!(exchange::recorded_days(&mut connection).await.unwrap().is_some());
    assert_eq!(exchange::tallies(&mut connection, of("2026-11-23")).await.unwrap().len(), 1);
    let filter = ExchangeFilter { partner: Some(id("toyokawa")), ..ExchangeFilter::default() };
    for order in [Order::Earliest, Order::Latest] {
        let found = exchange::find(&mut connection, &filter, order, Page::First, 9).await.unwrap();
        assert_eq!(found.exchanges.len(), 3);
    }
    assert_eq!(exchange::per_year(&mut connection, &filter).await.unwrap().len(), 3);
    assert_eq!(exchange::of_series(&mut connection, id("series")).await.unwrap().len(), 3);
    assert_eq!(image::of_exchange(&mut connection, id("visit")).await.unwrap().len(), 1);
    assert_eq!(document::of_exchange(&mut connection, id("visit")).await.unwrap().len(), 1);
    assert!(series::by_id(&mut connection, id("series")).await.unwrap().is_some());
    assert_eq!(series::all(&mut connection).await.unwrap().len(), 1);
    // Export is for staff: it would hold what is not public.
    assert!(export::read(&mut connection).await.is_err());
}

#[tokio::test]
async fn a_preview_opens_one_exchange_to_who_has_its_token() {
    let (database, owner) = database().await;
    let (token, other) = (PreviewToken::new([1; 16]), PreviewToken::new([2; 16]));
    let mut transaction = owner.begin().await.unwrap();
    let change = NewChange::new(id("previews"), "Mei Lin", "exchange preview");
    change::begin(&mut transaction, &change).await.unwrap();
    sqlx::query("update exchange set published_at = null, note = 'for staff' where slug = 'visit'")
        .execute(&mut *transaction)
        .await
        .unwrap();
    let (far, past) = (of("2999-01-01T00:00:00Z"), of("2020-01-01T00:00:00Z"));
    sqlx::query("update image set published_at = null").execute(&mut *transaction).await.unwrap();
    preview::add(&mut transaction, (id("one"), id("visit")), &token, far).await.unwrap();
    preview::add(&mut transaction, (id("two"), id("visit")), &other, past).await.unwrap();
    change::commit(transaction, change.id).await.unwrap();

    let web = database.web().unwrap();
    let mut connection = store::snapshot(&web).await.unwrap();
    assert!(exchange::by_slug(&mut connection, &of("visit")).await.unwrap().is_none());
    let opened = preview::open(&mut connection, &token).await.unwrap().unwrap();
    assert_eq!((opened.exchange.slug, opened.expires_at), (of("visit"), far));
    assert_eq!((opened.exchange.note, opened.exchange.partners.len(), opened.claims.len()), (None, 1, 1));
    let [photograph] = &opened.images[..] else { panic!("{:?}", opened.images) };
    let digest = photograph.file.digest;
    assert!(file::picture(&mut connection, digest, photograph.width).await.unwrap().is_some());
    drop(connection);

    let mut connection = store::snapshot(&web).await.unwrap();
    assert!(file::picture(&mut connection, digest, photograph.width).await.unwrap().is_none());
    drop(connection);
    let minors = "update image set minors = 'shown', consent = null where exchange is not null";
    let mut transaction = owner.begin().await.unwrap();
    change::begin(&mut transaction, &NewChange::new(id("minors"), "Mei Lin", "photo edit")).await.unwrap();
    sqlx::query(minors).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let mut connection = store::snapshot(&web).await.unwrap();
    assert!(preview::open(&mut connection, &token).await.unwrap().unwrap().images.is_empty());
    assert!(file::picture(&mut connection, digest, photograph.width).await.unwrap().is_none());
    drop(connection);

    let mut connection = store::snapshot(&web).await.unwrap();
    assert!(preview::open(&mut connection, &other).await.unwrap().is_none());
    assert!(exchange::by_slug(&mut connection, &of("visit")).await.unwrap().is_none());
    drop(connection);
    // Without a token, and with what only the record has of it turned over, nothing is there.
    for view in ["preview", "exchange", "image", "file", "rendition"] {
        let statement = format!("select * from previewed.{view}");
        assert!(web.fetch_all(sqlx::AssertSqlSafe(statement)).await.unwrap().is_empty(), "{view}");
    }
}

#[tokio::test]
async fn staff_write_with_a_record_and_cannot_touch_the_record() {
    let (database, owner) = database().await;
    let staff = PgPool::connect(&database.url().replace("user=signpost", &format!("user={STAFF_ROLE}")))
        .await
        .unwrap();
    let (_, committed) = import(&staff, &sample(2), Removal::Keep).await;
    assert_eq!(committed, change::Committed::Recorded);
    let who: String = sqlx::query_scalar("select session_user_name from change order by at desc limit 1")
        .fetch_one(&owner)
        .await
        .unwrap();
    assert_eq!(who, STAFF_ROLE);
    for statement in [
        "update content_version set version = 0",
        "delete from audit_entry",
        "insert into audit_entry (change, noun, row_id, action) select id, 'page', id, 'insert' from change",
        "insert into redaction select gen_random_uuid(), change, id, '{name}', 'me', 'because' from audit_entry",
        "delete from change",
        "alter table page disable trigger all",
        "drop table page",
        "create table mine (id integer)",
    ] {
        assert_eq!(refusal(&staff, statement.to_owned()).await, PRIVILEGE, "{statement}");
    }
}

#[tokio::test]
async fn granting_again_changes_nothing() {
    let (database, owner) = database().await;
    let rights = "select jsonb_agg(acl order by acl)::text from (
        select relname || relacl::text from pg_class where relacl is not null
        union all select nspname || nspacl::text from pg_namespace where nspacl is not null
        union all select datname || datacl::text from pg_database where datname = current_database()) rights (acl)";
    let before: String = sqlx::query_scalar(rights).fetch_one(&owner).await.unwrap();
    assert!(before.contains(WEB_ROLE));
    grant(&mut owner.acquire().await.unwrap(), None).await.unwrap();
    let after: String = sqlx::query_scalar(rights).fetch_one(&owner).await.unwrap();
    assert_eq!(before, after);
    drop(database);
}

#[tokio::test]
async fn a_change_and_a_publication_are_new_editions() {
    let (database, owner) = database().await;
    let mut freshness = Freshness::of(database.web().unwrap());
    let first = freshness.changed().await.unwrap();
    assert_eq!(first.next_publication, None);
    let soon: Timestamp = {
        let now: String =
            sqlx::query_scalar("select (now() + interval '2 s')::text").fetch_one(&owner).await.unwrap();
        now.parse().unwrap()
    };
    let mut dataset = sample(1);
    dataset.pages[0].published_at = Some(soon);
    let (_, changed) = tokio::join!(import(&owner, &dataset, Removal::Keep), freshness.changed());
    let second = changed.unwrap();
    assert_eq!((second.version, second.next_publication.is_some()), (first.version + 1, true));
    assert!(register(&database.web().unwrap()).await.page("home").is_none());
    let third = freshness.changed().await.unwrap();
    assert_eq!((third.version, third.next_publication), (second.version, None));
    assert!(register(&database.web().unwrap()).await.page("home").is_some());
}
