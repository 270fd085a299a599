//! Lexicons: what every bundled table keeps to, every fault that the checker knows, and a user's files on top.

use dateline::lexicon::{Cell, Hit, Lexicon, LexiconError, SCHEMAS, Store, TableId, check, column};
use dateline::token::{TextCase, Tokens, fold, tokenize};
use std::collections::HashMap;
use std::path::PathBuf;

const HEADER: &str = "# title: t\n# source: s\n# licence: l\n# columns: c\n# known gaps: none\n";

/// A file of the peoples table with these rows.
fn peoples(rows: &str) -> String {
    format!("{HEADER}id\tsingular\tplural\tadjective\tvariants\tclass\tcountries\tflags\n{rows}")
}

fn groups(rows: &str) -> String {
    let columns = "id\tname\tkind\taliases\tcareful\tcountries\tparent\tactive_from\tactive_to\tideology\tsources\n";
    format!("{HEADER}{columns}{rows}")
}

fn silenced(rows: &str) -> String {
    format!("{HEADER}table\tkey\tform\tnote\n{rows}")
}

fn hits(lexicon: &Lexicon, text: &str) -> Vec<(TableId, String)> {
    let (mut tokens, mut hits, mut places) = (Vec::new(), Vec::<Hit>::new(), Vec::new());
    tokenize(text, &mut tokens);
    let tokens = Tokens { text, tokens: &tokens, case: TextCase::Mixed };
    lexicon.scan(tokens, &mut hits);
    lexicon.scan_places(tokens, &mut places);
    hits.iter().chain(&places).map(|hit| (hit.row.table, tokens.slice(hit.first as usize, hit.last as usize).to_owned())).collect()
}

fn has(lexicon: &Lexicon, text: &str, table: TableId, form: &str) -> bool {
    hits(lexicon, text).contains(&(table, form.to_owned()))
}

#[test]
fn bundled_tables_are_right_and_sorted() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("lexicons");
    let mut faults = Vec::new();
    for schema in SCHEMAS {
        for file in schema.files {
            let text = std::fs::read_to_string(root.join(file)).expect("a bundled table");
            faults.extend(check(file, &text).iter().map(LexiconError::to_string));
            // The rows of divisions are numbered by their parents, and towns follow divisions.
            if schema.store == Store::Places {
                continue;
            }
            let keys: Vec<&str> =
                text.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split('\t').next()).collect();
            faults.extend(
                keys.windows(2).filter(|pair| pair[0] > pair[1]).map(|pair| format!("{file}: {:?} stands before {:?}", pair[0], pair[1])),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn bundled_references_resolve_without_circles() {
    let lexicon = Lexicon::bundled();
    let mut faults = Vec::new();
    let mut parents = HashMap::new();
    for schema in SCHEMAS {
        for (index, column) in schema.columns.iter().enumerate() {
            let Cell::Reference(targets) = column.cell else { continue };
            for row in lexicon.rows(schema.id).map(|row| lexicon.row(row)).filter(|row| !row.text(index).is_empty()) {
                if !targets.iter().any(|&target| lexicon.find(target, row.text(index)).is_some()) {
                    faults.push(format!("{}:{}: {} {:?}", row.file(), row.line(), column.name, row.text(index)));
                }
                if targets.contains(&schema.id) {
                    parents.insert(row.text(0usize), row.text(index));
                }
            }
        }
    }
    for key in parents.keys() {
        let line = std::iter::successors(Some(key), |key| parents.get(*key)).take(20);
        if line.count() == 20 {
            faults.push(format!("{key} is its own ancestor"));
        }
    }
    assert!(parents.len() > 50, "the tables have parents");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_fault_names_its_place_and_its_remedy() {
    let row = |cells: &str| peoples(&format!("{cells}\n"));
    let cases: &[(&str, String, &str)] = &[
        (
            "peoples.tsv",
            format!("id\tsingular\n{}", row("")),
            "peoples.tsv:1: this is not the line of column names; it must read id singular",
        ),
        ("peoples.tsv", row("a\tb").replace("# licence: l\n", ""), "the header lacks `# licence:`; every table says what it is"),
        (
            "peoples.tsv",
            row("a\tb").replace("# source: s", "# source:"),
            "peoples.tsv:2: the header field source is empty; say it in a few words",
        ),
        ("peoples.tsv", row("a\tb"), "peoples.tsv:7: the line has 2 cells, the table 8 columns; the columns are id singular"),
        ("peoples.tsv", row(""), "peoples.tsv:7: the line is empty; remove it"),
        ("peoples.tsv", row("\tA\t\t\t\tpeople\t\t"), "peoples.tsv:7: column id: \"\": the key is empty; give the row a key of its own"),
        ("peoples.tsv", row("a\tA \t\t\t\tpeople\t\t"), "peoples.tsv:7: column singular: \"A \": blanks at its ends; remove them"),
        ("peoples.tsv", row("a\tA  B\t\t\t\tpeople\t\t"), "column singular: \"A  B\": two blanks in a row; use one"),
        ("peoples.tsv", row("a\tA\u{200b}B\t\t\t\tpeople\t\t"), "a character that cannot be seen; remove no-break spaces"),
        (
            "peoples.tsv",
            row("a\tA||B\t\t\t\tpeople\t\t"),
            "column singular: \"A||B\": an empty alternative; separate alternatives by one |",
        ),
        ("peoples.tsv", row("a\tA|A\t\t\t\tpeople\t\t"), "column singular: \"A\": the alternative stands there twice; remove one"),
        ("peoples.tsv", row("a\tA\t\t\t\tfolk\t\t"), "column class: \"folk\": not one of the values; use one of caste, language, people"),
        (
            "peoples.tsv",
            row("a\tA\t\t\t\tpeople\t\tcommon,odd"),
            "column flags: \"odd\": not one of the flags; use some of ambiguous, common",
        ),
        (
            "peoples.tsv",
            row("a\tA\t\t\t\tpeople\t\t\na\tB\t\t\t\tpeople\t\t"),
            "peoples.tsv:8: column id: \"a\": the key stands in line 7 too; give one of them",
        ),
        (
            "groups.tsv",
            groups("a\tA\tterror\t\t\t\t\tlong ago\t\t\t\n"),
            "column active_from: \"long ago\": not a whole number; write digits only",
        ),
        ("silenced.tsv", silenced("grups\tx\t\t\n"), "column table: \"grups\": no table has this name; use one of groups"),
        ("silenced.tsv", silenced("groups\tx\t\t\ngroups\tx\t\t\n"), "silenced.tsv:8: the row is that of line 7; remove one of them"),
        (
            "folk.tsv",
            row("a\tA\t\t\t\tpeople\t\t"),
            "folk.tsv:1: no table is called \"folk\"; name the file after its table or add `# table: NAME`",
        ),
    ];
    for (file, text, wanted) in cases {
        let found: Vec<String> = check(file, text).iter().map(LexiconError::to_string).collect();
        assert!(found.iter().any(|fault| fault.contains(wanted)), "wanted {wanted}\n found {found:#?}");
    }
}

#[test]
fn faults_of_cells_with_examples_and_numbers() {
    let triggers = "kind\tterm\tpos\tforms\tmethod\tstatus\tframe\tneeds\tunless\tstrength\tflags\texample\tcounter\n";
    let text = format!("{HEADER}{triggers}attack\tzap\tv\tzapped\t\t\tkill\t\t\tfair\t\t[Rebels](perpetrator *zapped* it.\t\n");
    let found = check("triggers.tsv", &text);
    assert_eq!(found.len(), 1);
    assert!(found[0].to_string().contains("marks that do not pair; write [filler](role) and *trigger*"), "{}", found[0]);
    let towns = "name\tarea\tadmin2\tfeature\tpopulation\tlat\tlon\tgeonames_id\taliases\n";
    let found = check("towns.tsv", &format!("{HEADER}{towns}Xanadu\tMN\t\t\t\tnorth\t\t\t\n"));
    assert!(found.iter().any(|fault| fault.to_string().contains("column lat: \"north\": not a number; write it as 12.5")), "{found:?}");
}

#[test]
fn faults_between_rows_stop_a_file_from_being_added() {
    let mut lexicon = Lexicon::bundled();
    let before = lexicon.hash();
    let unknown = groups("x-wing\tX Wing\tterror\t\t\t\tno-such-group\t\t\t\t\n");
    let fault = lexicon.add("groups.tsv", &unknown).expect_err("the parent is unknown").remove(0).to_string();
    assert_eq!(
        fault,
        "groups.tsv:7: column parent: \"no-such-group\": no row has this key; use the first column of a row of groups or organizations"
    );
    let circle = groups("a-wing\tA Wing\tterror\t\t\t\tb-wing\t\t\t\t\nb-wing\tB Wing\tterror\t\t\t\ta-wing\t\t\t\t\n");
    let faults = lexicon.add("groups.tsv", &circle).expect_err("a circle");
    assert!(faults[0].to_string().contains("the row is its own ancestor; cut the circle"), "{faults:?}");
    for name in ["{name} Wing", "{demonym} and {demonym} Wing"] {
        let pattern = groups(&format!("x\t{name}\tterror\t\t\t\t\t\t\t\t\n"));
        let fault = lexicon.add("groups.tsv", &pattern).expect_err("nothing fills it").remove(0).to_string();
        assert!(fault.contains("nothing fills this pattern; write {demonym} or {country} once"), "{fault}");
    }
    assert_eq!(lexicon.hash(), before, "nothing was added");
}

#[test]
fn a_users_rows_add_and_overrule() {
    let mut lexicon = Lexicon::bundled();
    let text = "The White Wells Battalion and the Islamic State denied it.";
    assert!(!has(&lexicon, text, TableId::Group, "White Wells Battalion"));
    let rows = "islamic-state\tThe Caliphate Group\tterror\t\t\t\t\t\t\t\t\nwhite-wells\tWhite Wells Battalion\tinsurgent\t\t\tML\tislamic-state\t\t\t\t\n";
    lexicon.add("mine/groups.tsv", &groups(rows)).expect("a good file");
    assert!(has(&lexicon, text, TableId::Group, "White Wells Battalion"));
    assert!(!has(&lexicon, text, TableId::Group, "Islamic State"), "the later row overrules the name");
    let row = lexicon.find(TableId::Group, "islamic-state").expect("the later row");
    assert_eq!((lexicon.row(row).text(column::Group::Name), lexicon.row(row).file()), ("The Caliphate Group", "mine/groups.tsv"));
    let keys = lexicon.rows(TableId::Group).filter(|&row| lexicon.row(row).text(column::Group::Id) == "islamic-state");
    assert_eq!(keys.count(), 1);
}

#[test]
fn a_users_patterns_are_filled_with_the_countries() {
    use dateline::{Article, Extractor};
    let rows = "people-wing\t{demonym} People's Wing\tinsurgent\tPeople's Wing of {country}\t\t\t\t\t\t\t\n";
    let extractor = Extractor::builder().lexicon("groups.tsv", &groups(rows)).expect("a good file").build();
    let record = extractor.extract(&Article::new("The Malian People's Wing met the People's Wing of Ghana."));
    let groups: Vec<_> =
        record.entities.iter().map(|group| (group.name.as_str(), group.key.as_deref(), group.country.as_deref())).collect();
    let expected = [
        ("Malian People's Wing", Some("group/people-wing/mali"), Some("ML")),
        ("People's Wing of Ghana", Some("group/people-wing/ghana"), Some("GH")),
    ];
    assert_eq!(groups, expected);
}

#[test]
fn the_header_tells_the_table() {
    let mut lexicon = Lexicon::empty();
    let text = format!("# table: peoples\n{}", peoples("zed\tZed\tZeds\tZeddish\t\tpeople\t\t\n"));
    lexicon.add("whatever.txt", &text).expect("a good file");
    assert!(has(&lexicon, "Three Zeds fled.", TableId::People, "Zeds"));
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn a_user_silences_rows_forms_and_words() {
    let mut lexicon = Lexicon::bundled();
    let text = "Boko Haram and the Islamic State (IS) met near Kerman.";
    for (table, form) in
        [(TableId::Group, "Boko Haram"), (TableId::Group, "Islamic State"), (TableId::Group, "IS"), (TableId::Town, "Kerman")]
    {
        assert!(has(&lexicon, text, table, form), "{form} is known");
    }
    let paris = lexicon.word(fold::hash("Paris"));
    assert!(paris.given() > 0);
    let rows = "given-names\tParis\t\t\ngroups\t\tIS\tthe verb\ngroups\tboko-haram\t\t\ntowns\tKerman\t\t\n";
    lexicon.add("silenced.tsv", &silenced(rows)).expect("a good file");
    for (table, form) in [(TableId::Group, "Boko Haram"), (TableId::Group, "IS"), (TableId::Town, "Kerman")] {
        assert!(!has(&lexicon, text, table, form), "{form} is silent");
    }
    assert!(has(&lexicon, text, TableId::Group, "Islamic State"), "only one form of the row is silent");
    assert_eq!(lexicon.find(TableId::Group, "boko-haram"), None);
    let silent = lexicon.word(fold::hash("Paris"));
    assert_eq!((silent.given(), silent.surname()), (0, paris.surname()));
}

#[test]
fn a_users_word_overrules_what_it_says_and_no_more() {
    let mut lexicon = Lexicon::bundled();
    let before = lexicon.word(fold::hash("paris"));
    let text = format!("{HEADER}name\tband\tgender\tsources\tlocales\tflags\nParis\t1\tf\t\t\t\n");
    lexicon.add("given-names.tsv", &text).expect("a good file");
    let after = lexicon.word(fold::hash("paris"));
    assert_eq!((after.given(), after.surname(), after.tag()), (1, before.surname(), before.tag()));
}

#[test]
fn the_hash_tells_what_was_read() {
    let (one, mut other) = (Lexicon::bundled(), Lexicon::bundled());
    assert_eq!(one.hash(), other.hash());
    other.add("peoples.tsv", &peoples("zed\tZed\tZeds\tZeddish\t\tpeople\t\t\n")).expect("a good file");
    assert_ne!(one.hash(), other.hash());
    assert!(one.hash().len() == 16 && one.hash().bytes().all(|byte| byte.is_ascii_hexdigit()));
}
