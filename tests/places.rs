//! Names of places and which of their namesakes is meant, with the names given: `tests/cases/places.txt`, and the examples of the words
//! that tell the kind of a place.

use crate::marked::{Mark, check_failures, lines, unmark};
use dateline::document::{Document, Layout};
use dateline::lexicon::{Lexicon, TableId, column};
use dateline::mention::NameMention;
use dateline::place::{self, Candidate, PlaceKind};
use dateline::record::EntityKind;
use dateline::{Article, Extractor};

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn namesakes_are_told_apart() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let mut failures = Vec::new();
    for (_, line) in lines(include_str!("cases/places.txt")) {
        failures.extend(fault(&lexicon, &mut layout, line).map(|found| (line.to_owned(), found)));
    }
    check_failures("places.txt\t", &failures);
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn words_beside_a_name_tell_its_kind() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let mut faults = Vec::new();
    for row in lexicon.rows(TableId::PlaceWord) {
        let row = lexicon.row(row);
        let (term, example) = (row.text(column::PlaceWord::Term), row.text(column::PlaceWord::Example));
        assert!(example.to_lowercase().contains(term), "{term} does not stand in its example");
        faults.extend(fault(&lexicon, &mut layout, example).map(|fault| format!("{example}: {fault}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn a_country_can_be_likelier() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let document = layout.read("A bomb went off in Hyderabad.", &lexicon);
    let name = NameMention { first: 5, last: 6, kind: EntityKind::Place, row: None, country: None, rule: "test" };
    let country = |bias| place::resolve(document, &[name], None, bias)[0].place.country;
    assert_eq!((country(None), country(Some("PK"))), ("IN", "PK"));
    let titled = place::resolve(document, &[name], Some("Blast in Pakistan kills two"), None);
    assert_eq!(titled[0].place.country, "PK");
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn a_reading_tells_what_else_the_name_may_mean() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let document = layout.read("Vienna was calm.", &lexicon);
    let name = NameMention { first: 0, last: 1, kind: EntityKind::Place, row: None, country: None, rule: "test" };
    let readings = place::resolve(document, &[name], None, None);
    assert_eq!(readings[0].place.key(&lexicon), "place/2761369");
    assert!(readings[0].alternatives.iter().any(|other| other.label(&lexicon) == "Vienna, US-VA"), "{:?}", readings[0].alternatives);
    assert!(readings[0].score > 0.5 && readings[0].score <= 1.0);
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn every_kind_of_place_has_its_feature_code() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    for (text, code) in
        [("Iran", "PCLI"), ("Helmand province", "ADM1"), ("Paris", "PPLC"), ("Mosul", "PPL"), ("Lake Chad", "LK"), ("Sahel", "RGN")]
    {
        let document = layout.read(text, &lexicon);
        let last = document.tokens.len() as u32;
        let name = NameMention { first: 0, last, kind: EntityKind::Place, row: None, country: None, rule: "test" };
        let readings = place::resolve(document, &[name], None, None);
        assert_eq!(readings[0].place().feature.as_deref(), Some(code), "{text}");
    }
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn lists_tell_of_a_name_before_its_sentence_is_read() {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let document = layout.read("Reading Jordan Quetta Ankh-Morpork", &lexicon);
    let prior = |at| place::prior(document, at, at + 1);
    let reading = prior(0).expect("a town of England");
    assert!(reading.word > 0 && reading.population > 100_000, "{reading:?}");
    let jordan = prior(1).expect("a country");
    assert!(jordan.kind == PlaceKind::Country && jordan.person > 0, "{jordan:?}");
    assert!(prior(2).is_some_and(|quetta| quetta.word == 0 && quetta.person == 0 && !quetta.is_stopped));
    assert_eq!(place::prior(document, 3, 6), None);
}

/// What is wrong with the readings of the names marked in `line`.
fn fault(lexicon: &Lexicon, layout: &mut Layout, line: &str) -> Option<String> {
    let (text, marks) = unmark(line);
    let document = layout.read(&text, lexicon);
    let names: Vec<NameMention> = marks.iter().map(|mark| mention(document, mark)).collect();
    let readings = place::resolve(document, &names, None, None);
    let mut wrong = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let reading = readings.iter().find(|reading| reading.mentions.contains(&(index as u32)));
        let found = reading.map(|reading| reading.place);
        if !is_right(&mark.answer, found.as_ref()) {
            let found = found.map_or("none".to_owned(), |place| format!("{} {}", place.label(lexicon), kind(&place)));
            wrong.push(format!("{} is {found}", &text[mark.start as usize..mark.end as usize]));
        }
    }
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

fn mention(document: Document<'_>, mark: &Mark) -> NameMention {
    let first = document.tokens.partition_point(|token| token.end <= mark.start) as u32;
    let last = document.tokens.partition_point(|token| token.start < mark.end) as u32;
    NameMention { first, last, kind: EntityKind::Place, row: None, country: None, rule: "test" }
}

fn is_right(answer: &str, found: Option<&Candidate<'_>>) -> bool {
    let (area, wanted) = answer.split_once(' ').unwrap_or((answer, ""));
    match found {
        None => area == "none",
        Some(place) => (area == "-" || area == place.country || area == place.admin1) && (wanted.is_empty() || wanted == kind(place)),
    }
}

fn kind(place: &Candidate<'_>) -> &'static str {
    match place.kind {
        PlaceKind::Country => "country",
        PlaceKind::Division => "division",
        PlaceKind::Region => "region",
        PlaceKind::Town => "town",
    }
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn a_country_bias_decides_between_namesakes() {
    let country = |extractor: Extractor, text: &str| {
        let record = extractor.extract(&Article::new(text));
        record.entities.first().and_then(|entity| entity.place.as_ref()?.country.clone())
    };
    let text = "Police in Cordoba arrested two men.";
    assert_eq!(country(Extractor::new(), text).as_deref(), Some("AR"));
    assert_eq!(country(Extractor::builder().country_bias("ES").build(), text).as_deref(), Some("ES"));
    // What the text says counts more.
    let told = "Police in Cordoba, Argentina, arrested two men.";
    assert_eq!(country(Extractor::builder().country_bias("ES").build(), told).as_deref(), Some("AR"));
}
