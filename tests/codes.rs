//! Codes of other schemes: the bundled table says something of every kind and manner, and a user's rows overrule it.

use dateline::lexicon::{Lexicon, TableId, column};
use dateline::record::EventKind;
use dateline::{Article, Extractor};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Kinds that RECORD gives no sub-event of ACLED.
const BEYOND_ACLED: &[&str] = &[
    "accident", "accusation", "aid", "alert", "claim", "crime", "denial", "disaster", "meeting", "release", "robbery", "sanction",
    "statement", "threat", "trial",
];
/// Kinds without a type of PLOVER.
const BEYOND_PLOVER: &[&str] = &["accident", "claim", "disaster", "group_change", "statement"];

/// The rows of the code table: kind, method, status, PLOVER, ACLED.
fn rows(lexicon: &Lexicon) -> Vec<[String; 5]> {
    use column::EventCode::{Acled, Kind, Method, Plover, Status};
    let cells = |row| [Kind, Method, Status, Plover, Acled].map(|column| lexicon.row(row).text(column).to_owned());
    lexicon.rows(TableId::EventCode).map(cells).collect()
}

#[test]
fn every_kind_and_manner_has_its_codes() {
    let lexicon = Lexicon::bundled();
    let rows = rows(&lexicon);
    let triggers = lexicon.rows(TableId::Trigger).map(|row| lexicon.row(row));
    let told: BTreeSet<(String, String)> =
        triggers.map(|row| (row.text(column::Trigger::Kind).to_owned(), row.text(column::Trigger::Method).to_owned())).collect();
    let mut faults = Vec::new();
    for kind in told.iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>() {
        assert!(EventKind::named(kind).is_some(), "{kind} is a kind");
        match rows.iter().find(|row| &row[0] == kind && row[1].is_empty() && row[2].is_empty()) {
            None => faults.push(format!("{kind}: no row for the kind itself")),
            Some(row) => {
                let lacks = |cell: usize, beyond: &[&str]| row[cell].is_empty() != beyond.contains(&kind.as_str());
                faults.extend(lacks(3, BEYOND_PLOVER).then(|| format!("{kind}: PLOVER {:?}", row[3])));
                faults.extend(lacks(4, BEYOND_ACLED).then(|| format!("{kind}: ACLED {:?}", row[4])));
            }
        }
    }
    // A manner with a row of its own must be one that some trigger or weapon tells.
    let settled = ["live_fire", "nonstate", "offensive", "barricade"];
    let known = |kind: &str, method: &str| told.iter().any(|(k, m)| k == kind && m == method) || settled.contains(&method);
    faults.extend(
        rows.iter()
            .filter(|row| !row[1].is_empty() && !known(&row[0], &row[1]))
            .map(|row| format!("{} {}: nothing tells it", row[0], row[1])),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// CAMEO's code of the dyad in the first event of a text.
fn dyad(extractor: &Extractor, text: &str) -> (Vec<String>, Vec<String>, Option<String>) {
    let event = extractor.extract(&Article::new(text)).events.into_iter().next().expect("an event");
    (event.source, event.target, event.cameo.map(Cow::into_owned))
}

#[test]
fn a_dyad_needs_an_actor_and_the_day() {
    let extractor = Extractor::new();
    let code = |text: &str| dyad(&extractor, text).2.expect("a code");
    assert_eq!(code("Russian police arrested three Ukrainians on Sunday."), "173");
    assert_eq!(code("A mob burned down a warehouse on Sunday."), "---", "nobody is known");
    let record = extractor.extract(&Article::new("Kenya reopened its embassy five years after Somali rioters burned it down."));
    let arson = record.events.iter().find(|event| event.codes.cameo.as_deref() == Some("171")).expect("the fire");
    assert_eq!(arson.cameo.as_deref(), Some("---"), "the text only looks back");
}

#[test]
fn a_users_rows_overrule_the_codes_of_actors() {
    let table = "\
# title: our parts
# source: our desk
# licence: ours
# columns: as in the bundled table
# known gaps: all others
class\tcode\tnote
police\tPOL\t
";
    let text = "Russian police arrested three Ukrainians on Sunday.";
    assert_eq!(dyad(&Extractor::new(), text).0, ["RUSCOP"]);
    assert_eq!(dyad(&Extractor::builder().lexicon("actor-codes.tsv", table).expect("a right table").build(), text).0, ["RUSPOL"]);
}

#[test]
fn a_users_rows_overrule_the_codes() {
    let table = "\
# title: our codes
# source: our desk
# licence: ours
# columns: as in the bundled table
# known gaps: all others
kind\tmethod\tstatus\tplover\tcameo\tacled\tgtd\tmuc4
arrest\t\t\tCOERCE/detain\t1730\tOur arrests\t\t
";
    let article = Article::new("Police arrested seven suspects in Lyon on Sunday.");
    let codes = |extractor: Extractor| extractor.extract(&article).events.first().map(|event| event.codes.clone()).expect("an event");
    assert_eq!(codes(Extractor::new()).acled.as_deref(), Some("Arrests"));
    let ours = codes(Extractor::builder().lexicon("event-codes.tsv", table).expect("a right table").build());
    assert_eq!((ours.acled.as_deref(), ours.cameo.as_deref()), (Some("Our arrests"), Some("1730")));
}
