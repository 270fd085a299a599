//! The values that cells of closed columns may hold.

/// The number that stands for `value` in a cell of a column of these values: its place from 1.
pub const fn choice_of(values: &[&str], value: &str) -> usize {
    let mut place = 0;
    while !is_same(values[place], value) {
        place += 1;
    }
    place + 1
}

/// The bits of `flags` in a cell of a column of these values.
pub const fn flags_of(values: &[&str], flags: &[&str]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < flags.len() {
        bits |= 1 << (choice_of(values, flags[at]) - 1);
        at += 1;
    }
    bits
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Kinds of armed groups.
pub const GROUP_KINDS: &[&str] = &["branch", "criminal", "insurgent", "militant", "paramilitary", "state-force", "terror"];

/// Kinds of organisations; `-pattern` marks a template of names.
pub const ORGANIZATION_KINDS: &[&str] = &[
    "club", "company", "company-pattern", "court", "court-pattern", "embassy-pattern", "gendarmerie", "gendarmerie-pattern", "government",
    "government-pattern", "group-pattern", "igo", "intelligence", "intelligence-pattern", "legislature", "legislature-pattern", "military",
    "military-pattern", "ministry", "ministry-pattern", "news-agency", "news-media", "ngo", "ngo-pattern", "party", "party-pattern",
    "police", "police-pattern", "religious", "un", "union", "university", "university-pattern",
];

/// Kinds of countries.
pub const COUNTRY_KINDS: &[&str] = &["de-facto", "historic", "part", "state", "territory"];

/// Flags of countries.
pub const COUNTRY_FLAGS: &[&str] =
    &["ambiguous", "disputed", "everywhere", "no-government", "sends-soldiers", "shared", "shared-adjective", "uninhabited"];

/// Kinds of regions.
pub const REGION_KINDS: &[&str] = &[
    "border-area", "camp", "canal", "continent", "desert", "forest", "gulf", "island", "islands", "lake", "mountains", "ocean", "park",
    "pass", "peak", "peninsula", "quarter", "region", "river", "sea", "site", "square", "strait", "street", "valley", "world-region",
];

/// Flags of regions.
pub const REGION_FLAGS: &[&str] = &["abbreviation", "ambiguous", "country-table", "disputed", "former", "organisation", "shared"];

/// Flags of abbreviations of places.
pub const ABBREVIATION_FLAGS: &[&str] =
    &["after-comma", "alone", "capitals", "city", "county", "former", "historic", "needs-dot", "old", "shared", "word"];

/// What kind of place a word beside a name tells of.
pub const PLACE_WORD_CLASSES: &[&str] = &["country", "state", "district", "town", "quarter", "water", "relief", "island", "site"];

/// Where such a word stands.
pub const PLACE_WORD_POSITIONS: &[&str] = &["after", "before", "of"];

/// What a name of a town also is.
pub const STOP_PLACE_CLASSES: &[&str] = &["given-name", "month", "organisation-word", "surname", "title", "word"];

/// What makes it a town all the same.
pub const STOP_PLACE_EVIDENCE: &[&str] = &["admin-word", "comma-country", "other-mention", "population-over-500k-ok", "preposition-in"];

/// Classes of peoples.
pub const PEOPLE_CLASSES: &[&str] = &["caste", "language", "people", "religion", "sect", "tribe"];

/// Flags of peoples.
pub const PEOPLE_FLAGS: &[&str] = &["ambiguous", "common", "group", "historic", "nationality", "pejorative"];

/// Flags of well-known people.
pub const NOTABLE_FLAGS: &[&str] = &["ambiguous", "killed", "mononym", "nom-de-guerre"];

/// Where a particle stands in a name.
pub const PARTICLE_POSITIONS: &[&str] = &["before-name", "before-surname", "prefix-apostrophe", "prefix-hyphen", "prefix-joined", "suffix"];

/// How far a row can be trusted alone.
pub const STRENGTHS: &[&str] = &["strong", "fair", "weak"];

/// Parts of speech; the order is that of [`Tag`](super::Tag).
pub const TAGS: &[&str] = &[
    "noun", "noun-plural", "adjective", "adjective-comparative", "adjective-superlative", "adverb", "verb-base", "verb-s", "verb-ed",
    "verb-en", "verb-ing", "auxiliary", "modal", "preposition", "conjunction", "determiner", "pronoun", "number", "particle",
    "interjection",
];

/// What a verb needs after it; the order is that of the bits in [`WordInfo`](super::WordInfo).
pub const VALENCIES: &[&str] = &["transitive", "intransitive", "clause", "ditransitive", "object-control", "subject-control"];

/// Classes of abbreviations.
pub const WORD_ABBREVIATION_CLASSES: &[&str] =
    &["company", "date", "general", "initial", "latin", "military", "month", "rank", "state", "street", "title", "unit", "weekday"];

/// Classes of time words.
pub const TIME_CLASSES: &[&str] = &[
    "approximator", "decade", "deictic-day", "fiscal", "modifier", "month", "part-of-day", "reference", "season", "set", "unit", "weekday",
    "zone",
];

/// Classes of people.
pub const PERSON_CLASSES: &[&str] = &[
    "activist", "aid-worker", "athlete", "attacker", "business", "celebrity", "child", "civilian", "clergy", "community", "criminal",
    "crowd", "diplomat", "family", "foreigner", "group", "guard", "hostage", "intelligence", "journalist", "judge", "lawyer", "medic",
    "migrant", "militant", "military", "official", "peacekeeper", "peasant", "person", "police", "politician", "prisoner", "professional",
    "rebel", "relative", "student", "suspect", "teacher", "victim", "witness", "worker", "youth",
];

/// Flags of nouns for people.
pub const PERSON_FLAGS: &[&str] =
    &["ambiguous", "armed", "body", "general", "head-of-of-phrase", "role-perpetrator", "role-victim-only", "speaks-for"];

/// Whose side somebody is on.
pub const SIDES: &[&str] = &["state", "nonstate", "civilian", "international", "any"];

/// Kinds of titles.
pub const TITLE_KINDS: &[&str] = &["civil", "clergy", "criminal", "militant", "military", "noble", "police", "state"];

/// Flags of titles.
pub const TITLE_FLAGS: &[&str] = &[
    "abbreviation-with-dot", "ambiguous", "honorific", "lower-case", "name-part", "takes-for", "takes-in", "takes-of", "takes-on",
    "takes-to",
];

/// Classes of weapons.
pub const WEAPON_CLASSES: &[&str] = &[
    "aircraft", "armour", "artillery", "biological", "blade", "blunt", "chemical", "crowd-control", "cyber", "drone", "explosive", "fire",
    "firearm", "grenade", "mine", "missile", "naval", "nuclear", "other", "rocket", "suicide-device", "vehicle", "vehicle-bomb",
];

/// Flags of weapons.
pub const WEAPON_FLAGS: &[&str] = &["act", "ambiguous", "component", "mass", "name", "platform", "plural-only"];

/// Classes of targets.
pub const TARGET_CLASSES: &[&str] = &[
    "aid", "commerce", "communications", "diplomatic", "education", "energy", "farm", "finance", "gathering", "government", "industry",
    "media", "medical", "military", "monument", "police", "prison", "religious", "residence", "transport-route", "transport-vehicle",
    "water",
];

/// Flags of words that make a run a place.
pub const PLACE_HEAD_FLAGS: &[&str] = &["ambiguous", "small", "surname"];

/// Flags of words that make a run an organisation.
pub const HEAD_FLAGS: &[&str] = &["plural-only", "ambiguous"];

/// Flags of targets.
pub const TARGET_FLAGS: &[&str] = &["ambiguous", "general", "locality", "mass", "part", "person-like", "place-like", "plural-only"];

/// Kinds of heads of names of organisations.
pub const HEAD_KINDS: &[&str] = &[
    "company", "court", "education", "group", "hotel", "igo", "intelligence", "media", "medical", "military", "ngo", "party", "police",
    "religious", "sport", "state", "union",
];

/// Kinds of events (docs: [`EventKind`](crate::EventKind)).
pub const KINDS: &[&str] = &[
    "bombing", "shelling", "airstrike", "chemical_attack", "armed_clash", "attack", "assassination", "kidnapping", "hijacking",
    "sexual_violence", "arson", "property_destruction", "robbery", "crime", "protest", "riot", "mob_violence", "crackdown", "obstruction",
    "arrest", "raid", "trial", "release", "deployment", "alert", "territory_capture", "withdrawal", "group_change", "threat", "claim",
    "accusation", "denial", "agreement", "meeting", "statement", "sanction", "aid", "disaster", "accident",
];

/// Manners of events.
pub const METHODS: &[&str] = &[
    "aircraft", "airstrike", "ambush", "appeal", "armed", "artillery", "ban", "bank", "barricade", "base", "beating", "blockade", "bomb",
    "border", "boycott", "call", "ceasefire", "charge", "concession", "condemn", "cooperation", "curfew", "cyber", "defusal", "demand",
    "demo", "deport", "disappearance", "drone", "emergency", "execution", "extortion", "gas", "grenade", "handover", "hostage",
    "humanitarian", "hunger", "ied", "intervention", "investigation", "live_fire", "looting", "lynching", "manned", "massacre", "military",
    "mine", "missile", "mortar", "nonstate", "offensive", "parcel", "phone", "poison", "praise", "promise", "ramming", "reject",
    "resignation", "rocket", "sabotage", "seizure", "sentence", "ship", "shooting", "smuggling", "stabbing", "state", "statement",
    "strike", "suicide", "surrender", "swap", "tear_gas", "ties", "torture", "treaty", "ultimatum", "vandalism", "vehicle", "video",
    "warn",
];

/// Statuses that a trigger may carry.
pub const STATUSES: &[&str] = &["occurred", "attempted", "foiled", "planned", "threatened", "denied"];

/// What a rule of relevance asks of an event.
pub const RELEVANCE_CONDITIONS: &[&str] = &[
    "background", "bare", "brought-down", "clash", "combatants", "criminals", "dead", "denied-only", "general", "no-actor", "no-doer",
    "nobody-hit", "nothing-hit", "nowhere", "old", "outside", "planned-only", "populace", "total", "undated",
];

/// Grammatical places.
pub const SLOTS: &[&str] = &[
    "about", "after", "against", "among", "at", "between", "by", "for", "from", "in", "indirect", "infinitive", "into", "near", "object",
    "of", "on", "over", "passive-subject", "possessive", "postmodifier", "premodifier", "subject", "that-clause", "to", "under", "using",
    "with",
];

/// Roles that a slot may fill.
pub const ROLES: &[&str] = &["about", "injured", "instrument", "killed", "perpetrator", "place", "source", "target", "victim"];

/// What may fill a slot.
pub const FILLERS: &[&str] = &["any", "clause", "event", "group", "number", "organization", "person", "place", "thing", "weapon"];

/// What a frame row says beyond its filler: only somebody who can be accused; a locality only tells where; a name that nobody knows will do.
pub const FRAME_FLAGS: &[&str] = &["accused", "site", "stranger"];

/// Parts of speech of cues.
pub const CUE_POS: &[&str] = &["v", "n", "a", "p", "x"];

/// Classes of status cues.
pub const STATUS_CLASSES: &[&str] = &[
    "ceased", "conditional", "denied", "double", "failed-attempt", "foiled", "future", "habitual", "hedge", "historical", "hypothetical",
    "implicative", "intended", "negation", "ordered", "planned", "possibility", "pseudo", "question", "simulated", "threatened",
];

/// Statuses that a cue gives; `none`: no record.
pub const CUE_STATUSES: &[&str] = &["attempted", "denied", "foiled", "none", "occurred", "planned", "threatened"];

/// What a status cue governs.
pub const STATUS_SCOPES: &[&str] = &[
    "act", "before", "clause", "gerund", "group", "head", "infinitive", "none", "noun", "object", "premodifier", "sentence", "subject",
    "verb",
];

/// Classes of words of attribution.
pub const ATTRIBUTION_CLASSES: &[&str] = &[
    "according-to", "accuse", "admit", "blame", "cite", "claim", "confirm", "deny", "estimate", "quote", "report", "say", "source", "warn",
];

/// Where the source, or the one held responsible, stands.
pub const ATTRIBUTION_SLOTS: &[&str] =
    &["according-to", "by", "content", "none", "object", "of", "on", "possessive", "source", "subject", "to"];

/// Where the content stands.
pub const CONTENT_SLOTS: &[&str] = &[
    "as-object", "as-saying", "before", "clause", "for-object", "gerund", "how-clause", "in-object", "infinitive", "noun", "object",
    "object-infinitive", "of-gerund", "of-object", "on-charges", "over-object", "place", "quotation", "sentence", "subject", "that-clause",
    "to-object", "with-gerund", "with-object",
];

/// On what a perpetrator rests.
pub const BASES: &[&str] = &["stated", "claimed", "blamed", "suspected"];

/// What happened to those counted.
pub const OUTCOMES: &[&str] = &["captured", "detained", "displaced", "injured", "killed", "missing"];

/// Where the number stands.
pub const NUMBER_SLOTS: &[&str] = &[
    "at-object", "before", "clause", "fraction", "inside", "none", "object", "of-object", "relative", "subject", "to-object", "with-object",
];

/// Where the people stand.
pub const PEOPLE_SLOTS: &[&str] =
    &["after", "among-object", "before", "clause", "inside", "none", "object", "of-object", "possessive", "subject", "with-object"];

/// Flags of casualty cues.
pub const CASUALTY_FLAGS: &[&str] = &[
    "comparison", "correction", "court", "cumulative", "distribute", "excludes-perpetrators", "exclusion", "headline", "hedged",
    "includes-perpetrators", "mark", "mixed", "multiply", "not-counted", "not-this-event", "open-max", "part", "partisan", "perpetrators",
    "perpetrators-possible", "side", "source", "sum", "temporary", "total", "update", "vague", "zero",
];

/// Classes of discourse cues.
pub const DISCOURSE_CLASSES: &[&str] = &["actor-noun", "background", "claim-same", "different", "event-noun", "part-of", "same", "sum"];

/// Effects of discourse cues.
pub const DISCOURSE_EFFECTS: &[&str] = &["background", "claim-same", "new-event", "part-of", "resume", "same-event", "sum"];

/// Classes of figurative use.
pub const FIGURATIVE_CLASSES: &[&str] = &[
    "business", "computing", "cooking", "film/book/music", "history-name", "idiom", "medicine", "place-name", "politics-metaphor",
    "product", "sport", "weather",
];

/// Flags of words of time.
pub const TIME_FLAGS: &[&str] = &["ambiguous", "plural"];

/// Flags of quantity words.
pub const QUANTITY_FLAGS: &[&str] = &[
    "additional", "after", "before", "collective", "compound", "definite", "event-size", "event-times", "events", "form-dependent",
    "habitual", "hedged", "one-event", "people-or-event", "previous-number", "pronoun", "rare", "relative", "round", "second-language",
    "single-actor", "unknown", "upper", "vague", "victims-2", "victims-3", "victims-4", "weapons", "wounds-possible", "zero",
];

/// Types of quantity words.
pub const QUANTITY_TYPES: &[&str] = &[
    "approximator", "event-count", "exact-word", "fraction", "label", "measure", "money", "multiplicative", "ordinal", "percent", "vague",
];
