//! [`Tag`]: parts of speech.

/// A part of speech, as the lexicon lists it and as it is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[rustfmt::skip]
pub enum Tag {
    /// Singular or mass noun.
    Noun = 1,
    /// Plural noun.
    NounPlural,
    /// Adjective.
    Adjective,
    /// Comparative.
    Comparative,
    /// Superlative.
    Superlative,
    /// Adverb.
    Adverb,
    /// Base form: infinitive, imperative, present.
    VerbBase,
    /// Third person singular.
    VerbS,
    /// Past tense.
    VerbEd,
    /// Past participle.
    VerbEn,
    /// Present participle, gerund.
    VerbIng,
    /// be, have, do and their forms.
    Auxiliary,
    /// will, may, must ...
    Modal,
    /// in, of, by ...
    Preposition,
    /// and, that, because ...
    Conjunction,
    /// the, a, this, every ...
    Determiner,
    /// he, who, nobody ...
    Pronoun,
    /// Number word.
    Number,
    /// up, off, out; also "to" of the infinitive and "not".
    Particle,
    /// oh, yes.
    Interjection,
}

impl Tag {
    /// All tags, in the order of the lexicon's list of values; `ALL[i] as u8 == i + 1`.
    pub const ALL: [Self; 20] = [
        Self::Noun,
        Self::NounPlural,
        Self::Adjective,
        Self::Comparative,
        Self::Superlative,
        Self::Adverb,
        Self::VerbBase,
        Self::VerbS,
        Self::VerbEd,
        Self::VerbEn,
        Self::VerbIng,
        Self::Auxiliary,
        Self::Modal,
        Self::Preposition,
        Self::Conjunction,
        Self::Determiner,
        Self::Pronoun,
        Self::Number,
        Self::Particle,
        Self::Interjection,
    ];

    /// Its bit in a set of tags.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The tag with this name in the lexicon files (`noun-plural`).
    pub fn named(name: &str) -> Option<Self> {
        super::values::TAGS.iter().position(|other| *other == name).and_then(|tag| Self::ALL.get(tag).copied())
    }
}
