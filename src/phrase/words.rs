//! Closed-class words and sets of tags that the rules speak of.

use crate::lexicon::Tag;
use crate::token::fold::hash;

/// The bit of a tag in a set.
pub(super) const fn bit(tag: Tag) -> u32 {
    1 << tag as u32
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

pub(super) const HYPHEN: u64 = hash("-");
pub(super) const COMMA: u64 = hash(",");
pub(super) const TO: u64 = hash("to");
pub(super) const THIS: u64 = hash("this");
pub(super) const WHOSE: u64 = hash("whose");
pub(super) const THAT: u64 = hash("that");
pub(super) const BY: u64 = hash("by");
pub(super) const OF: u64 = hash("of");
pub(super) const HIS: u64 = hash("his");
pub(super) const ONE: u64 = hash("one");
pub(super) const NO: u64 = hash("no");
pub(super) const NEITHER: u64 = hash("neither");
pub(super) const THERE: u64 = hash("there");
pub(super) const A: u64 = hash("a");
pub(super) const AN: u64 = hash("an");
pub(super) const OTHER: u64 = hash("other");
pub(super) const AND: u64 = hash("and");
pub(super) const OR: u64 = hash("or");
pub(super) const BUT: u64 = hash("but");
pub(super) const APOSTROPHE: u64 = hash("'");
pub(super) const SEMICOLON: u64 = hash(";");
pub(super) const COLON: u64 = hash(":");
pub(super) const OPENING: [u64; 2] = words(["(", "["]);
pub(super) const CLOSING: [u64; 2] = words([")", "]"]);
pub(super) const AS: u64 = hash("as");
/// Prepositions before a gerund whose subject is the object of the verb above: "accused X of killing", "arrested X for killing".
pub(super) const OF_OBJECT: [u64; 3] = words(["of", "for", "from"]);
pub(super) const NOR: u64 = hash("nor");
pub(super) const WHAT: u64 = hash("what");
pub(super) const HAVING: u64 = hash("having");
pub(super) const BEING: u64 = hash("being");
pub(super) const QUOTES: [u64; 6] = words(["\"", "“", "”", "''", "'", "``"]);
pub(super) const NEGATED_HELPERS: [u64; 22] = words([
    "isn't", "wasn't", "aren't", "weren't", "ain't", "haven't", "hasn't", "hadn't", "don't", "doesn't", "didn't", "can't", "cannot",
    "couldn't", "won't", "wouldn't", "shouldn't", "mustn't", "mightn't", "shan't", "needn't", "oughtn't",
]);
pub(super) const BE: [u64; 10] = words(["be", "am", "is", "are", "was", "were", "been", "being", "isn't", "wasn't"]);
pub(super) const BE_MORE: [u64; 6] = words(["aren't", "weren't", "'re", "'m", "ain't", "'s"]);
pub(super) const HAVE: [u64; 8] = words(["have", "has", "had", "having", "haven't", "hasn't", "hadn't", "'ve"]);
pub(super) const DO: [u64; 6] = words(["do", "does", "did", "don't", "doesn't", "didn't"]);
pub(super) const GET: [u64; 5] = words(["get", "gets", "got", "getting", "gotten"]);
pub(super) const RELATIVE: [u64; 6] = words(["who", "which", "that", "whom", "whose", "where"]);
pub(super) const EITHER_WAY: [u64; 8] = words(["before", "after", "since", "until", "till", "as", "than", "like"]);
pub(super) const NEGATIONS: [u64; 6] = words(["not", "never", "n't", "neither", "nor", "no longer"]);
pub(super) const PARTICLES: [u64; 10] = words(["up", "out", "off", "down", "away", "back", "apart", "aside", "together", "forward"]);
pub(super) const VERB_PREFIXES: [u64; 6] = words(["re", "co", "mis", "pre", "over", "under"]);
pub(super) const MORE: [u64; 2] = words(["more", "others"]);
pub(super) const DEAD: u64 = hash("dead");
/// Determiners that may stand before another one.
pub(super) const PREDETERMINERS: [u64; 3] = words(["all", "both", "half"]);
pub(super) const DEGREES: [u64; 4] = words(["more", "most", "less", "least"]);
/// Pronouns for a part of those that "of" brings.
pub(super) const PARTS: [u64; 14] =
    words(["one", "many", "several", "some", "most", "few", "all", "both", "each", "half", "none", "another", "any", "neither"]);
pub(super) const NONE: u64 = hash("none");
/// Pronouns that can only be subjects.
pub(super) const SUBJECT_PRONOUNS: [u64; 6] = words(["he", "she", "they", "we", "i", "it"]);
/// Words without a plural ending that take a verb without -s.
pub(super) const PLURALS: [u64; 10] = words(["they", "we", "i", "you", "who", "these", "those", "others", "police", "people"]);
/// Determiners that point back to the first member of a list: "the mayor of X and his wife".
pub(super) const THEIR: [u64; 4] = words(["his", "her", "their", "its"]);

const fn words<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut hashes = [0; N];
    let mut at = 0;
    while at < N {
        hashes[at] = hash(words[at]);
        at += 1;
    }
    hashes
}

/// Whether the word is a form of "be".
pub(super) fn is_be(hash: u64) -> bool {
    BE.contains(&hash) || BE_MORE.contains(&hash)
}
