//! Titles, ranks and nouns for persons before a name.

use super::scene::{Level, Scene};
use crate::lexicon::column::Title;
use crate::lexicon::{FormRole, Hit, TableId, WordSet};
use crate::token::Case;
use crate::token::literal::word;

/// A title, rank or noun for a person before a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Role {
    /// Token behind it.
    pub end: usize,
    /// A title or office, not just a noun for people.
    pub title: bool,
}

impl Role {
    /// This one, or the other if it reaches further.
    pub fn or(self, other: Option<Self>) -> Self {
        other.filter(|other| other.end > self.end).unwrap_or(self)
    }
}

/// Tables of titles and nouns for persons.
pub const TABLES: [TableId; 2] = [TableId::Title, TableId::PersonNoun];

/// The longest title, rank or noun for a person at this token, its abbreviation point included.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Role> {
    if !scene.document.begins_any(at, &TABLES) {
        return None;
    }
    let roles = scene.document.hits_at(at).iter().filter(|hit| match hit.row.table {
        TableId::Title => hit.len() > 1 || scene.level(at) == Level::No || is_before(scene, hit),
        TableId::PersonNoun => scene.level(at) == Level::No,
        _ => false,
    });
    let roles = roles.filter(|hit| !(hit.row.table == TableId::Title && is_given_name(scene, hit)));
    let hit = roles.max_by_key(|hit| (hit.last, hit.row.table == TableId::Title))?;
    let end = hit.last as usize;
    let point = scene.is_mark(end, ".") && scene.token(end).is_some_and(|token| token.is_glued());
    let title = hit.row.table == TableId::Title && (hit.role != FormRole::Plural || scene.level(at) > Level::No || is_list(scene, end));
    Some(Role { end: end + usize::from(point), title })
}

/// "senators Cole and Diaz": more than one name follows, unlike in "told reporters Paris was safe".
fn is_list(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at + 1, ",") || scene.is(at + 1, word!("and"))
}

/// The end of a title of one word that begins here: "King Salman", "Pope Francis".
pub fn title_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let titles = scene.document.hits_of(at, TableId::Title).filter(|hit| is_before(scene, hit) && !is_given_name(scene, hit));
    titles.map(|hit| hit.last as usize).max()
}

/// The end of an office or rank of one word or more that begins here, other than those of kings and saints, after whom much is named.
pub fn office_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let titles = scene.document.hits_of(at, TableId::Title).filter(|hit| is_before(scene, hit) && is_office(scene, hit));
    titles.map(|hit| hit.last as usize).max()
}

/// Whether an office or rank ends right before this token, or before the comma there: "the foreign minister, Dick Spring".
pub fn is_behind_office(scene: &Scene<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let end = at - usize::from(at > 0 && scene.is_mark(at - 1, ","));
    let titles = |from: usize| scene.document.hits_of(from, TableId::Title).filter(|hit| is_office(scene, hit));
    (end.saturating_sub(LONGEST)..end).any(|from| titles(from).any(|hit| hit.last as usize == end))
}

fn is_office(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.document.lexicon.row(hit.row);
    hit.role != FormRole::Plural && !row.has(Title::Kind, "noble") && !row.has(Title::Kind, "clergy")
}

/// "Dean Jones", "Don Penney", the "M." of "M. Waugh": more often a given name or an initial than a title.
fn is_given_name(scene: &Scene<'_>, hit: &Hit) -> bool {
    let at = hit.first as usize;
    let initial = scene
        .token(at)
        .is_some_and(|token| token.case == Case::Capital && token.text(scene.document.text).trim_end_matches('.').len() == 1);
    let article = at.checked_sub(1).is_some_and(|before| scene.is(before, word!("the")));
    let named = hit.len() == 1 && scene.has(WordSet::GivenTitle, at) && !scene.is_loud(at) && !article;
    initial || named && scene.document.lexicon.row(hit.row).has(Title::Flags, "ambiguous")
}

/// A capitalised title is one when a name follows; "Judge" or "Major" alone may be a name.
fn is_before(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.document.lexicon.row(hit.row);
    row.text(Title::Position) != "after"
}
