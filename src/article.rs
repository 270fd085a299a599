//! [`Article`]: what goes in.

use jiff::civil::Date;

/// An article to be read: its text and what is known about it.
///
/// ```
/// use dateline::Article;
/// let article = Article::new("A bomb killed two people in Quetta on Tuesday.")
///     .with_id("a1")
///     .with_published("2024-01-10".parse().unwrap());
/// assert_eq!(article.id, Some("a1"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Article<'a> {
    /// Identifier, copied to the record.
    pub id: Option<&'a str>,
    /// Headline, if it is not part of the text. Read as evidence only: all spans point into `text`.
    pub title: Option<&'a str>,
    /// The text. Every span of the record is a byte offset into it.
    pub text: &'a str,
    /// Day of publication, against which "yesterday" and "last Wednesday" are read.
    pub published: Option<Date>,
    /// Address, copied to the record.
    pub url: Option<&'a str>,
    /// Name of the medium, copied to the record.
    pub source: Option<&'a str>,
    /// Language as the input states it, copied to the record; the text is read as English all the same.
    pub language: Option<&'a str>,
}

impl<'a> Article<'a> {
    /// An article of which only the text is known.
    pub fn new(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    /// Sets the identifier.
    pub fn with_id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the headline.
    pub fn with_title(mut self, title: &'a str) -> Self {
        self.title = Some(title);
        self
    }

    /// Sets the day of publication.
    pub fn with_published(mut self, published: Date) -> Self {
        self.published = Some(published);
        self
    }
}
