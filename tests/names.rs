//! Names and what they name: `tests/cases/names.txt`.

use crate::marked::{Mark, check_failures, lines, unmark};
use dateline::record::{Entity, EntityKind};
use dateline::{Article, Extractor};

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn names_are_found_and_linked() {
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    for (_, line) in lines(include_str!("cases/names.txt")) {
        failures.extend(fault(&extractor, line).map(|found| (line.to_owned(), found)));
    }
    check_failures("names.txt\t", &failures);
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn roles_stand_for_bodies_and_groups() {
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    for (_, line) in lines(include_str!("cases/roles.txt")) {
        let (text, marks) = unmark(line);
        let record = extractor.extract(&Article::new(&text));
        let told =
            record.entities.iter().flat_map(|entity| entity.descriptions.iter().map(move |words| (words.span, entity.key.as_deref())));
        let mut found: Vec<_> = told.map(|(span, key)| (span.start, span.end, key.unwrap_or(""))).collect();
        found.sort_unstable();
        let wanted: Vec<_> = marks.iter().map(|mark| (mark.start, mark.end, mark.answer.as_str())).collect();
        if found != wanted {
            failures.push((line.to_owned(), format!("{found:?}")));
        }
    }
    check_failures("roles.txt\t", &failures);
}

#[test]
fn names_of_bodies_take_the_country_beside_or_talked_of() {
    let keys = |text: &str| {
        let record = Extractor::new().extract(&Article::new(text));
        let bodies = record.entities.into_iter().filter(|entity| entity.kind == EntityKind::Organization);
        bodies.map(|entity| (entity.key.unwrap_or_default(), entity.mentions.len())).collect::<Vec<_>>()
    };
    let two = keys("The Malian Ministry of Defence met Niger's Ministry of Defence in Gao.");
    assert_eq!(two, [("organization/ministry-defence/mali".to_owned(), 1), ("organization/ministry-defence/niger".to_owned(), 1)]);
    let one = keys("The bomb went off in Accra, Ghana. The Foreign Ministry condemned it; Ghana's Foreign Ministry was hit.");
    assert_eq!(one, [("organization/ministry-foreign-affairs/ghana".to_owned(), 2)]);
    let of = keys("The Ministry of Defence of Mali spoke.");
    assert_eq!(of, [("organization/ministry-defence/mali".to_owned(), 1)]);
    assert_eq!(keys("India and Pakistan were told by the Foreign Ministry."), [(String::new(), 1)]);
}

#[test]
fn two_surnames_are_one_person_however_often_told() {
    let persons = |text: &str| {
        let record = Extractor::new().extract(&Article::new(text));
        let persons = record.entities.into_iter().filter(|entity| entity.kind == EntityKind::Person);
        persons.map(|entity| entity.mentions.len()).collect::<Vec<_>>()
    };
    assert_eq!(persons("Luis Vega Prado met Ana Mora. Vega Prado left; Mrs Mora saw Vega Prado go, and Mr Vega waved."), [4, 2]);
    assert_eq!(persons("Mr Vega Prado left. Vega Prado had waved, said Luis Vega Prado."), [3]);
    // Whose given name it is, who has another first surname.
    assert_eq!(persons("Luis Omar Prado met Ana Mora. Mr Vega Prado left."), [1, 1, 1]);
}

#[test]
fn one_thing_is_one_entity() {
    let text = "Islamic State-Khorasan (IS-K) claimed the blast. Islamic State’s Khorasan branch had threatened it, and IS-K said so. \
                Gen. Qassem Suleimani led the force; Suleimani died in 2020.";
    let record = Extractor::new().extract(&Article::new(text));
    let mentions = |key: &str| {
        record.entities.iter().filter(|entity| entity.key.as_deref() == Some(key)).map(|entity| entity.mentions.len()).collect::<Vec<_>>()
    };
    assert_eq!(mentions("group/islamic-state-khorasan"), [4]);
    assert_eq!(mentions("person/qassem-soleimani"), [2]);
}

#[test]
fn entities_tell_side_parent_and_role() {
    let text = "Hamas fired on the Israeli army. Foreign Minister Anna Lindqvist met the United Nations envoy.";
    let record = Extractor::new().extract(&Article::new(text));
    let entity = |name: &str| {
        record.entities.iter().find(|entity| entity.name == name).unwrap_or_else(|| panic!("no {name} in {:?}", record.entities))
    };
    assert_eq!(format!("{:?}", entity("Hamas").side), "Some(Nonstate)");
    assert_eq!(format!("{:?}", entity("United Nations").side), "Some(International)");
    assert_eq!(entity("Anna Lindqvist").head.as_deref(), Some("foreign minister"));
}

#[test]
fn office_holders_have_a_key_and_a_role() {
    let record = Extractor::new().extract(&Article::new("Angela Merkel met Emmanuel Macron; Merkel left with Bishop Tomas Okeke."));
    let of = |name: &str| {
        record.entities.iter().find(|entity| entity.name.contains(name)).map(|entity| (entity.key.clone(), entity.head.clone()))
    };
    let (key, head) = of("Merkel").expect("Merkel");
    assert_eq!(key.as_deref(), Some("person/angela-merkel"));
    assert_eq!(head.as_deref(), Some("chancellor (2005-2021)"));
    assert_eq!(of("Macron").and_then(|(_, head)| head).as_deref(), Some("president (2017-)"));
    let (key, head) = of("Okeke").expect("Okeke");
    assert_eq!((key, head.as_deref()), (None, Some("bishop")));
}

#[test]
fn a_role_is_told_in_the_sentence_of_the_name() {
    let head = |text: &str| {
        let record = Extractor::new().extract(&Article::new(text));
        record.entities.into_iter().find(|entity| entity.name == "Carlos Martinez").and_then(|entity| entity.head)
    };
    assert_eq!(head("He was shot outside the home of a judge. Carlos Martinez was held."), None);
    assert_eq!(head("He denied killing the police chief.\n\nCarlos Martinez, 32, wept."), None);
    assert_eq!(head("He was shot by Judge Carlos Martinez.").as_deref(), Some("judge"));
}

#[test]
fn of_two_of_one_surname_the_one_with_the_title_is_meant_else_the_main_one() {
    let mentions = |text: &str, name: &str| {
        let record = Extractor::new().extract(&Article::new(text));
        record.entities.iter().find(|entity| entity.name == name).map_or(0, |entity| entity.mentions.len())
    };
    assert_eq!(mentions("Judge Ana Perez jailed Luis Perez. Judge Perez said he had lied.", "Ana Perez"), 2);
    assert_eq!(mentions("Mayor Jose Lopez and his wife, Ana Lopez, were shot. Lopez, 45, died.", "Jose Lopez"), 2);
    assert_eq!(mentions("Police shot Mark Hill. His mother, Jane Hill, wept. Hill was 20. Mrs Hill fell.", "Jane Hill"), 2);
    assert_eq!(mentions("Police shot Mark Hill. His mother, Jane Hill, said so. Hill said she wept.", "Jane Hill"), 2);
    assert_eq!(mentions("Juan Lopez, brother of the slain mayor Pedro Lopez, spoke. Lopez wept.", "Juan Lopez"), 2);
    assert_eq!(mentions("The wife of Carlos Mora, Ana Lopez, left. Her brother, Luis Mora, stayed. Mora was jailed.", "Carlos Mora"), 2);
    assert_eq!(mentions("Officer Luis Ortega Jr. was shot. Ortega died.", "Luis Ortega Jr."), 2);
}

#[test]
fn an_office_is_held_on_the_day() {
    let held = |day: &str, text: &str| {
        let record = Extractor::new().extract(&Article::new(text).with_published(day.parse().expect("a day")));
        let person = record.entities.into_iter().find(|entity| entity.kind == EntityKind::Person);
        person.and_then(|person| person.key).unwrap_or_default()
    };
    assert_eq!(held("1995-06-01", "President Clinton left."), "person/bill-clinton");
    assert_eq!(held("2011-06-01", "Secretary of State Clinton left."), "person/hillary-clinton");
    assert_eq!(held("1990-06-01", "President Bush left."), "person/george-h-w-bush");
    assert_eq!(held("2003-06-01", "President Bush left."), "person/george-w-bush");
    assert_eq!(held("2017-06-01", "British Prime Minister May left."), "person/theresa-may");
    assert_eq!(held("2015-06-01", "President Benigno Aquino left."), "person/benigno-aquino-iii");
    assert_eq!(held("2024-06-01", "Secretary of State Antony J. Blinken left."), "person/antony-blinken");
    // Out of office, of another country, or another of that name.
    assert_eq!(held("2024-06-01", "President Thatcher left."), "");
    assert_eq!(held("1987-06-01", "French Prime Minister Thatcher left."), "");
    assert_eq!(held("1995-06-01", "Roger Clinton waved. President Clinton left."), "");
    // Without the office only who leads the country that the article names.
    assert_eq!(held("1999-06-01", "Mr Blair left Britain."), "person/tony-blair");
    assert_eq!(held("1984-06-01", "Mrs Thatcher told the British police so."), "person/margaret-thatcher");
    assert_eq!(held("2019-06-01", "Mr Blair left Britain."), "");
    assert_eq!(held("1999-06-01", "Ian Blair waved in Britain. Mr Blair left."), "");
    assert_eq!(held("1999-06-01", "Mr Blair opened a shop in Cali, Colombia."), "");
}

/// What is wrong with the names found in `line`: all of them must be marked, and all marked ones found.
fn fault(extractor: &Extractor, line: &str) -> Option<String> {
    let (text, marks) = unmark(line);
    let record = extractor.extract(&Article::new(&text));
    let mut found: Vec<(u32, u32, &Entity)> = Vec::new();
    for entity in record.entities.iter().filter(|entity| entity.kind != EntityKind::Weapon) {
        found.extend(entity.mentions.iter().map(|mention| (mention.span.start, mention.span.end, entity)));
    }
    let mut wrong = Vec::new();
    let slice = |mark: &Mark| text[mark.start as usize..mark.end as usize].to_owned();
    for mark in &marks {
        let (kind, key) = mark.answer.split_once('=').unwrap_or((&mark.answer, ""));
        let at = found.iter().position(|(start, end, entity)| (*start, *end) == (mark.start, mark.end) && name_of(entity.kind) == kind);
        match at {
            Some(at) if key.is_empty() || found[at].2.key.as_deref() == Some(key) => drop(found.remove(at)),
            Some(at) => wrong.push(format!("{:?} is {:?}", slice(mark), found.remove(at).2.key)),
            None => wrong.push(format!("no {kind} {:?}", slice(mark))),
        }
    }
    wrong.extend(found.iter().map(|(start, end, entity)| format!("{} {:?}", name_of(entity.kind), &text[*start as usize..*end as usize])));
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

fn name_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Group => "group",
        EntityKind::Organization => "organization",
        EntityKind::Person => "person",
        EntityKind::Place => "place",
        EntityKind::Nationality => "nationality",
        EntityKind::Facility => "facility",
        EntityKind::Weapon => "weapon",
    }
}
