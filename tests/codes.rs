//! Codes of other schemes: the bundled table says something of every kind and manner, and a user's rows overrule it.

use dateline::lexicon::{Lexicon, TableId, column};
use dateline::record::EventKind;
use dateline::{Article, Extractor};
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
