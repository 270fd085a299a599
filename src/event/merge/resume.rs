//! Words for what was told before ("the attack", "the victims"), and whether they mean an event of the news or an older one.

use super::days;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::event::setting::is_shifted;
use crate::lexicon::WordSet;
use crate::record::Basis;
use crate::token::fold;
use crate::token::literal::words;

/// Whether a general word for what happened, alone in a paragraph of its own, resumes what the article is about, not an older event told right
/// before: "A gunman killed five people on Monday. In 2012 a gunman killed 26 people.¶ The president condemned the attack."
pub(super) fn is_reaction(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, last: &Mention<'_>) -> bool {
    /// How many mentions before one an event of the news is looked for.
    const BEFORE: usize = 32;
    let Some(mention) = mentions.get(index) else { return false };
    let is_dated = |other: &Mention<'_>| other.date.is_some_and(|date| date.distance == 0);
    let news = |other: &Mention<'_>| other.trigger.kind.is_violence() && is_dated(other) && !is_aside(scene, std::iter::once(other));
    // "Two suspects have been held over the bombing."
    let suspect = |filler: &Filler<'_>| filler.role == Role::Perpetrator && filler.basis != Basis::Stated;
    let bare = mention.fillers.iter().all(|filler| filler.role == Role::Source || suspect(filler))
        && mention.date.is_none()
        && mention.place_distance > 1;
    let told = || mentions[index.saturating_sub(BEFORE)..index].iter().any(news);
    bare && !are_in_paragraph(scene, mention, last) && !is_pointed(scene, mention) && told()
}

/// Whether two tellings stand in one paragraph.
pub(super) fn are_in_paragraph(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let paragraph = |mention: &Mention<'_>| scene.document.sentences.get(mention.trigger.sentence).map(|sentence| sentence.paragraph);
    paragraph(a) == paragraph(b)
}

/// Whether a telling only says days after what the news of its sentence came, so that "the strikes" further down are hardly its own: "jets hit
/// the capital, a day after a drone wounded 22 people in Haifa".
pub(super) fn is_told_apart(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    /// "Two days after" opens a sentence whose news stands behind it.
    const FRONTED: u32 = 4;
    let start = scene.sentence(mention.trigger.sentence).start;
    is_shifted(scene, start + FRONTED..mention.trigger.first)
}

/// Whether a telling is only what the news of its sentence pays back: "the attack was in retaliation for the murder of eight workmen".
pub(super) fn is_paid_back(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const REACH: u32 = 12;
    const FOR: &[u64] = words!["for", "to"];
    let start = scene.sentence(mention.trigger.sentence).start.max(mention.trigger.first.saturating_sub(REACH));
    let opens = |token: u32| scene.has(WordSet::Reprisal, token) && FOR.contains(&scene.hash(token + 1));
    mention.trigger.kind.is_violence() && (start..mention.trigger.first).any(opens)
}

/// Whether the telling points to what was just told: "that massacre".
pub(super) fn is_pointed(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const POINTING: [u64; 4] = [fold::hash("this"), fold::hash("that"), fold::hash("these"), fold::hash("those")];
    scene.chunk_at(mention.trigger.head).is_some_and(|chunk| POINTING.contains(&scene.hash(chunk.first)))
}

/// Whether a story is told of days before the week of the report, so that "the victims" further down are hardly its own.
pub(super) fn is_aside<'m>(scene: &Scene<'_>, mut members: impl Iterator<Item = &'m Mention<'m>>) -> bool {
    const WEEK: i32 = 7;
    let told = scene.reading.reference.dateline.or(scene.reading.reference.published);
    let Some(told) = told else { return false };
    let before = |mention: &Mention<'_>| days(scene, mention).is_some_and(|(_, latest)| (told - latest).get_days() > WEEK);
    members.any(before)
}
