//! The JSON Schema of the record: the file that is shipped is the one of the types, and records keep to it.

use crate::golden;
use dateline::record::schema;
use dateline::{Article, Extractor};
use serde_json::{Value, json};

#[test]
fn the_file_is_the_schema_of_the_types() {
    let file: Value = serde_json::from_str(&golden::read("record.schema.json")).expect("JSON");
    assert!(file == schema(), "write it anew with `dateline schema > record.schema.json`");
}

#[test]
fn records_keep_to_the_schema() {
    let schema = schema();
    let extractor = Extractor::new();
    let mut worker = extractor.worker();
    let news = golden::read("benches/texts/news.jsonl");
    let caps = golden::read("benches/texts/caps.jsonl");
    for line in news.lines().chain(caps.lines()) {
        let line: Value = serde_json::from_str(line).expect("a line of JSON");
        let article = Article::new(line["text"].as_str().expect("a text")).with_published("2024-01-10".parse().expect("a date"));
        let record = serde_json::to_value(worker.extract(&article)).expect("a record is JSON");
        assert_eq!(Checker { root: &schema }.faults(&record), Vec::<String>::new(), "{}", article.text);
    }
    for name in golden::names() {
        let record: Value = serde_json::from_str(&golden::read(&format!("tests/golden/{name}.expected.json"))).expect("JSON");
        assert_eq!(Checker { root: &schema }.faults(&record), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn what_is_no_record_is_refused() {
    let schema = schema();
    let article = Article::new("A bomb killed two people in Quetta on Tuesday.").with_published("2024-01-10".parse().expect("a date"));
    let record = serde_json::to_value(Extractor::new().extract(&article)).expect("a record is JSON");
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut record = record.clone();
        change(&mut record);
        Checker { root: &schema }.faults(&record).into_iter().next().unwrap_or_default()
    };
    assert_eq!(refused(&|_| {}), "");
    assert_eq!(refused(&|record| record["events"][0]["kind"] = json!("party")), "$.events[0].kind: \"party\" fits none of the choices");
    assert_eq!(refused(&|record| record["events"][0]["score"] = json!("high")), "$.events[0].score: \"high\" is no number");
    assert_eq!(refused(&|record| record["times"][0]["start"] = json!(-1)), "$.times[0].start: -1 is less than 0");
    assert_eq!(refused(&|record| record["entities"][0]["nick"] = json!(null)), "$.entities[0]: no property is called nick");
    let without = |record: &mut Value| record.as_object_mut().and_then(|record| record.remove("notes")).map_or((), drop);
    assert_eq!(refused(&without), "$: notes is missing");
}

/// Checks values against the part of JSON Schema that the record needs; a property that the schema does not tell is a fault too.
struct Checker<'s> {
    root: &'s Value,
}

impl Checker<'_> {
    fn faults(&self, value: &Value) -> Vec<String> {
        self.check(self.root, value, "$")
    }

    fn check(&self, schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let rules = schema.as_object().expect("a schema is an object");
        rules.iter().flat_map(|(keyword, rule)| self.rule(keyword, rule, value, path)).collect()
    }

    fn rule(&self, keyword: &str, rule: &Value, value: &Value, path: &str) -> Vec<String> {
        let fault = |holds: bool, text: String| if holds { Vec::new() } else { vec![format!("{path}: {text}")] };
        match keyword {
            "$schema" | "$defs" | "title" | "description" | "format" => Vec::new(),
            "const" => fault(value == rule, format!("{value} is not {rule}")),
            "minimum" => fault(value.as_f64() >= rule.as_f64() || !value.is_number(), format!("{value} is less than {rule}")),
            "maximum" => fault(value.as_f64() <= rule.as_f64(), format!("{value} is more than {rule}")),
            "type" => {
                let types: Vec<&str> = texts(rule);
                fault(types.iter().any(|name| is_type(value, name)), format!("{value} is no {}", types.join(" or ")))
            }
            "required" => texts(rule)
                .into_iter()
                .flat_map(|name| fault(!value.is_object() || value.get(name).is_some(), format!("{name} is missing")))
                .collect(),
            "anyOf" | "oneOf" => self.choice(rule.as_array().expect("a list"), value, path),
            "$ref" => {
                let name = rule.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a reference to a definition");
                self.check(&self.root["$defs"][name], value, path)
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.flat_map(|(index, item)| self.check(rule, item, &format!("{path}[{index}]"))).collect()
            }
            "properties" => {
                let fields = value.as_object().into_iter().flatten();
                let field = |(name, field): (&String, &Value)| match rule.get(name) {
                    Some(schema) => self.check(schema, field, &format!("{path}.{name}")),
                    None => fault(false, format!("no property is called {name}")),
                };
                fields.flat_map(field).collect()
            }
            other => panic!("the keyword {other} is not known"),
        }
    }

    /// Of "an object or null" the object's own faults say more than that neither fits.
    fn choice(&self, choices: &[Value], value: &Value, path: &str) -> Vec<String> {
        if choices.iter().any(|choice| self.check(choice, value, path).is_empty()) {
            return Vec::new();
        }
        match choices.iter().find(|choice| value.is_object() && choice.get("$ref").is_some()) {
            Some(choice) => self.check(choice, value, path),
            None => vec![format!("{path}: {value} fits none of the choices")],
        }
    }
}

/// The texts of a list, or the one text.
fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map_or(vec![value], |values| values.iter().collect()).into_iter().filter_map(Value::as_str).collect()
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not known"),
    }
}
