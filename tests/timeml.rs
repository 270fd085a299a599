//! TimeML: well-formed for any text, and the text again without its tags.

use crate::properties::{extract, mutants, pieces};
use dateline::export::timeml;
use dateline::record::Modifier;
use dateline::{Article, Extractor};
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// What an XML reader makes of an article's element: the text, and the texts of the expressions of time.
fn read_back(xml: &str) -> (String, Vec<String>) {
    let document = Document::parse(xml).expect("well-formed XML");
    let text = document.descendants().find(|node| node.has_tag_name("TEXT")).expect("an element TEXT");
    let all = |node: Node<'_, '_>| node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect::<String>();
    (all(text), text.children().filter(Node::is_element).map(all).collect())
}

/// The text as far as XML can hold it.
fn holdable(text: &str) -> String {
    let forbidden = |char: char| matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.replace(forbidden, "\u{fffd}")
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let record = extract(text);
    let (whole, times) = read_back(&timeml::element(&record, text));
    prop_assert_eq!(whole, holdable(text));
    prop_assert_eq!(times, record.times.iter().map(|time| holdable(&time.text)).collect::<Vec<_>>());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_text_comes_back(text in any::<String>(), other in pieces(), news in mutants()) {
        check(&text)?;
        check(&other)?;
        check(&news)?;
    }
}

#[test]
fn marks_of_xml_and_controls_are_escaped() {
    let text = "<b>AT&T</b> \"quoted\" ]]> on Friday\r\nand \u{0}\u{7}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\tthe next day.";
    check(text).expect("it comes back");
    let article = Article::new("It rained on Friday.").with_id("a<\"1\">&").with_title("Rain & \u{1} wind");
    let xml = timeml::element(&Extractor::new().extract(&article), article.text);
    let document = Document::parse(&xml).expect("well-formed XML");
    let field = |name: &str| document.descendants().find(|node| node.has_tag_name(name)).and_then(|node| node.text().map(str::to_owned));
    assert_eq!(field("DOCID").as_deref(), article.id);
    assert_eq!(field("TITLE").as_deref(), Some("Rain & \u{fffd} wind"));
    assert_eq!(field("DCT"), None, "nobody knows the day");
}

/// The attributes of each expression of time, in the order of the text.
#[test]
fn attributes_say_how_a_value_was_got() {
    let cases = [
        ("He left on March 3, 2023.", r#"type="DATE" value="2023-03-03" temporalFunction="false""#),
        ("He left in late December.", r#"type="DATE" value="2023-12" mod="END" temporalFunction="true" anchorTimeID="t0""#),
        ("In the past two weeks 12 died.", r#"type="DURATION" value="P2W" temporalFunction="true" endPoint="t0""#),
        ("They meet in the next three days.", r#"type="DURATION" value="P3D" temporalFunction="true" beginPoint="t0""#),
        ("They meet twice a week.", r#"type="SET" value="P1W" freq="2X" temporalFunction="false""#),
        ("They meet every Friday.", r#"type="SET" value="XXXX-WXX-5" quant="EVERY" temporalFunction="false""#),
        ("The siege took nearly two weeks.", r#"type="DURATION" value="P2W" mod="APPROX" temporalFunction="false""#),
    ];
    for (text, attributes) in cases {
        let xml = timeml::element(&extract(text), text);
        assert!(xml.contains(&format!("<TIMEX3 tid=\"t1\" {attributes}>")), "{xml}");
    }
    let text = "He was shot on March 3, 2023, and died the next day.";
    assert!(
        timeml::element(&extract(text), text)
            .contains(r#"<TIMEX3 tid="t2" type="DATE" value="2023-03-04" temporalFunction="true" anchorTimeID="t1">"#)
    );
}

/// TIMEX3 and the record name modifiers alike.
#[test]
fn modifiers_have_one_name() {
    use Modifier::*;
    for modifier in [Start, Mid, End, Approx, Before, After, OnOrAfter, OnOrBefore, LessThan, MoreThan, EqualOrLess, EqualOrMore] {
        assert_eq!(serde_json::to_value(modifier).expect("a name"), modifier.name());
    }
}
