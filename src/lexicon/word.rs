//! [`WordInfo`]: what the table of single words knows of a word, in 64 bits.

use super::tables::TableId;
use super::tag::Tag;

/// How an abbreviation with a point behaves at the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Pointed {
    /// No abbreviation.
    No = 0,
    /// Its point never ends a sentence (`Gen.`).
    NeverEnds = 1,
    /// Its point often ends a sentence too (`etc.`).
    OftenEnds = 2,
    /// The next word tells (`Inc.`).
    ByNextWord = 3,
    /// A title before a name, or a word after one (`Dr. Amin`, `Mulholland Dr.`): the words on both sides tell.
    TitleOrName = 4,
}

/// What the table of single words knows of a word. All zero: nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordInfo(pub(super) u64);

/// Groups of bits that are overruled together: as a word, as a given name, as a surname, what else the name is, as an abbreviation,
/// what it needs as a verb.
const GROUPS: [u64; 6] = [0x7f_ffff | TAG_SET, 0x7 << 23, 0x7 << 26, 0x3 << 29, 0x7 << 31, 0x3f << 34];

/// Bits that are kept in tables; those above them follow from them.
pub const KEPT: u64 = (1 << SET_SHIFT) - 1;
/// Where the set of the tags begins, a bit for each.
const SET_SHIFT: u32 = 40;
const TAG_SET: u64 = 0x1f_fffe << SET_SHIFT;

const TAG_BITS: u32 = 5;
const TAGS: u32 = 4;

impl WordInfo {
    /// From the bits that are `KEPT`.
    pub const fn from_kept(bits: u64) -> Self {
        let (mut set, mut place) = (0, 0);
        while place < TAGS {
            set |= 1_u64 << (bits >> (place * TAG_BITS) & 0x1f);
            place += 1;
        }
        // Bit 0 stands for an empty place.
        Self(bits | set << SET_SHIFT & TAG_SET)
    }

    /// The bits that are `KEPT`.
    pub const fn kept(self) -> u64 {
        self.0 & KEPT
    }

    /// The bits that rows of `table` set.
    pub fn bits_of(table: TableId) -> u64 {
        let [word, given, surname, _, pointed, valency] = GROUPS;
        match table {
            TableId::PartOfSpeech => word,
            TableId::GivenName => given,
            TableId::Surname => surname,
            TableId::RomanisedName => given | surname,
            TableId::Abbreviation => pointed,
            TableId::Valency => valency,
            _ => 0,
        }
    }

    /// What it says, and where it says nothing, what `below` says.
    pub fn or(self, below: Self) -> Self {
        Self(GROUPS.iter().fold(0, |bits, group| bits | if self.0 & group == 0 { below.0 & group } else { self.0 & group }))
    }

    /// Its parts of speech, the likeliest in news first; at most four.
    pub fn tags(self) -> impl Iterator<Item = Tag> {
        (0..TAGS).filter_map(move |index| {
            let bits = (self.0 >> (index * TAG_BITS) & 0x1f) as usize;
            bits.checked_sub(1).and_then(|tag| Tag::ALL.get(tag).copied())
        })
    }

    /// The likeliest part of speech.
    pub fn tag(self) -> Option<Tag> {
        ((self.0 & 0x1f) as usize).checked_sub(1).and_then(|tag| Tag::ALL.get(tag).copied())
    }

    /// Whether its likeliest part of speech is in a set like that of [`tag_set`](Self::tag_set).
    pub const fn is_mostly(self, set: u32) -> bool {
        // Bit 0 stands for no part of speech.
        set & !1 & 1 << (self.0 & 0x1f) != 0
    }

    /// Its parts of speech as a set: bit i for the tag whose number is i.
    pub const fn tag_set(self) -> u32 {
        ((self.0 & TAG_SET) >> SET_SHIFT) as u32
    }

    /// Whether it can be `tag`.
    pub const fn can_be(self, tag: Tag) -> bool {
        self.tag_set() >> tag as u32 & 1 == 1
    }

    /// Whether the word belongs to the closed classes, such as articles, prepositions, numbers.
    pub const fn is_closed(self) -> bool {
        const CLOSED: u32 = {
            use Tag::{Auxiliary, Conjunction, Determiner, Modal, Number, Particle, Preposition, Pronoun};
            Auxiliary.bit()
                | Conjunction.bit()
                | Determiner.bit()
                | Modal.bit()
                | Number.bit()
                | Particle.bit()
                | Preposition.bit()
                | Pronoun.bit()
        };
        self.is_mostly(CLOSED) && self.band() > 0 && self.given() < 4
    }

    /// Of a word with one part of speech, of which no more is known.
    pub const fn of(tag: Tag) -> Self {
        Self::from_kept(tag as u64)
    }

    /// Adds a part of speech, less likely than those before; a fifth is dropped.
    pub fn push_tag(&mut self, tag: Tag) {
        let used = self.tags().count() as u32;
        if used < TAGS && !self.can_be(tag) {
            *self = Self::from_kept(self.0 | (tag as u64) << (used * TAG_BITS));
        }
    }

    /// How common the word is in small letters: 1 very, 2 fairly, 3 known, 4 rare; 0 not known as a word.
    pub const fn band(self) -> u8 {
        self.field(20, 3)
    }

    /// How common it is as a given name, 5 most; 0 not known as one.
    pub const fn given(self) -> u8 {
        self.field(23, 3)
    }

    /// How common it is as a surname, 5 most; 0 not known as one.
    pub const fn surname(self) -> u8 {
        self.field(26, 3)
    }

    /// Whether the name lists flag it as an ordinary word too.
    pub const fn name_is_word(self) -> bool {
        self.field(29, 1) == 1
    }

    /// Whether the name lists flag it as a place too.
    pub const fn name_is_place(self) -> bool {
        self.field(30, 1) == 1
    }

    /// How it behaves as an abbreviation with a point.
    pub const fn pointed(self) -> Pointed {
        match self.field(31, 3) {
            1 => Pointed::NeverEnds,
            2 => Pointed::OftenEnds,
            3 => Pointed::ByNextWord,
            4 => Pointed::TitleOrName,
            _ => Pointed::No,
        }
    }

    /// Whether it is a form of a verb that cannot do without an object ("kidnapped").
    pub const fn needs_object(self) -> bool {
        self.field(34, 1) == 1
    }

    /// Whether it is a form of a verb that never takes an object ("exploded").
    pub const fn takes_no_object(self) -> bool {
        self.field(35, 1) == 1
    }

    /// Whether it is a form of a verb that takes a clause without "that" ("said").
    pub const fn takes_clause(self) -> bool {
        self.field(36, 1) == 1
    }

    /// Whether it is a form of a verb that takes two objects ("gave").
    pub const fn takes_two_objects(self) -> bool {
        self.field(37, 1) == 1
    }

    /// Whether the object of this verb is the subject of the infinitive after it ("ordered").
    pub const fn controls_by_object(self) -> bool {
        self.field(38, 1) == 1
    }

    /// Whether the subject of this verb is the subject of the infinitive after it ("tried").
    pub const fn controls_by_subject(self) -> bool {
        self.field(39, 1) == 1
    }

    const fn field(self, shift: u32, width: u32) -> u8 {
        (self.0 >> shift & ((1 << width) - 1)) as u8
    }

    fn raise(&mut self, shift: u32, width: u32, value: u8) {
        if value > self.field(shift, width) {
            let mask = ((1_u64 << width) - 1) << shift;
            self.0 = self.0 & !mask | u64::from(value) << shift;
        }
    }

    /// Sets how common the word is (the first value counts).
    pub fn set_band(&mut self, band: u8) {
        if self.band() == 0 {
            self.raise(20, 3, band);
        }
    }

    /// Raises the commonness as a given name.
    pub fn raise_given(&mut self, band: u8) {
        self.raise(23, 3, band);
    }

    /// Raises the commonness as a surname.
    pub fn raise_surname(&mut self, band: u8) {
        self.raise(26, 3, band);
    }

    /// Marks the name as an ordinary word, a place, or both.
    pub fn mark_name(&mut self, word: bool, place: bool) {
        self.0 |= u64::from(word) << 29 | u64::from(place) << 30;
    }

    /// Sets what the verb needs after it: the number of the flag in the lexicon's list.
    pub fn set_valency(&mut self, flag: usize) {
        self.0 |= 1 << (34 + flag as u32 % 6);
    }

    /// Marks it as an abbreviation with a point; one that is a title and something else too behaves as either.
    pub fn set_pointed(&mut self, pointed: Pointed) {
        let both = match (self.pointed(), pointed) {
            (Pointed::NeverEnds, Pointed::OftenEnds | Pointed::ByNextWord | Pointed::TitleOrName) => Pointed::TitleOrName,
            (Pointed::OftenEnds | Pointed::ByNextWord | Pointed::TitleOrName, Pointed::NeverEnds) => Pointed::TitleOrName,
            _ => pointed,
        };
        self.raise(31, 3, both as u8);
    }
}
