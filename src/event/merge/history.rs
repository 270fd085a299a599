//! What was long ago is no news: an old telling stays apart from those of the report.

use super::conflict::is_sure;
use super::days;
use crate::event::draft::Mention;
use crate::event::scene::Scene;
use crate::event::setting::is_old;
use crate::token::fold;

/// Whether a telling of long ago would join one of the news, or one of the news a story of long ago.
pub(super) fn is_history<'m>(scene: &Scene<'_>, mention: &Mention<'_>, mut others: impl Iterator<Item = &'m Mention<'m>>) -> bool {
    let old = |mention: &Mention<'_>| days(scene, mention).is_some_and(|(_, latest)| is_old(scene, latest));
    let own = mention.date.is_some_and(|date| is_sure(mention, date.distance));
    if old(mention) {
        return own && !others.any(|other| old(other) || is_told_with(scene, other, mention));
    }
    let beside = |other: &Mention<'_>| other.trigger.sentence == mention.trigger.sentence;
    !mention.definite && others.all(|other| old(other) && !beside(other))
}

/// Whether the clause with "when" behind a result tells the deed, and so its day: "14 people were killed when police opened fire in December 2011".
fn is_told_with(scene: &Scene<'_>, result: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const WHEN: u64 = fold::hash("when");
    let mut between = result.trigger.last..deed.trigger.first;
    let comma = between.clone().any(|token| scene.document.word(token as usize) == ",");
    let result_alone = result.trigger.is_outcome() && result.date.is_none() && result.trigger.sentence == deed.trigger.sentence;
    result_alone && !comma && between.any(|token| scene.hash(token) == WHEN)
}
