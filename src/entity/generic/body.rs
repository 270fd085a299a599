//! [`Bodies`]: the entities that roles of countries stand for.

use super::Role;
use crate::document::Document;
use crate::entity::{EntityDraft, facts};
use crate::lexicon::column::{Country, Group, Organization};
use crate::lexicon::{Hit, Lexicon, RowRef, TableId};
use crate::place;
use crate::token::{TextCase, Tokens, tokenize};

/// The bodies of countries looked up so far.
#[derive(Default)]
pub(super) struct Bodies {
    /// Row of the role, code of the country, index of the entity.
    known: Vec<(u32, String, Option<usize>)>,
    /// Row and country of a form that holds its country, index of the entity.
    forms: Vec<(RowRef, u16, usize)>,
}

impl Bodies {
    /// The index of the entity whose form holds its country; "Mali's army" is what "Malian army" is, if that has a row of its own.
    pub fn of_form(&mut self, document: Document<'_>, role: &Role, drafts: &mut Vec<EntityDraft>) -> usize {
        if let Some(&(_, _, index)) = self.forms.iter().find(|&&(row, param, _)| (row, param) == (role.hit.row, role.hit.param)) {
            return index;
        }
        let country = u32::from(role.hit.param).checked_sub(1);
        let code = country.map(|row| document.lexicon.row(RowRef { layer: 0, table: TableId::Country, row }).text(Country::Iso2));
        let own = code.and_then(|code| (role.first + 1..role.hit.last).find_map(|first| find(document, (first, role.hit.last), code)));
        let (row, country) = own.filter(|hit| hit.param == 0).map_or((role.hit.row, country), |hit| (hit.row, None));
        let index = add(facts::body(document, row, country), drafts);
        self.forms.push((role.hit.row, role.hit.param, index));
        index
    }

    /// The index of the entity that is this role in a country.
    pub fn of_country(&mut self, document: Document<'_>, role: &Role, code: &str, drafts: &mut Vec<EntityDraft>) -> Option<usize> {
        let row = role.hit.row.row;
        if let Some((_, _, index)) = self.known.iter().find(|(known, country, _)| *known == row && country == code) {
            return *index;
        }
        let index = lookup(document, (role.first, role.hit.last), code).map(|body| add(body, drafts));
        self.known.push((row, code.to_owned(), index));
        index
    }
}

/// The index of the entity with the key of `body`; of `body` itself if there is none.
fn add(body: EntityDraft, drafts: &mut Vec<EntityDraft>) -> usize {
    let known = drafts.iter().position(|draft| draft.key.is_some() && draft.key == body.key);
    known.unwrap_or_else(|| {
        drafts.push(body);
        drafts.len() - 1
    })
}

/// Makes the entity at `index`, which is named but whose country was open, the body of a country; or adds its names to the entity that is
/// that body already.
pub(super) fn settle(index: usize, body: EntityDraft, rule: &str, drafts: &mut [EntityDraft]) {
    let known = drafts.iter().position(|draft| draft.key.is_some() && draft.key == body.key);
    if let Some(known) = known {
        // The earlier place is kept.
        let (keep, gone) = (known.min(index), known.max(index));
        if known == gone {
            drafts.swap(keep, gone);
        }
        let names = std::mem::take(&mut drafts[gone].mentions);
        drafts[keep].mentions.extend(names);
        drafts[keep].mentions.sort_unstable();
    } else if let Some(draft) = drafts.get_mut(index) {
        let rule = format!("{}; {rule}", draft.rule).into();
        (draft.row, draft.key, draft.side, draft.parent, draft.country, draft.rule) =
            (body.row, body.key, body.side, body.parent, body.country, rule);
    }
}

/// The body of a pattern's row in a country.
pub(super) fn pattern(document: Document<'_>, row: RowRef, code: &str) -> Option<EntityDraft> {
    let country = place::state(document.lexicon, code).filter(|country| country.layer == 0)?;
    Some(facts::body(document, row, Some(country.row)))
}

/// The body that the adjective of a country and the words of a role read.
pub(super) fn lookup(document: Document<'_>, words: (u32, u32), code: &str) -> Option<EntityDraft> {
    let hit = find(document, words, code)?;
    Some(facts::body(document, hit.row, u32::from(hit.param).checked_sub(1)))
}

/// The row that the adjective of a country and the words `first..last` read: one of its own before one of a pattern.
fn find(document: Document<'_>, (first, last): (u32, u32), code: &str) -> Option<Hit> {
    let lexicon = document.lexicon;
    let words = document.slice(first as usize, last as usize);
    let spellings = [words.to_owned(), words.to_lowercase()];
    let (mut tokens, mut hits, mut best) = (Vec::new(), Vec::new(), None::<Hit>);
    let state = place::state(lexicon, code)?;
    // Burma shares its adjective with what it was before.
    let today = |hit: &Hit| u32::from(hit.param).checked_sub(1) == Some(state.row);
    let adjectives = lexicon.row(state).list(Country::Adjectives);
    for text in adjectives.flat_map(|adjective| spellings.iter().map(move |words| format!("{adjective} {words}"))) {
        tokenize(&text, &mut tokens);
        lexicon.scan_start(Tokens { text: &text, tokens: &tokens, case: TextCase::Mixed }, &mut hits);
        let is_body = |hit: &&Hit| matches!(hit.row.table, TableId::Organization | TableId::Group) && is_of(lexicon, hit, code);
        for hit in hits.iter().filter(is_body).filter(|hit| hit.last as usize == tokens.len()) {
            if best.is_none_or(|best| best.param > 0 && (hit.param == 0 || today(hit) && !today(&best))) {
                best = Some(*hit);
            }
        }
    }
    best
}

/// Whether the body is one of this country and not of another whose people are called the same: the "Congolese army" is of one Congo only.
fn is_of(lexicon: &Lexicon, hit: &Hit, code: &str) -> bool {
    if let Some(row) = u32::from(hit.param).checked_sub(1) {
        return lexicon.row(RowRef { layer: 0, table: TableId::Country, row }).text(Country::Iso2) == code;
    }
    let row = lexicon.row(hit.row);
    let countries = match hit.row.table {
        TableId::Group => row.text(Group::Countries),
        _ => row.text(Organization::Countries),
    };
    countries.is_empty() || countries.split(['|', ',']).any(|country| country == code)
}
