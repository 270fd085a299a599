//! How likely a run of words is the name of a person.

use super::country;
use super::person::Chain;
use super::scene::{Level, Scene};
use crate::lexicon::column::NameSuffix;
use crate::lexicon::{TableId, Tag, WordInfo, WordSet};
use crate::token::{Case, TokenKind};

/// How much the words themselves speak for a person.
pub fn score(scene: &Scene<'_>, chain: &Chain) -> f32 {
    let (Some(&first), Some(&last)) = (chain.words.first(), chain.words.get(chain.count - 1)) else { return 0.0 };
    let (given, surname) = (scene.word(first), scene.word(last));
    let mut score = 0.0;
    if chain.initials > 0 {
        score += 3.0;
    }
    if chain.romance {
        score += if given.given() > 0 { 1.0 } else { -0.5 };
    } else if chain.particles || scene.has(WordSet::Kunya, first) {
        score += 1.5;
    }
    if chain.count > 1 || chain.particles {
        score += given_score(given);
        if given.name_is_place() && given.given() < 4 {
            score -= 1.0;
        }
        if scene.level(first) == Level::Maybe {
            score -= 1.0;
        }
    }
    score += if is_well_known(scene, last) { 2.0 } else { surname_score(surname) };
    if chain.count > 1 && score < 2.5 && surname.band() == 0 && surname.surname() < 2 && has_surname_ending(scene, last) {
        score += 1.0;
    }
    if scene.is_loud(first) {
        score -= 0.5;
    }
    score
}

/// Whether the word alone stands for a well-known person: "Melania Trump".
fn is_well_known(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.hits_of(at, TableId::Notable).any(|hit| hit.len() == 1)
}

/// What stands around a run of words that lists hardly know: an age, a verb of speech, a role behind a comma.
pub fn context(scene: &Scene<'_>, chain: &Chain) -> f32 {
    let Some(&first) = chain.words.first() else { return 0.0 };
    let of_country =
        scene.is_mark(chain.last, "(") && country::country_end(scene, chain.last + 1).is_some_and(|end| scene.is_mark(end, ")"));
    if scene.is_loud(first) {
        return if of_country { 1.0 } else { 0.0 };
    }
    let plain = chain.words[..chain.count].iter().all(|&at| scene.word(at).band() == 0) && scene.level(chain.last) == Level::No;
    let is_place = super::place::end_at(scene, first) == Some(chain.last);
    let mut score = match (plain && chain.count > 1, is_place) {
        (_, true) => -1.5,
        (true, _) => 0.5,
        _ => 0.0,
    };
    let next = chain.last;
    let speaks = |at: usize| scene.has(WordSet::Speaker, at);
    let apposed = scene.is_mark(next, ",") && (is_age(scene, next + 1) || is_role(scene, next + 1) || speaks(next + 1));
    let bracketed = scene.is_mark(next, "(") && (of_country || is_age(scene, next + 1));
    if apposed || speaks(next) || first.checked_sub(1).is_some_and(speaks) {
        score += 1.5;
    } else if bracketed || (plain && chain.count == 2 && !is_place && acts(scene, next)) {
        score += 1.0;
    }
    score
}

/// "(Omrane Zeguidi) outlined": a verb in the past follows.
fn acts(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    scene.token(at).is_some_and(|token| token.case == Case::Lower) && word.can_be(Tag::VerbEd) && !word.can_be(Tag::Noun)
}

fn is_age(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start == 2)
}

/// "a farmer", "the group's chairman", "president of": a noun for a person begins here or behind an article.
fn is_role(scene: &Scene<'_>, at: usize) -> bool {
    let from = if scene.word(at).tag() == Some(Tag::Determiner) { at + 1 } else { at };
    (from..from + 2).any(|at| !scene.is_function(at) && scene.document.begins_any(at, &super::role::TABLES))
}

/// Whether an unknown word ends like a surname: "-ovic", "-escu", "-yan".
fn has_surname_ending(scene: &Scene<'_>, at: usize) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=16;
    let lexicon = scene.document.lexicon;
    let word = scene.document.word(at);
    // The tail as the key of a row: "-ovic".
    let mut key = [b'-'; 1 + *LENGTHS.end()];
    LENGTHS.take_while(|&length| length <= word.len()).any(|length| {
        let Some(tail) = word.get(word.len() - length..) else { return false };
        key[1..=length].copy_from_slice(tail.as_bytes());
        let rows = std::str::from_utf8(&key[..=length]).ok().into_iter().flat_map(|key| lexicon.find_all(TableId::NameSuffix, key));
        rows.map(|row| lexicon.row(row)).any(|row| {
            row.text(NameSuffix::Suffix).trim_start_matches('-').eq_ignore_ascii_case(tail)
                && row.value(NameSuffix::Strength) != "weak"
                && row.integer(NameSuffix::MinLength).is_none_or(|length| word.len() as i32 >= length)
        })
    })
}

fn given_score(word: WordInfo) -> f32 {
    let listed = match word.given() {
        0 => return if word.band() == 0 && word.surname() > 0 { 0.5 } else { 0.0 } - if word.band() > 0 { 1.5 } else { 0.0 },
        1 => 1.0,
        2 => 1.5,
        3 => 2.0,
        4 => 2.5,
        _ => 3.0,
    };
    if word.band() > 0 && word.given() < 4 { listed - 1.5 } else { listed }
}

fn surname_score(word: WordInfo) -> f32 {
    let listed = match word.surname() {
        0 => {
            return match word.band() {
                0 => 0.5,
                1..=2 => -1.5,
                _ => -0.5,
            };
        }
        1 => 1.0,
        2..=3 => 1.5,
        _ => 2.0,
    };
    if word.band() > 0 && word.surname() < 4 { listed - 1.5 } else { listed }
}
