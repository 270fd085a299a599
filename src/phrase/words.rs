//! Closed-class words and sets of tags that the rules speak of.

use crate::lexicon::Tag;
use crate::token::fold::hash;
use crate::token::literal::Few;

/// The bit of a tag in a set.
pub(super) const fn bit(tag: Tag) -> u32 {
    tag.bit()
}

pub(super) const NOUNS: u32 = bit(Tag::Noun) | bit(Tag::NounPlural);
pub(super) const ADJECTIVES: u32 = bit(Tag::Adjective) | bit(Tag::Comparative) | bit(Tag::Superlative);
pub(super) const NOMINAL: u32 = NOUNS | ADJECTIVES | bit(Tag::Number);
pub(super) const FINITE: u32 = bit(Tag::VerbS) | bit(Tag::VerbEd);
pub(super) const VERBS: u32 = FINITE | bit(Tag::VerbBase) | bit(Tag::VerbEn) | bit(Tag::VerbIng);
pub(super) const HELPERS: u32 = bit(Tag::Auxiliary) | bit(Tag::Modal);
pub(super) const OPEN: u32 = NOUNS | ADJECTIVES | VERBS | bit(Tag::Adverb);
pub(super) const CLOSED: u32 =
    HELPERS | bit(Tag::Preposition) | bit(Tag::Conjunction) | bit(Tag::Determiner) | bit(Tag::Pronoun) | bit(Tag::Particle);

/// Particles that go with verbs rather than with places: "blow up", "burn down".
pub(super) static ASKING: Few<8> = Few::new(["call", "calls", "called", "calling", "appeal", "appeals", "appealed", "appealing"]);
pub(super) const ON: u64 = hash("on");
pub(super) const UPON: u64 = hash("upon");
pub(super) static PHRASAL: Few<4> = Few::new(["up", "down", "out", "off"]);
pub(super) const HYPHEN: u64 = hash("-");
pub(super) const COMMA: u64 = hash(",");
pub(super) const STOP: u64 = hash(".");
pub(super) const SETTING: u64 = hash("setting");
pub(super) const FIRE: u64 = hash("fire");
pub(super) const TO: u64 = hash("to");
pub(super) const SINCE: u64 = hash("since");
pub(super) const AT: u64 = hash("at");
pub(super) const THIS: u64 = hash("this");
pub(super) const WHOSE: u64 = hash("whose");
pub(super) const THAT: u64 = hash("that");
pub(super) const WHO: u64 = hash("who");
pub(super) const WHOM: u64 = hash("whom");
pub(super) const WHICH: u64 = hash("which");
pub(super) const ITS: u64 = hash("its");
/// Whom somebody does something to that is told of himself.
pub(super) static SELVES: Few<5> = Few::new(["himself", "herself", "itself", "themselves", "self"]);
pub(super) const BY: u64 = hash("by");
pub(super) const FOR: u64 = hash("for");
pub(super) const AGAINST: u64 = hash("against");
pub(super) const FIGHTING: u64 = hash("fighting");
pub(super) const OF: u64 = hash("of");
/// The participle that is an attribute before a bare noun: "alleged leader of the cartel".
pub(super) const ALLEGED: u64 = hash("alleged");
pub(super) const SAID: u64 = hash("said");
pub(super) const HIS: u64 = hash("his");
pub(super) const CHARGED: u64 = hash("charged");
/// Who belongs to somebody told before.
pub(super) static KIN: Few<3> = Few::new(["his", "her", "their"]);
pub(super) const ONE: u64 = hash("one");
pub(super) const SINGLE: u64 = hash("single");
pub(super) const NO: u64 = hash("no");
pub(super) const NEITHER: u64 = hash("neither");
pub(super) const THERE: u64 = hash("there");
pub(super) const THE: u64 = hash("the");
pub(super) const A: u64 = hash("a");
pub(super) const AN: u64 = hash("an");
pub(super) const OTHER: u64 = hash("other");
/// Who is told besides those told before.
pub(super) static MORE_OF_THEM: Few<9> = Few::new(["another", "others", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]);
pub(super) const AND: u64 = hash("and");
pub(super) const OR: u64 = hash("or");
pub(super) const BUT: u64 = hash("but");
pub(super) const AMONG: u64 = hash("among");
pub(super) const THEM: u64 = hash("them");
pub(super) const ALSO: u64 = hash("also");
/// Prepositions of where the others of a list have what the first has: "two people in Sumy and five in Odesa".
pub(super) static WHERE: Few<3> = Few::new(["in", "at", "near"]);
pub(super) const INCLUDING: u64 = hash("including");
pub(super) const APOSTROPHE: u64 = hash("'");
pub(super) const SEMICOLON: u64 = hash(";");
pub(super) const COLON: u64 = hash(":");
pub(super) static DASHES: Few<4> = Few::new(["--", "—", "–", "---"]);
pub(super) static OPENING: Few<2> = Few::new(["(", "["]);
pub(super) static CLOSING: Few<2> = Few::new([")", "]"]);
pub(super) const AS: u64 = hash("as");
/// Prepositions before a gerund whose subject is the object of the verb above: "accused X of killing", "charged X with killing".
pub(super) static OF_OBJECT: Few<4> = Few::new(["of", "for", "from", "with"]);
/// Prepositions before the plan that somebody is punished or held for: "jailed two men for a plot to".
pub(super) static GROUND_OF: Few<2> = Few::new(["for", "over"]);
pub(super) const NOR: u64 = hash("nor");
pub(super) const WHAT: u64 = hash("what");
pub(super) const HAVING: u64 = hash("having");
pub(super) const BEING: u64 = hash("being");
pub(super) static QUOTES: Few<6> = Few::new(["\"", "“", "”", "''", "'", "``"]);
pub(super) static NEGATED_HELPERS: Few<22> = Few::new([
    "isn't", "wasn't", "aren't", "weren't", "ain't", "haven't", "hasn't", "hadn't", "don't", "doesn't", "didn't", "can't", "cannot",
    "couldn't", "won't", "wouldn't", "shouldn't", "mustn't", "mightn't", "shan't", "needn't", "oughtn't",
]);
pub(super) static BE: Few<10> = Few::new(["be", "am", "is", "are", "was", "were", "been", "being", "isn't", "wasn't"]);
pub(super) static BE_MORE: Few<6> = Few::new(["aren't", "weren't", "'re", "'m", "ain't", "'s"]);
pub(super) static HAVE: Few<8> = Few::new(["have", "has", "had", "having", "haven't", "hasn't", "hadn't", "'ve"]);
pub(super) static DO: Few<6> = Few::new(["do", "does", "did", "don't", "doesn't", "didn't"]);
pub(super) static GET: Few<5> = Few::new(["get", "gets", "got", "getting", "gotten"]);
/// The helper of an infinitive in the passive.
pub(super) const BARE_BE: u64 = hash("be");
/// Verbs for making somebody do what stands behind him without "to".
pub(super) static MAKE: Few<4> = Few::new(["make", "makes", "made", "making"]);
/// Verbs for making somebody do what he would not.
pub(super) static FORCE: Few<6> = Few::new(["force", "forces", "forced", "compelled", "obliged", "coerced"]);
/// Verbs of wishing that take an object and a participle: "wants the killers caught", and of seeing that come to pass.
pub(super) static WANT: Few<4> = Few::new(["want", "wants", "wanted", "wanting"]);
pub(super) const SEE: u64 = hash("see");
/// Words in -ing for deeds that may be nouns too, but have an object behind a comma or another gerund: "attacked the town, *burning* houses".
pub(super) static DEEDS: Few<10> =
    Few::new(["burning", "looting", "killing", "shooting", "wounding", "raping", "robbing", "setting", "kidnapping", "stealing"]);
/// Participles behind which a word in -ing tells in what state somebody or something was: "found hanging from a bridge".
pub(super) static FOUND: Few<4> = Few::new(["found", "seen", "left", "spotted"]);
pub(super) static RELATIVE: Few<6> = Few::new(["who", "which", "that", "whom", "whose", "where"]);
pub(super) static EITHER_WAY: Few<8> = Few::new(["before", "after", "since", "until", "till", "as", "than", "like"]);
/// Relative words whose clause may have a subject of its own.
pub(super) static OF_WHOM: Few<4> = Few::new(["which", "whom", "who", "where"]);
/// Words that open what went on at the time.
pub(super) static MEANWHILE: Few<2> = Few::new(["as", "while"]);
/// Verbs for setting about what the gerund behind them tells.
pub(crate) static BEGINNING: Few<10> =
    Few::new(["begin", "begins", "began", "begun", "start", "starts", "started", "starting", "resume", "resumed"]);
pub(super) static NEGATIONS: Few<6> = Few::new(["not", "never", "n't", "neither", "nor", "no longer"]);
pub(super) static PARTICLES: Few<10> = Few::new(["up", "out", "off", "down", "away", "back", "apart", "aside", "together", "forward"]);
pub(super) static VERB_PREFIXES: Few<6> = Few::new(["re", "co", "mis", "pre", "over", "under"]);
pub(super) static MOSTLY: Few<7> = Few::new(["mostly", "mainly", "largely", "chiefly", "primarily", "overwhelmingly", "predominantly"]);
pub(super) static MORE: Few<2> = Few::new(["more", "others"]);
/// Determiners that may stand before another one.
pub(super) static PREDETERMINERS: Few<3> = Few::new(["all", "both", "half"]);
pub(super) static DEGREES: Few<4> = Few::new(["more", "most", "less", "least"]);
/// Pronouns for a part of those that "of" brings.
pub(super) static PARTS: Few<14> =
    Few::new(["one", "many", "several", "some", "most", "few", "all", "both", "each", "half", "none", "another", "any", "neither"]);
/// Pronouns for one of several before what it alone has: "two bombs went off, one at a bank and the other outside a school".
pub(super) static SHARES: Few<8> = Few::new(["one", "another", "other", "second", "third", "fourth", "two", "others"]);
pub(super) const NONE: u64 = hash("none");
pub(super) const DEAD: u64 = hash("dead");
pub(super) const DEATH: u64 = hash("death");
/// Pronouns that can only be subjects.
pub(super) static SUBJECT_PRONOUNS: Few<6> = Few::new(["he", "she", "they", "we", "i", "it"]);
/// Words without a plural ending that take a verb without -s.
pub(super) static PLURALS: Few<10> = Few::new(["they", "we", "i", "you", "who", "these", "those", "others", "police", "people"]);
/// Determiners that point back to the first member of a list: "the mayor of X and his wife".
pub(crate) static THEIR: Few<4> = Few::new(["his", "her", "their", "its"]);

/// Helpers that agree with a subject of many, and of one.
pub(super) static OF_MANY: Few<6> = Few::new(["are", "were", "have", "aren't", "weren't", "haven't"]);
pub(super) static OF_ONE: Few<6> = Few::new(["is", "was", "has", "isn't", "wasn't", "hasn't"]);

/// Whether the word is a form of "be".
pub(super) fn is_be(hash: u64) -> bool {
    BE.contains(&hash) || BE_MORE.contains(&hash)
}
