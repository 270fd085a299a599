//! The texts of the benches: news in mixed case and wire copy in capitals, all written for this project.

#![allow(dead_code, reason = "each bench is a program of its own and uses a part")]

use dateline::Article;
use serde_json::Value;

/// An article of the benches.
pub struct Text {
    pub id: String,
    pub text: String,
    published: Option<String>,
}

impl Text {
    /// As the extractor takes it.
    pub fn article(&self) -> Article<'_> {
        let article = Article::new(&self.text).with_id(&self.id);
        match self.published.as_deref().and_then(|day| day.parse().ok()) {
            Some(day) => article.with_published(day),
            None => article,
        }
    }
}

/// A set of articles.
pub struct Corpus {
    pub name: &'static str,
    pub texts: Vec<Text>,
}

impl Corpus {
    fn read(name: &'static str, lines: &str) -> Self {
        let texts = lines.lines().map(|line| {
            let value: Value = serde_json::from_str(line).expect("a line of JSON");
            let field = |name: &str| value[name].as_str().map(str::to_owned);
            Text { id: field("id").unwrap_or_default(), text: field("text").expect("a text"), published: field("published") }
        });
        Self { name, texts: texts.collect() }
    }

    /// Bytes of all texts.
    pub fn bytes(&self) -> u64 {
        self.texts.iter().map(|text| text.text.len() as u64).sum()
    }
}

/// All sets.
pub fn corpora() -> [Corpus; 2] {
    [Corpus::read("news", include_str!("../texts/news.jsonl")), Corpus::read("caps", include_str!("../texts/caps.jsonl"))]
}

/// Whether the benches are only to be tried (`cargo bench -- --test`).
pub fn is_trial() -> bool {
    std::env::args().any(|argument| argument == "--test")
}
