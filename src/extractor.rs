//! [`Extractor`], [`ExtractorBuilder`] and [`Worker`]: run the stages in order.

use crate::Article;
use crate::document::Layout;
use crate::entity::{self, Context, EntityDraft, home};
use crate::event::{self, Reading};
use crate::lexicon::{Lexicon, LexiconError};
use crate::mention::{self, NameMention};
use crate::phrase::{self, Phrases};
use crate::quantity::{self, Quantity};
use crate::record::{self, Extraction};
use crate::time::{self, Reference, TimeMention};

/// Reads articles. Holds the lexicon; cheap to clone and to share over threads.
///
/// ```
/// use dateline::{Article, Extractor};
/// let extractor = Extractor::new();
/// let article = Article::new("A bomb killed two people in Quetta on Tuesday.").with_published("2024-01-10".parse().unwrap());
/// let record = extractor.extract(&article);
/// assert_eq!(record.published.as_deref(), Some("2024-01-10"));
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    country_bias: Option<String>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the bundled lexicons.
    pub fn new() -> Self {
        Self { lexicon: Lexicon::bundled(), country_bias: None }
    }

    /// An extractor to be set up.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { extractor: Self::new() }
    }

    /// The lexicon in use.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one article. Cannot fail: any text gives a record.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        self.worker().extract(article)
    }

    /// A worker with buffers of its own, one for each thread, for reading many articles.
    pub fn worker(&self) -> Worker<'_> {
        Worker { extractor: self, buffers: Buffers::default() }
    }
}

/// Sets up an [`Extractor`].
///
/// ```
/// use dateline::Extractor;
/// let extractor = Extractor::builder().country_bias("PK").build();
/// # let _ = extractor;
/// ```
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    extractor: Extractor,
}

impl ExtractorBuilder {
    /// Starts without the bundled lexicons.
    pub fn without_bundled(mut self) -> Self {
        self.extractor.lexicon = Lexicon::empty();
        self
    }

    /// Adds a lexicon file's text on top; `name` is its file name, which (or `# table:` in its header) tells the table.
    ///
    /// Rows add to the bundled ones. In a table whose first column is a key (`groups`, `organizations`, `peoples` ...) a row with a key that
    /// is there already overrules that row. A row of the table `silenced` takes away a row by its key, one of its forms, or a word.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    /// let groups = "\
    /// ## title: our groups
    /// ## source: our desk
    /// ## licence: ours
    /// ## columns: as in the bundled table
    /// ## known gaps: all others
    /// id\tname\tkind\taliases\tcareful\tcountries\tparent\tactive_from\tactive_to\tideology\tsources
    /// white-wells\tBattalion of the White Wells\tinsurgent\t\t\tML\t\t2019\t\t\t
    /// ";
    /// let silenced = "\
    /// ## title: what misleads us
    /// ## source: our desk
    /// ## licence: ours
    /// ## columns: table, key of a row, one of its forms, why
    /// ## known gaps: none
    /// table\tkey\tform\tnote
    /// groups\t\tIS\tin our texts a verb
    /// ";
    /// let extractor = Extractor::builder().lexicon("groups.tsv", groups).unwrap().lexicon("silenced.tsv", silenced).unwrap().build();
    /// let record = extractor.extract(&Article::new("The Battalion of the White Wells attacked Gao."));
    /// assert_eq!(record.entities[0].key.as_deref(), Some("group/white-wells"));
    ///
    /// let fault = Extractor::builder().lexicon("groups.tsv", "id\tname\n").unwrap_err();
    /// assert!(fault[0].to_string().starts_with("groups.tsv:1: this is not the line of column names; it must read id name kind"));
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of the file with line, column, cell and remedy.
    pub fn lexicon(mut self, name: &str, text: &str) -> Result<Self, Vec<LexiconError>> {
        self.extractor.lexicon.add(name, text)?;
        Ok(self)
    }

    /// Takes places in this country (ISO 3166 alpha-2) to be likelier: for a desk or a source that writes of one country. What the text
    /// says of a place ("Cordoba, Argentina") counts more.
    ///
    /// ```
    /// # #[cfg(feature = "places")] {
    /// use dateline::{Article, Extractor};
    /// let extractor = Extractor::builder().country_bias("ES").build();
    /// let record = extractor.extract(&Article::new("Police in Cordoba arrested two men."));
    /// assert_eq!(record.entities[0].country.as_deref(), Some("ES"));
    /// # }
    /// ```
    pub fn country_bias(mut self, country: &str) -> Self {
        self.extractor.country_bias = Some(country.to_owned());
        self
    }

    /// The extractor.
    pub fn build(self) -> Extractor {
        self.extractor
    }
}

#[derive(Debug, Default)]
struct Buffers {
    layout: Layout,
    quantities: Vec<Quantity>,
    times: Vec<TimeMention>,
    names: Vec<NameMention>,
    phrases: Phrases,
}

/// Reads article after article with the same buffers.
#[derive(Debug)]
pub struct Worker<'e> {
    extractor: &'e Extractor,
    buffers: Buffers,
}

impl Worker<'_> {
    /// Reads one article. Cannot fail: any text gives a record.
    pub fn extract(&mut self, article: &Article<'_>) -> Extraction {
        let (reading, mut entities) = self.stages(article);
        let events = event::find(&Reading { entities: &entities, ..reading });
        home::forget(&mut entities, &events);
        record::build(article, &reading, entities, events, reading.document.lexicon.hash())
    }

    /// Runs the stages up to entities and phrases and hands over what they read.
    pub fn read<Answer>(&mut self, article: &Article<'_>, then: impl FnOnce(&Reading<'_>) -> Answer) -> Answer {
        let (reading, entities) = self.stages(article);
        then(&Reading { entities: &entities, ..reading })
    }

    /// What the stages up to entities and phrases read, and the entities, which the reading lacks.
    fn stages<'r>(&'r mut self, article: &'r Article<'_>) -> (Reading<'r>, Vec<EntityDraft>) {
        let Buffers { layout, quantities, times, names, phrases } = &mut self.buffers;
        let document = layout.read(article.text, &self.extractor.lexicon);
        let dateline = time::day_of_dateline(document, article.published);
        let reference = Reference { published: article.published, dateline };
        quantity::find(document, quantities);
        time::find(document, quantities, reference, times);
        mention::find(document, quantities, times, names);
        entity::link(document, names, article.published.map(|day| day.year()));
        let context = Context { title: article.title, country_bias: self.extractor.country_bias.as_deref() };
        let entities = entity::resolve(document, names, &context);
        phrase::parse(document, names, quantities, times, phrases);
        (Reading { document, quantities, times, names, entities: &[], phrases, reference }, entities)
    }
}
