//! One record as a person reads it, at 80 columns.

use insta::assert_snapshot;

use crate::staff::Desk;

/// What a command prints over the demonstration.
async fn seen(arguments: &[&str]) -> String {
    Desk::with_demonstration().await.run(arguments).data
}

#[tokio::test]
async fn a_partner_with_names_in_its_scripts() {
    assert_snapshot!(seen(&["partner", "show", "bhubaneswar"]).await, @"
    Bhubaneswar ଭୁବନେଶ୍ୱର
    Active sister city since 2012-11-24, runs until a party ends it

      short name    bhubaneswar
      names         ଭୁବନେଶ୍ୱର (or), भुवनेश्वर (hi), ブバネーシュワル (ja), 布巴內斯瓦爾
                    (zh-Hant), 布巴内斯瓦尔 (zh-Hans)
      country       Odisha, India (IN)
      place         20.2724, 85.8338
      way there     12,996 km, 8,075 miles, setting out at 331° (north-west)
      time zone     Asia/Kolkata
      GeoNames      1275817
      public        since 2026-11-01 00:00 UTC
      introduction  The City Council approved the sister city relationship with
                    Bhubaneswar in August 2011. The memorandum was signed in
                    November 2012.

                    The Cupertino-BBSR Sister City Initiative, an association of
                    volunteers, looks after it.

    Terms
      2012-11-24    sister, runs until a party ends it
                    approved 2011-08-16; resolution 11-138

    Disputed
      agreement of 2012-11-24: who signed the memorandum
        •  the mayors of both cities – What the City says (one source)
        •  Mayor Wong and Vice Mayor Bharati – Cupertino-BBSR Sister City
           Initiative, about us (one source)

    Sources
      No source: inferred from other facts
        name in Odia (inferred); names in other languages (inferred)
      GeoNames (geonames)
        place (one source)
      Resolution No. 11-138, establishing the sister city relationship with
      Bhubaneswar (resolution-11-138)
        sister term of 2012-11-24 (verified)
      Sister & Friendship Cities (seed-page)
        listing of 2020/2021 (inferred)
      Cupertino-BBSR Sister City Initiative, about us (bhubaneswar-initiative)
        agreement of 2012-11-24 (verified); Cupertino-BBSR Sister City Initiative
        (verified)
    ");
}

#[tokio::test]
async fn a_relationship_as_of_a_day() {
    assert_snapshot!(seen(&["relationship", "show", "copertino", "--on", "1970-01-01"]).await, @"
    Copertino
    On 1970-01-01, by what is known today: dormant sister city, since when is not on
    record

      partner         copertino
      sponsor         not on record
      complete years  none: exchanges may be missing from the record

    Terms
      1963            sister, runs until a party ends it

    Dormant
      no date         until 2013
                      Since when it slept is not on record.

    Listed, without dates
      2020/2021       as sister city

    Agreements
      1963            Memorandum of understanding
                      host: Mayor of Cupertino
                      partner: Mayor of Copertino

    Committees
      host            Cupertino Copertino Sister Cities Association
                      non-profit, founded 2016

    What else happened
      2013            Re-established by Cupertino Mayor Gilbert Wong and Copertino
                      Councilmember Mauro Valentino
      2016            The association is incorporated as a non-profit organisation

    Disputed
      agreement of 1963: mayor of Cupertino who signed
        •  John Benetti – An article of 2013 on Copertino (one source)
        •  Verne Jewett – F. Guida, on Copertino and Cupertino (it.paperblog.com)
           (one source)
      agreement of 1963: resolutions of the two councils
        •  Cupertino Resolution 797 of 1963-07-22, Copertino council act 53 of
           1963-07-24 – F. Guida, on Copertino and Cupertino (it.paperblog.com) (one
           source)
        •  a resolution of 1956 – iphoneitalia.com, on Copertino and Cupertino (one
           source)

    Sources
      No source: inferred from other facts
        names in other languages (inferred)
      GeoNames (geonames)
        place (one source)
      Cupertino Copertino Sister Cities Association, written comment to the City
      Council (copertino-association-2024)
        sister term of 1963 (verified); Re-established by Cupertino Mayor Gilbert
        Wong and Copertino Councilmember Mauro Valentino (one source); The
        association is incorporated as a non-profit organisation (one source);
        agreement of 1963 (verified); Cupertino Copertino Sister Cities Association
        (verified)
      Sister & Friendship Cities (seed-page)
        listing of 2020/2021 (inferred)
    ");
}

#[tokio::test]
async fn an_exchange_on_both_clocks() {
    assert_snapshot!(seen(&["exchange", "show", "new-taipei-memorandum-2021"]).await, @"
    New Taipei City friendship memorandum signed by video
    Ceremony, online

      short name  new-taipei-memorandum-2021
      when        2021-10-14 19:30, America/Los_Angeles
                  2021-10-15 10:30 in New Taipei City
      status      confirmed
      with        new-taipei
      where       not on record
      people      not on record
      public      since 2026-11-01 00:00 UTC

    Sources
      News of 15 October 2021 (ktsf-2021)
        exchange (one source)
    ");
}
