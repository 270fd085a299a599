//! Names of persons by rule: a given name and a surname, initials, particles, a title before.

use super::scene::{Level, Scene};
use super::{Found, Sure, country, role, weigh};
use crate::lexicon::column::{Notable, PlaceHead};
use crate::lexicon::{FormRole, Hit, RowRef, TableId, WordSet};
use crate::record::EntityKind;
use crate::token::literal::{word, words};
use crate::token::{Case, Token};

/// Longest name in words.
const WORDS: usize = 7;

/// The words of a name: indices of its proper words, without particles.
pub struct Chain {
    pub words: [usize; WORDS],
    pub count: usize,
    pub last: usize,
    pub particles: bool,
    /// Among the particles is one that also joins the words of common phrases in its language: "de", "la", "del".
    pub romance: bool,
    pub initials: usize,
    /// Whether a title stands before it, so that a word for a building may be the surname.
    pub titled: bool,
}

/// The name of a person that begins at this token, if there is enough to say so.
pub fn at(scene: &Scene<'_>, at: usize, after_title: bool, after_noun: bool) -> Option<Found> {
    if at > 1 && scene.is_hyphen(at - 1) && scene.level(at - 2) == Level::Name {
        return None;
    }
    // In small letters a name begins with a particle only.
    if scene.is_small(at) {
        return None;
    }
    let chain = chain(scene, at, role::is_behind_office(scene, at))?;
    let other = || {
        is_event(scene, &chain)
            || is_left_town(scene, at, chain.last)
            || is_site(scene, at, chain.last)
            || is_quarter(scene, at, &chain)
            || is_group(scene, at, chain.last)
            || is_saint(scene, at, chain.last)
    };
    if super::place::is_told(scene, at) || !after_title && other() {
        return None;
    }
    let found = |sure, rule| Some(Found::new(at, chain.last, EntityKind::Person, sure, rule));
    if let Some(row) = by_nickname(scene, at, chain.last) {
        return found(Sure::Strong, "well-known person by a nickname").map(|found| found.with_row(row));
    }
    if chain.count + chain.initials < 2 {
        // "striker Pedro", "coach Tite"
        let player = scene.is_sport && at > 0 && scene.level(at - 1) == Level::No && scene.has(WordSet::Player, at - 1);
        let lone = after_title && !is_follower(scene, at) || player && scene.level(at + 1) == Level::No;
        return if lone && is_lone(scene, at) { found(Sure::Fair, "title and name") } else { None };
    }
    let told = if after_title {
        3.0
    } else if after_noun {
        2.0
    } else {
        0.0
    };
    let score = told + weigh::score(scene, &chain) + weigh::context(scene, &chain);
    if score >= 4.0 {
        found(Sure::Strong, "given name and surname")
    } else if score >= 2.5 {
        found(Sure::Fair, "likely given name and surname")
    } else {
        None
    }
}

/// "Former Maoist guerrillas", "the former Bolton defender": a word that is no known name between a title in small letters and a noun for persons
/// tells whose they are; so does any behind "former".
fn is_follower(scene: &Scene<'_>, at: usize) -> bool {
    let small = at.checked_sub(1).is_some_and(|title| scene.level(title) == Level::No && scene.token(title).is_some_and(Token::is_word));
    let former = small && (scene.is(at - 1, word!("former")) || at > 2 && scene.is_hyphen(at - 1) && scene.is(at - 2, word!("ex")));
    if former && scene.level(at + 1) == Level::No && (scene.is_person_noun(at + 1) || scene.has(WordSet::Player, at + 1)) {
        return true;
    }
    small && scene.word(at).given().max(scene.word(at).surname()) == 0 && scene.is_person_noun(at + 1)
}

/// "IN SANTA ROSA": a town named after a saint, where something is.
fn is_saint(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    const SAINTS: &[u64] = words!["san", "santa", "santo"];
    let saint = scene.token(first).is_some_and(|word| SAINTS.contains(&word.hash));
    saint && super::place::is_located(scene, first) && super::place::end_at(scene, first) == Some(last)
}

/// "The Rio Olympics": a place that is a given name too and a word for events.
fn is_event(scene: &Scene<'_>, chain: &Chain) -> bool {
    chain.count == 2 && scene.has(WordSet::EventName, chain.last - 1) && scene.word(chain.last - 1).surname() < 2
}

/// "TROOPS LEFT MAE SOT": a town of the gazetteer behind a verb of coming and going, where case tells nothing.
fn is_left_town(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let enters = first.checked_sub(1).is_some_and(|verb| scene.has(WordSet::Entering, verb));
    enters && scene.is_loud(first) && super::place::end_at(scene, first) == Some(last)
}

/// "at Shire Hall", "the River Clyde": words that are names of persons too, where what stands beside tells of a place.
fn is_site(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let Some(before) = first.checked_sub(1).filter(|_| last > first + 1) else { return false };
    let head = |at: usize, position: &str| {
        let heads = scene.document.hits_of(at, TableId::PlaceHead).filter(|hit| hit.len() == 1);
        heads.map(|hit| scene.document.lexicon.row(hit.row)).any(|row| row.value(PlaceHead::Position) == position)
    };
    let on = super::place::is_located(scene, first) || scene.is(before, word!("on"));
    on && scene.word(last - 1).band() > 0 && head(last - 1, "after") || scene.is(before, word!("the")) && head(first, "before")
}

/// "Aleppo's Bab al-Nairab neighbourhood": what the town named before a possessive has is a part of it.
fn is_quarter(scene: &Scene<'_>, first: usize, chain: &Chain) -> bool {
    let kind = scene.level(chain.last) == Level::No && scene.has(WordSet::KindOfPlace, chain.last);
    kind && super::place::is_owned(scene, first)
}

/// "Jaish al-Islam": several groups bear the name, and nobody has the given name.
fn is_group(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    scene.word(first).given() == 0 && scene.document.hits_of(first, TableId::Group).any(|hit| hit.last as usize == last && hit.len() > 1)
}

/// The point of "Jr." behind a name that ends there.
pub fn has_point(scene: &Scene<'_>, last: usize) -> bool {
    let suffix = last.checked_sub(1).and_then(|at| scene.token(at)).is_some_and(|token| words!["jr", "sr"].contains(&token.hash));
    suffix && scene.is_mark(last, ".") && scene.token(last).is_some_and(Token::is_glued)
}

/// Whether a single word behind a title may be a surname.
fn is_lone(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    let level = scene.level(at);
    let known = word.given().max(word.surname()) >= 2;
    let plain = word.band() == 0 || !scene.is_loud(at) && (word.band() > 2 || known);
    (level == Level::Name && plain) || (level == Level::Maybe && known && word.band() != 1)
}

fn chain(scene: &Scene<'_>, at: usize, titled: bool) -> Option<Chain> {
    let mut chain = Chain { words: [0; WORDS], count: 0, last: at, particles: false, romance: false, initials: 0, titled };
    let mut next = at;
    while chain.count < WORDS && (next == at || scene.joins(next)) {
        let Some(token) = scene.token(next) else { break };
        let glued = next > at && scene.is_hyphen(next);
        if glued && chain.last == next && is_second_part(scene, next + 1, chain.count) {
            next += 2;
            chain.last = next;
            continue;
        }
        if is_initial(scene, next) {
            chain.initials += 1;
            next += 1;
            if chain.count > 0 || chain.initials > 0 {
                chain.last = next;
            }
            continue;
        }
        let kunya = chain.count == 0 && token.case == Case::Capital && scene.has(WordSet::Kunya, next);
        if !kunya
            && scene.has(WordSet::NameParticle, next)
            && (chain.count > 0 || chain.initials > 0 || scene.has(WordSet::OpeningParticle, next))
            && after_particles(scene, next).is_some()
        {
            let Some(word) = after_particles(scene, next) else { break };
            chain.particles = true;
            chain.romance |= scene.has(WordSet::RomanceParticle, next);
            next = word;
            continue;
        }
        if chain.count > 0
            && let Some(end) = nickname_end(scene, next)
        {
            next = end;
            continue;
        }
        if !is_part(scene, next, &chain) {
            break;
        }
        chain.words[chain.count] = next;
        chain.count += 1;
        next += 1;
        chain.last = next;
    }
    (chain.count > 0).then_some(chain)
}

/// The word behind a run of particles ("de la", "al-", "bin"), if it may be a part of a name.
pub fn after_particles(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    if !scene.has(WordSet::NameParticle, at) || !scene.token(at).is_some_and(Token::is_word) {
        return None;
    }
    for _ in 0..3 {
        next += 1;
        if scene.is_hyphen(next) {
            next += 1;
        }
        let particle = scene.has(WordSet::NameParticle, next);
        if scene.level(next) > Level::No && !particle {
            return (!scene.is_loud(next) || scene.level(next) == Level::Name).then_some(next);
        }
        if !particle {
            return None;
        }
    }
    None
}

fn is_quote(scene: &Scene<'_>, at: usize) -> bool {
    ["\"", "“", "”", "'", "‘", "’"].iter().any(|mark| scene.is_mark(at, mark))
}

/// The row of somebody whose nickname stands in quotes before the surname: `Joaquín "El Chapo" Guzmán`.
fn by_nickname(scene: &Scene<'_>, first: usize, last: usize) -> Option<RowRef> {
    let surname = scene.document.word(last - 1);
    let bears = |hit: &&Hit| {
        let row = scene.document.lexicon.row(hit.row);
        is_quote(scene, hit.last as usize)
            && [row.text(Notable::Name), row.text(Notable::Aliases)].iter().any(|names| names.contains(surname))
    };
    let quotes = (first + 1..last).filter(|&at| is_quote(scene, at));
    quotes.map(|quote| scene.document.hits_of(quote + 1, TableId::Notable)).find_map(|mut hits| hits.find(bears)).map(|hit| hit.row)
}

/// Behind the quoted name inside another: `Jimmy "Barbecue" Chérizier`.
fn nickname_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let mark = |at: usize| is_quote(scene, at);
    let end = mark(at).then(|| (at + 2..at + 2 + WORDS).find(|&end| mark(end)))??;
    let capital = |at: usize| scene.level(at) > Level::No;
    ((at + 1..end).any(capital) && scene.level(end + 1) == Level::Name && scene.joins(end + 1)).then_some(end + 1)
}

/// "J.", "J.P.", "W".
fn is_initial(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| {
        let text = token.text(scene.document.text);
        let short = token.case != Case::Lower && token.is_word() && scene.level(at + 1) > Level::No;
        short
            && scene.joins(at + 1)
            && ((text.ends_with('.') && text.len() <= 6)
                || (text.len() == 1 && text != "I" && text != "A" && !(text == "V" && scene.is_loud(at))))
            && country::country_end(scene, at).is_none()
            && !is_body(scene, at)
    })
}

/// The "U.N." of "U.N. Secretary-General Kofi Annan": no initial.
fn is_body(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.hits_of(at, TableId::Organization).any(|hit| hit.role != FormRole::Careful)
}

/// Whether the word behind a hyphen belongs to the name: "Abdel-Karim", "Geun-hye", but not "Moscow-based".
fn is_second_part(scene: &Scene<'_>, at: usize, words: usize) -> bool {
    let Some(token) = scene.token(at) else { return false };
    if !token.is_word() {
        return false;
    }
    let named = || scene.level(at) == Level::Name && scene.word(at).band() == 0 || scene.word(at).given() >= 4;
    if token.case.is_capitalised() && (!scene.is_loud(at) || named()) {
        return true;
    }
    // "Waker-uz-Zaman"
    let joins = scene.has(WordSet::NameParticle, at) && scene.is_hyphen(at + 1) && scene.level(at + 2) > Level::No;
    let word = scene.word(at);
    joins || words >= 2 && token.end - token.start <= 5 && (word.band() == 0 || token.end - token.start <= 2)
}

fn is_part(scene: &Scene<'_>, at: usize, chain: &Chain) -> bool {
    let (Some(token), word) = (scene.token(at), scene.word(at)) else { return false };
    let level = scene.level(at);
    let first = chain.count == 0;
    if level == Level::No {
        return false;
    }
    if scene.is_loud(at) {
        let listed = word.given().max(word.surname());
        let unknown = word.band() == 0 || (word.band() >= 3 && listed >= 3) || (word.band() >= 2 && word.given() >= 4);
        // "THE POLICE SHOT MARK DUGGAN", "A COURT JAILED ALAN BOND"
        let suffers = |at: usize| at.checked_sub(1).is_some_and(|verb| scene.has(WordSet::PersonObject, verb));
        let surname = || word.surname() >= 4 && word.band() > 1 && chain.words.first().is_some_and(|&given| suffers(given));
        let named = match first {
            true => word.given() >= 4 && suffers(at) && scene.word(at + 1).surname() > 0,
            false => chain.count == 1 && chain.words.first().is_some_and(|&given| scene.word(given).given() >= 4) && surname(),
        };
        return (unknown || named) && !is_barred(scene, at, chain);
    }
    if token.case == Case::Upper && token.end - token.start > 1 {
        return !first && is_roman(token.text(scene.document.text));
    }
    if level == Level::Maybe && (if first { word.given() < 2 } else { word.band() > 0 && word.band() < 3 && word.surname() < 3 }) {
        return false;
    }
    !is_barred(scene, at, chain)
}

/// Words that end a name or are none: nationalities, titles, countries (but "Michael Jordan").
fn is_barred(scene: &Scene<'_>, at: usize, chain: &Chain) -> bool {
    let given = match chain.words.first() {
        Some(&word) if chain.count == 1 => scene.word(word).given() >= 3,
        // "Chad Boyer", "Jordan Henderson"
        _ => chain.count == 0 && scene.word(at).given() >= 4 && scene.level(at + 1) == Level::Name && is_surname(scene, at + 1),
    };
    // "Hewlett-Packard Co. engineer"
    let company = scene.is(at, word!("co")) && has_abbreviation_point(scene, at) && scene.level(at + 2) == Level::No;
    company
        || scene.document.hits_at(at).iter().any(|hit| match hit.row.table {
            TableId::OrganizationHead => chain.count > 0 && super::head::is_plain_head(scene, hit),
            TableId::Title => {
                // "German Chancellor": the first word is no given name.
                let people = || chain.count == 1 && country::is_nationality(scene, chain.words[0]);
                chain.count > 0 && (hit.len() > 1 || is_office(scene, at) || people()) && scene.level(at + 1) > Level::No
            }
            TableId::PlaceHead => {
                chain.count > 0
                    && !(chain.titled && given && word_is_surname(scene, at))
                    && (hit.len() > 1 || word_of_places(scene, at) || is_way(scene, at))
            }
            // "An Israeli": no surname.
            TableId::Country if hit.role == FormRole::Adjective && scene.word(at).surname() < 3 => true,
            TableId::Country => !given && !matches!(hit.role, FormRole::Careful | FormRole::Abbreviation),
            _ => false,
        })
}

/// Whether a point follows that ends no sentence.
fn has_abbreviation_point(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at + 1, ".") && scene.token(at + 1).is_some_and(Token::is_glued) && scene.joins(at + 2)
}

/// "Oduya National Park", "Silva Bridge": no surname.
fn word_of_places(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).band() > 0 && scene.word(at).surname() < 3
}

/// "Spring", "Temple": surnames of some.
fn word_is_surname(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).surname() >= 2
}

/// "Street", "Road": surnames too, but hardly ever in the news.
fn is_way(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(WordSet::Street, at)
}

/// "Speaker", "Commissioner": a title that is an ordinary word and no surname.
fn is_office(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    word.band() > 0 && word.surname() < 3 && word.given() < 3
}

/// Whether a word behind a given name that is a country too is a surname: "Boyer", "Hale", but not "River".
fn is_surname(scene: &Scene<'_>, at: usize) -> bool {
    let place = |hit: &Hit| matches!(hit.row.table, TableId::PlaceHead | TableId::PlaceWord | TableId::OrganizationHead);
    scene.word(at).band() == 0 || scene.word(at).surname() >= 3 && !scene.document.hits_at(at).iter().any(place)
}

fn is_roman(text: &str) -> bool {
    text.len() <= 4 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}
