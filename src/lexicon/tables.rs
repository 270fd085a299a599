//! What tables there are.

use super::schema::{Cell, Column, ColumnId, FormRole, Forms, Schema, Store};
use super::set::WORD_SETS;
use super::values::*;
use Cell::{Choice, Decimal, Example, Flags, Integer, Key, List, Phrases, Reference, Table, Text};

/// Declares the tables: the enum of their ids, an enum of columns for each, and [`SCHEMAS`].
macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident $name:literal $store:ident [$($file:literal),*] {
        $($column:ident $title:literal $cell:expr $(=> $role:ident)?),* $(,)?
    })*) => {
        /// The tables of the lexicon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum TableId { $($(#[$doc])* $table),* }

        impl TableId {
            /// All tables, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$table),*];

            /// The table's name.
            pub fn name(self) -> &'static str {
                SCHEMAS[self as usize].name
            }
        }

        /// The columns of each table.
        pub mod column {
            $(
                $(#[$doc])*
                #[allow(clippy::enum_variant_names, reason = "columns are called as in the files")]
                #[derive(Clone, Copy, Debug, PartialEq, Eq)]
                pub enum $table { $(#[doc = $title] $column),* }

                impl From<$table> for usize {
                    fn from(column: $table) -> usize { column as usize }
                }

                impl super::ColumnId for $table {
                    #[inline]
                    fn cell(self, _: super::TableId) -> Option<super::Cell> {
                        super::SCHEMAS[super::TableId::$table as usize].columns.get(self as usize).map(|column| column.cell)
                    }
                }
            )*
        }

        /// All tables, in the order of [`TableId`].
        pub const SCHEMAS: &[Schema] = &[$(Schema {
            id: TableId::$table,
            name: $name,
            files: &[$($file),*],
            columns: &[$(Column { name: $title, cell: $cell }),*],
            kept: kept(&[$(Column { name: $title, cell: $cell }),*]),
            forms: &[$($(Forms { column: column::$table::$column as usize, role: FormRole::$role },)?)*],
            store: Store::$store,
        }),*];
    };
}

const fn kept(columns: &[Column]) -> usize {
    match columns {
        [kept @ .., Column { cell: Cell::Forms, .. }] => kept.len(),
        _ => columns.len(),
    }
}

/// Tables whose rows are organisations with a key.
const BODIES: &[TableId] = &[TableId::Group, TableId::Organization];

tables! {
    /// Armed, militant, terrorist and criminal groups.
    Group "groups" Phrases ["groups.tsv"] {
        Id "id" Key, Name "name" Text => Name, Kind "kind" Choice(GROUP_KINDS), Aliases "aliases" List => Alias,
        Careful "careful" List => Careful, Countries "countries" List, Parent "parent" Reference(BODIES), From "active_from" Integer,
        To "active_to" Integer, Ideology "ideology" Text, Sources "sources" Text,
    }
    /// Organisations, forces, ministries, parties, media; and patterns of their names.
    Organization "organizations" Phrases ["organizations.tsv"] {
        Id "id" Key, Name "name" Text => Name, Kind "kind" Choice(ORGANIZATION_KINDS), Aliases "aliases" List => Alias,
        Careful "careful" List => Careful, Countries "countries" List, Parent "parent" Reference(BODIES), From "active_from" Integer,
        To "active_to" Integer, Note "note" Text, Sources "sources" Text,
    }
    /// Countries, territories, historic and de facto states, with their adjectives and people.
    Country "countries" Phrases ["places/countries.tsv"] {
        Id "id" Key, Kind "kind" Choice(COUNTRY_KINDS), Iso2 "iso2" Text, Iso3 "iso3" Text, Name "name" Text => Name,
        Aliases "aliases" List => Alias, Abbreviations "abbreviations" List => Abbreviation, Careful "careful" List => Careful,
        Adjectives "adjectives" List => Adjective, Noun "noun" List => Person, Nouns "nouns" List => People, Capital "capital" Text,
        Seat "seat" Text, Lat "lat" Decimal, Lon "lon" Decimal, GeonamesId "geonames_id" Integer, Continent "continent" Text,
        Now "now" Text, From "from" Text, To "to" Text, Flags "flags" Flags(COUNTRY_FLAGS), Rivals "rivals" Text,
    }
    /// World regions, regions inside countries, waters, mountains, islands, quarters and sites.
    Region "regions" Phrases ["places/regions.tsv"] {
        Id "id" Key, Name "name" Text => Name, Kind "kind" Choice(REGION_KINDS), Country "country" Text, Iso31662 "iso3166_2" Text,
        City "city" Text, Lat "lat" Decimal, Lon "lon" Decimal, ExtentKm "extent_km" Integer, Aliases "aliases" List => Alias,
        Careful "careful" List => Careful, GeonamesId "geonames_id" Integer, Flags "flags" Flags(REGION_FLAGS), Note "note" Text,
    }
    /// Abbreviations of states, provinces and counties.
    PlaceAbbreviation "place-abbreviations" Phrases ["places/abbreviations.tsv"] {
        Form "form" Text => Abbreviation, StandsFor "stands_for" Text, Iso31662 "iso3166_2" Text, Country "country" Text,
        Flags "flags" Flags(ABBREVIATION_FLAGS), Note "note" Text,
    }
    /// Names of towns that are also words, names of persons, months, titles.
    StopPlace "stop-places" Phrases ["places/stop-places.tsv"] {
        Name "name" Text => Name, Class "class" Choice(STOP_PLACE_CLASSES), Evidence "evidence" Flags(STOP_PLACE_EVIDENCE), Note "note" Text,
    }
    /// Words that tell what kind of place the name beside them is.
    PlaceWord "place-words" Phrases ["places/feature-words.tsv"] {
        Term "term" Text => Name, Plural "plural" List => Plural, Class "class" Choice(PLACE_WORD_CLASSES),
        Position "position" Flags(PLACE_WORD_POSITIONS), Example "example" Text,
    }
    /// Words that make a capitalised run a place or a facility.
    PlaceHead "place-heads" Phrases ["places/heads.tsv"] {
        Term "term" Text => Name, Position "position" Choice(&["after", "before"]), Kind "kind" Choice(&["place", "facility"]), Flags "flags" Flags(PLACE_HEAD_FLAGS),
    }
    /// Towns of the world.
    Town "towns" Places ["places/towns.tsv"] {
        Name "name" Text => Name, Area "area" Text, Admin2 "admin2" Integer, Feature "feature" Text, Population "population" Integer,
        Lat "lat" Decimal, Lon "lon" Decimal, GeonamesId "geonames_id" Integer, Aliases "aliases" Cell::Forms => Alias,
    }
    /// First- and second-level divisions of countries.
    Division "divisions" Places ["places/divisions.tsv"] {
        Name "name" Text => Name, Level "level" Integer, Country "country" Text, Iso31662 "iso3166_2" Text,
        Admin1 "admin1" Text, Parent "parent" Integer, Feature "feature" Text, Type "type" Text, Population "population" Integer, Lat "lat" Decimal,
        Lon "lon" Decimal, GeonamesId "geonames_id" Integer,
        Aliases "aliases" Cell::Forms => Alias,
    }
    /// Religions, sects, ethnic groups, tribes.
    People "peoples" Phrases ["peoples.tsv"] {
        Id "id" Key, Singular "singular" List => Person, Plural "plural" List => People, Adjective "adjective" List => Adjective,
        Variants "variants" List => Alias, Class "class" Choice(PEOPLE_CLASSES), Countries "countries" List, Flags "flags" Flags(PEOPLE_FLAGS),
    }
    /// People whom news names without introduction.
    Notable "notable-people" Phrases ["names/notable.tsv"] {
        Id "id" Key, Name "name" Text => Name, Aliases "aliases" List => Alias, Careful "careful" List => Careful, Role "role" Text,
        Country "country" Text, Organization "organisation" Text, From "from" Text, To "to" Text, Died "died" Integer,
        Flags "flags" Flags(NOTABLE_FLAGS),
    }
    /// Particles, prefixes and suffixes inside the names of persons.
    Particle "name-particles" Rows ["names/particles.tsv"] {
        Form "form" Text, Variants "variants" List, Position "position" Choice(PARTICLE_POSITIONS), Origin "origin" Text,
        Case "case" Text, Example "example" Text,
    }
    /// Endings that mark names of persons.
    NameSuffix "name-suffixes" Rows ["names/surname-suffixes.tsv"] {
        Suffix "suffix" Text, MinLength "min_length" Integer, Kind "kind" Choice(&["surname", "given", "both", "patronymic"]), Origin "origin" Text,
        Strength "strength" Choice(STRENGTHS), Examples "examples" List, Counter "counter" List, Names "names" Integer, Others "others" Integer,
    }
    /// Common given names.
    GivenName "given-names" Words ["names/given-common.tsv"] {
        Name "name" Key, Band "band" Integer, Gender "gender" Choice(&["m", "f", "u"]), Sources "sources" Text, Locales "locales" Text,
        Flags "flags" Flags(&["word", "place"]),
    }
    /// Common surnames.
    Surname "surnames" Words ["names/surnames-common.tsv"] {
        Name "name" Key, Band "band" Integer, Sources "sources" Text, Locales "locales" Text, Flags "flags" Flags(&["word", "place"]),
    }
    /// Names as English-language news romanises them.
    RomanisedName "romanised-names" Words ["names/romanised.tsv"] {
        Name "name" Text, Part "part" Choice(&["given", "surname", "both"]), Gender "gender" Choice(&["m", "f", "u"]), Origin "origin" Text,
        Variants "variants" List, Band "band" Choice(&["very-common", "common", "known"]), Flags "flags" Flags(&["also-word", "also-place", "also-title"]),
    }
    /// Parts of speech.
    PartOfSpeech "parts-of-speech" Words ["words/pos.tsv"] {
        Form "form" Key, Tags "tags" Flags(TAGS), Lemmas "lemmas" Text, Band "band" Integer,
    }
    /// What verbs need after them.
    Valency "verb-valency" Words ["words/valency.tsv"] {
        Verb "verb" Key, Forms "forms" List, Flags "flags" Flags(VALENCIES),
    }
    /// Abbreviations with a point.
    Abbreviation "abbreviations" Words ["words/abbreviations.tsv"] {
        Form "form" Text, Class "class" Choice(WORD_ABBREVIATION_CLASSES), MayEnd "may-end-sentence" Choice(&["never", "often", "by-next-word"]),
        Note "note" Text,
    }
    /// Endings that tell the part of speech of unknown words.
    Suffix "suffixes" Rows ["words/suffixes.tsv"] {
        Suffix "suffix" Key, Min "min" Integer, Tags "tags" Flags(TAGS), Exceptions "exceptions" Phrases, Tried "tried" Integer, Right "right" Integer,
        Among "among" Integer,
    }
    /// Closed-class words and phrases.
    Closed "closed-class" Phrases ["words/closed.tsv"] {
        Form "form" Text => Name, Tag "tag" Choice(TAGS), Class "class" Text, Lemma "lemma" Text,
    }
    /// Vocabulary of time expressions.
    Time "time-words" Phrases ["time/words.tsv"] {
        Term "term" Text, Forms "forms" List => Name, Class "class" Choice(TIME_CLASSES), Value "value" Text,
        Abbreviations "abbreviations" List => Abbreviation, Misspellings "misspellings" List => Alias, Flags "flags" Flags(TIME_FLAGS),
    }
    /// Holidays, feasts and observances.
    Holiday "holidays" Phrases ["time/holidays.tsv"] {
        Name "name" Text => Name, Variants "variants" List => Alias, Rule "rule" Text, Days "days" Integer, Countries "countries" Text, Note "note" Text,
    }
    /// Historical events that news uses as names.
    NamedEvent "named-events" Phrases ["time/named-events.tsv"] {
        Name "name" Text => Name, Variants "variants" List => Alias, Start "start" Text, End "end" Text, Place "place" Text, Kind "kind" Text,
        Flags "flags" Flags(&["background", "ambiguous-variant", "end-open"]),
    }
    /// Sets of words that rules ask for.
    WordSet "word-sets" Rows ["words/sets.tsv"] {
        Set "set" Choice(WORD_SETS), Words "words" List, Example "example" Text,
    }
    /// Names and phrases that look like something else.
    Discard "look-alikes" Phrases ["words/discards.tsv"] {
        Surface "surface" Text => Name, LooksLike "looks-like" Text, Is "is" Text, Example "example" Text,
    }
    /// Nouns for people.
    PersonNoun "person-nouns" Phrases ["nouns/people.tsv"] {
        Term "term" Text => Name, Plural "plural" List => Plural, Class "class" Choice(PERSON_CLASSES), Side "side" Choice(SIDES),
        Number "number" Choice(&["singular", "plural", "collective"]), Flags "flags" Flags(PERSON_FLAGS), Note "note" Text,
    }
    /// Titles, ranks, honorifics and offices.
    Title "titles" Phrases ["nouns/titles.tsv"] {
        Form "form" Text => Name, Variants "variants" List => Alias, Plural "plural" List => Plural, Kind "kind" Flags(TITLE_KINDS),
        Position "position" Choice(&["before", "after", "both"]), Flags "flags" Flags(TITLE_FLAGS), Note "note" Text,
    }
    /// Weapons and means of attack.
    Weapon "weapons" Phrases ["nouns/weapons.tsv"] {
        Term "term" Text => Name, Plural "plural" List => Plural, Class "class" Choice(WEAPON_CLASSES), Head "head" Text, Kind "kind" Choice(KINDS),
        Method "method" Choice(METHODS), Flags "flags" Flags(WEAPON_FLAGS), Note "note" Text,
    }
    /// Physical targets: facilities, vehicles, infrastructure, gatherings.
    Target "targets" Phrases ["nouns/targets.tsv"] {
        Term "term" Text => Name, Plural "plural" List => Plural, Class "class" Choice(TARGET_CLASSES), Flags "flags" Flags(TARGET_FLAGS), Note "note" Text,
    }
    /// Words that make a capitalised run an organisation, and generic nouns that stand for one.
    OrganizationHead "organization-heads" Phrases ["nouns/organization-heads.tsv"] {
        Term "term" Text => Name, Plural "plural" List => Plural, Kind "kind" Flags(HEAD_KINDS), Position "position" Choice(&["head", "suffix", "prefix", "generic"]),
        Of "of" Choice(&["always", "often", "rare", "never", "included"]), Side "side" Choice(SIDES), Flags "flags" Flags(HEAD_FLAGS),
        Note "note" Text,
    }
    /// Words that tell an event.
    Trigger "triggers" Phrases ["events/violence.tsv", "events/society.tsv"] {
        Kind "kind" Choice(KINDS), Term "term" Text, Pos "pos" Choice(&["v", "n", "a", "p"]), Forms "forms" List => Name, Method "method" Choice(METHODS),
        Status "status" Choice(STATUSES), Frame "frame" Reference(&[TableId::Frame]), Needs "needs" Text, Unless "unless" Phrases,
        Strength "strength" Choice(STRENGTHS), Flags "flags" Flags(&["separable"]), Example "example" Example, Counter "counter" Text,
    }
    /// Which grammatical place of a trigger fills which role.
    Frame "frames" Rows ["events/frames.tsv"] {
        Frame "frame" Text, Slot "slot" Choice(SLOTS), Role "role" Choice(ROLES), Accepts "accepts" Flags(FILLERS),
        Flags "flags" Flags(FRAME_FLAGS), Note "note" Text,
    }
    /// What the kinds of events are called in other schemes.
    EventCode "event-codes" Rows ["events/codes.tsv"] {
        Kind "kind" Choice(KINDS), Method "method" Choice(METHODS), Status "status" Choice(STATUSES), Plover "plover" Text, Cameo "cameo" Text,
        Acled "acled" Text, Gtd "gtd" Text, Muc4 "muc4" Text,
    }
    /// What the parts that actors play in their countries are called in CAMEO.
    ActorCode "actor-codes" Rows ["events/actors.tsv"] {
        Class "class" Key, Code "code" Text, Note "note" Text,
    }
    /// Which events the definition of another scheme leaves out.
    Relevance "relevance-rules" Rows ["events/relevance.tsv"] {
        Scheme "scheme" Choice(&["cameo", "muc4"]), Condition "condition" Choice(RELEVANCE_CONDITIONS), Kinds "kinds" Flags(KINDS), Value "value" List,
        Note "note" Text,
    }
    /// Cues that set or change the status of an event.
    Status "status-cues" Phrases ["cues/status.tsv"] {
        Term "term" Text, Class "class" Choice(STATUS_CLASSES), Pos "pos" Choice(CUE_POS), Forms "forms" List => Name, Status "status" Choice(CUE_STATUSES),
        Scope "scope" Flags(STATUS_SCOPES), Stop "stop" Phrases, Strength "strength" Choice(STRENGTHS), Example "example" Example, Counter "counter" Text,
    }
    /// Words of attribution: who says it.
    Attribution "attribution-cues" Phrases ["cues/attribution.tsv"] {
        Term "term" Text, Class "class" Choice(ATTRIBUTION_CLASSES), Pos "pos" Choice(CUE_POS), Forms "forms" List => Name,
        Factuality "factuality" Choice(&["fact", "reported", "doubtful", "denied"]), Source "source" Flags(ATTRIBUTION_SLOTS),
        Content "content" Flags(CONTENT_SLOTS), Perpetrator "perpetrator" Flags(ATTRIBUTION_SLOTS), Basis "basis" Choice(BASES),
        Strength "strength" Choice(STRENGTHS), Example "example" Example, Counter "counter" Text,
    }
    /// Ways of telling numbers of dead, wounded, captured, displaced.
    Casualty "casualty-cues" Phrases ["cues/casualties.tsv"] {
        Term "term" Text, Pattern "pattern" Text, Outcome "outcome" Flags(OUTCOMES), Pos "pos" Choice(CUE_POS), Forms "forms" List => Name,
        Number "number" Flags(NUMBER_SLOTS), People "people" Flags(PEOPLE_SLOTS), Flags "flags" Flags(CASUALTY_FLAGS), Strength "strength" Choice(STRENGTHS),
        Example "example" Example, Counter "counter" Text,
    }
    /// Cues that two mentions are one event or two.
    Discourse "discourse-cues" Phrases ["cues/discourse.tsv"] {
        Term "term" Text, Class "class" Choice(DISCOURSE_CLASSES), Forms "forms" List => Name, Effect "effect" Choice(DISCOURSE_EFFECTS),
        Scope "scope" Choice(&["noun", "sentence", "clause", "verb"]), Number "number" Flags(&["sg", "pl"]), Resumes "resumes" List,
        Strength "strength" Choice(STRENGTHS), Example "example" Example, Counter "counter" Text,
    }
    /// Contexts in which a word of violence is not violence.
    Figurative "figurative-cues" Phrases ["cues/figurative.tsv"] {
        Term "term" Text, Trigger "trigger" Text, Class "class" Choice(FIGURATIVE_CLASSES), Where "where" Choice(&["before", "after", "subject", "phrase", "clause"]),
        Forms "forms" List => Name, Strength "strength" Choice(STRENGTHS), Example "example" Example, Counter "counter" Text,
    }
    /// Number words, approximators, vague amounts and counts of events.
    Quantity "quantity-words" Phrases ["cues/quantity.tsv"] {
        Term "term" Text, Type "type" Choice(QUANTITY_TYPES), Forms "forms" List => Name, Min "min" Text, Max "max" Text, Flags "flags" Flags(QUANTITY_FLAGS),
        Example "example" Example, Expect "expect" Text, Counter "counter" Text,
    }
    /// Rows and forms of the tables below that a user wants to be silent.
    Silenced "silenced" Rows [] {
        Table "table" Table, Key "key" Text, Form "form" Text, Note "note" Text,
    }
}
