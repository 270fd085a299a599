//! The subject of an infinitive, gerund or participle: that of the verb it hangs on, or the noun that it modifies.

use super::REACH;
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::unit::UnitKind;
use crate::phrase::words::*;
use crate::phrase::{Arguments, Chunk, ChunkKind, Clauses, Link, List, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};

impl Clauses<'_> {
    pub(super) fn infinitive_subject(&self, verb: usize, depth: usize) -> (List, Link) {
        if let Some(conjunction) = verb.checked_sub(1).filter(|&left| self.kind(left) == Some(ChunkKind::Conjunction)) {
            let shared = self.shared(conjunction, verb, depth);
            if !shared.0.is_empty() {
                return Self::relink(shared, Link::Shared);
            }
        }
        if let Some(agent) = self.agent_before(verb) {
            return (self.list_to(agent, agent), Link::Controlled);
        }
        // "Army to send more troops": a headline has no other verb.
        let Some(above) = self.governing_verb(verb) else { return self.finite_subject(verb, depth) };
        if let Some(plan) = self.plan_before(verb) {
            if self.is_possessed(plan) {
                let owner = plan - 1;
                return (self.list_to(owner, owner), Link::Controlled);
            }
            if self.is_only_told(plan, above) {
                return (List::default(), Link::None);
            }
            if plan == above + 1 && !self.chunk(above).is_some_and(|chunk| self.has_head(WordSet::MakePlan, chunk)) {
                return (List::default(), Link::None);
            }
        }
        let passive = self.chunk(above).is_some_and(|chunk| chunk.voice == Voice::Passive);
        let object = (above + 1..verb).find(|&index| self.kind(index) == Some(ChunkKind::Noun));
        // "Jailed two men for a plot to bomb the embassy".
        let ground = self.plan_before(verb).is_some_and(|plan| GROUND_OF.contains(&self.word(plan.saturating_sub(1))));
        if let Some(object) = object
            && (self.info(above).controls_by_object() || ground && object + 1 < verb.saturating_sub(1) || self.is_asked(above))
            && !passive
        {
            return (self.list_to(object, object), Link::Controlled);
        }
        Self::relink(self.subject_within(above, depth), Link::Controlled)
    }

    /// Whether the preposition behind the verb names who is asked to do something: "called on *the president* to resign", "appealed to *the rebels* to
    /// free her"; not "called a meeting to discuss".
    fn is_asked(&self, verb: usize) -> bool {
        self.chunk(verb).is_some_and(|chunk| ASKING.contains(&self.head_hash(chunk))) && [ON, UPON, TO].contains(&self.word(verb + 1))
    }

    /// The noun for a plan whose aim the infinitive tells: "uncovered a plot to bomb".
    fn plan_before(&self, verb: usize) -> Option<usize> {
        let noun = verb.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Noun))?;
        self.chunk(noun).is_some_and(|chunk| self.has_head(WordSet::Plan, chunk)).then_some(noun)
    }

    /// Whether the subject only tells something of a plan that may be anybody's: "gave details of a plan to murder", not "was part of a plot to",
    /// "faces a charge of conspiracy to".
    fn is_only_told(&self, plan: usize, above: usize) -> bool {
        let told =
            plan.checked_sub(2).filter(|&told| told > above && self.word(plan - 1) == OF && self.kind(told) == Some(ChunkKind::Noun));
        let active = self.chunk(above).is_some_and(|chunk| chunk.voice == Voice::Active);
        let of = |told: &Chunk| !self.document.has(WordSet::Part, told.head as usize) && !self.is_ground(told.head);
        active && told.and_then(|told| self.chunk(told)).is_some_and(of)
    }

    /// The agent of the noun that an infinitive hangs on: "an attempt by the rebels to kidnap".
    fn agent_before(&self, verb: usize) -> Option<usize> {
        let agent = verb.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Noun))?;
        let by = self.possessor_start(agent).checked_sub(1)?;
        let noun = by.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Noun))?;
        (self.word(by) == BY && self.same_sentence(noun, verb)).then_some(agent)
    }

    /// The verb that an infinitive, gerund or participle hangs on.
    pub(in crate::phrase) fn governing_verb(&self, verb: usize) -> Option<usize> {
        let first = self.sentence(verb).start.max(verb.saturating_sub(REACH / 2));
        (first..verb).rev().find(|&left| self.kind(left) == Some(ChunkKind::Verb))
    }

    /// The subject of a gerund or participle: the noun right before it, or that of the clause it hangs on.
    pub(super) fn modified(&self, verb: usize, depth: usize) -> (List, Link) {
        let range = self.sentence(verb);
        let first = range.start.max(verb.saturating_sub(REACH));
        let participle = self.is_verb(verb, VerbForm::Participle);
        let mut at = verb;
        while at > first {
            at -= 1;
            match self.kind(at) {
                Some(ChunkKind::Adverb | ChunkKind::Time) => {}
                Some(ChunkKind::Noun) if participle && self.head_of_headline(at, verb) < self.possessor_start(at) => {
                    return (List::of(self.head_of_headline(at, verb)), Link::Modified);
                }
                Some(ChunkKind::Noun) => {
                    let noun = self.possessed_end(at);
                    // "Soldiers appeared on state television claiming": they do.
                    let before =
                        self.possessor_start(at).checked_sub(1).filter(|&before| self.kind(before) == Some(ChunkKind::Preposition));
                    if let Some(before) = before.filter(|_| !participle && self.is_means_of_saying(noun)) {
                        return Self::relink(self.clause_subject(before, verb, depth), Link::Adjoined);
                    }
                    if let Some(head) = self.wanted(noun, first).filter(|_| participle) {
                        return (self.list_to(head, first), Link::Modified);
                    }
                    // "17 casualties, six dead and 11 wounded".
                    if participle && self.is_beside_dead(noun, first) {
                        return (List::of(noun), Link::Modified);
                    }
                    let counted = self.counted_in_headline(verb, noun, first).filter(|_| participle);
                    return (counted.unwrap_or_else(|| self.list_to(self.beside(noun, first), first)), Link::Modified);
                }
                Some(ChunkKind::Conjunction) => return Self::relink(self.shared(at, verb, depth), Link::Shared),
                Some(ChunkKind::Mark) if self.word(at) == COMMA => {
                    let noun = self.noun_before(at, first).filter(|_| participle);
                    if let Some(noun) = noun {
                        if let Some(whom) = self.set_off_from(verb, noun, depth) {
                            return (whom, Link::Modified);
                        }
                        let noun = self.includer(noun, first).unwrap_or(noun);
                        let from = if self.is_of_both(verb, noun, first) { first } else { noun };
                        return (self.list_to(noun, from), Link::Modified);
                    }
                    return Self::relink(self.clause_subject(at, verb, depth), Link::Adjoined);
                }
                // "Arrested a man on Monday suspected of".
                Some(ChunkKind::Preposition) if participle && self.kind(at + 1) == Some(ChunkKind::Time) => {}
                Some(ChunkKind::Preposition | ChunkKind::Subordinator) => return self.after_preposition(at, depth),
                Some(ChunkKind::Verb) => return Self::relink(self.subject_within(at, depth), Link::Controlled),
                Some(ChunkKind::Mark) if self.is_quote(at) => {}
                _ => return (List::default(), Link::None),
            }
        }
        // "Armed with rifles, the men attacked".
        let main = (verb + 1..range.end).take(REACH).find(|&index| self.is_verb(index, VerbForm::Finite));
        let Some(main) = main else { return (List::default(), Link::None) };
        let found = self.finite_subject(main, depth);
        // "Killed were X and Y", "injured by the blast were: X".
        match self.predicate(main).filter(|_| found.0.is_empty() && participle) {
            Some(predicate) => (self.list_from(predicate), Link::Modified),
            None => Self::relink(found, Link::Adjoined),
        }
    }

    /// Whether the noun is something over which people speak: "on television", "in a video".
    fn is_means_of_saying(&self, noun: usize) -> bool {
        self.chunk(noun).is_some_and(|chunk| self.document.has(WordSet::MeansOfSaying, chunk.head as usize))
    }

    /// Whether the noun is a bare number behind "and" and those who died: "six dead and *11* wounded".
    fn is_beside_dead(&self, noun: usize, first: usize) -> bool {
        let number = self.chunk(noun).is_some_and(|chunk| chunk.last - chunk.first == 1) && self.is_determined(noun);
        let dead = noun.checked_sub(2).filter(|&dead| dead >= first && number && self.is_joint(noun - 1));
        dead.and_then(|dead| self.chunk(dead)).is_some_and(|dead| self.head_hash(dead) == DEAD)
    }

    /// The persons that the phrases with "of" up to `noun` belong to, where they are the object of a verb for bringing about or wishing what the
    /// participle behind tells: "wants the killers of the two patrolmen caught", but "met the leaders of the rebels arrested on Monday".
    fn wanted(&self, noun: usize, first: usize) -> Option<usize> {
        let head = noun.checked_sub(2).filter(|&head| head > first && self.word(head + 1) == OF)?;
        let head = self.member_of_whom(head);
        let verb = self.possessor_start(head).checked_sub(1).filter(|&verb| verb >= first)?;
        let wants = self.chunk(verb).filter(|chunk| chunk.kind == ChunkKind::Verb).is_some_and(|chunk| {
            let word = self.head_hash(chunk);
            WANT.contains(&word) || GET.contains(&word) || HAVE.contains(&word) || word == SEE && chunk.form == VerbForm::Infinitive
        });
        // "Has relatives of the men killed".
        let the = || self.document.tokens.get(self.chunk(head)?.first as usize).filter(|token| token.hash == THE);
        let person = |chunk: &Chunk| the().is_some() && self.document.begins(chunk.head as usize, TableId::PersonNoun);
        (wants && self.chunk(head).is_some_and(person)).then_some(head)
    }

    /// The subject of the verb behind the second comma, where a gerund tells more of it before the first: "two engineers working for a British
    /// company, kidnapped on Sunday, were freed".
    fn set_off_from(&self, verb: usize, noun: usize, depth: usize) -> Option<List> {
        let range = self.sentence(verb);
        let end = |at: &usize| matches!(self.kind(*at), Some(ChunkKind::Mark | ChunkKind::Verb));
        let close = (verb + 1..range.end).take(REACH / 2).find(end).filter(|&close| self.word(close) == COMMA)?;
        let subject =
            Some(close + 1).filter(|&main| self.is_verb(main, VerbForm::Finite)).map(|main| self.finite_subject(main, depth).0)?;
        let head = subject.first().map(|&head| head as usize)?;
        (head + 1..noun).any(|at| self.is_verb(at, VerbForm::Gerund)).then_some(subject)
    }

    /// Whether what two commas set off behind two persons is told of both: "*X and his wife*, kidnapped in Cali, were freed", "the murder of *X and
    /// Y*, kidnapped on Monday,"; not "X, a judge, and Y, kidnapped in Cali, were freed".
    fn is_of_both(&self, verb: usize, noun: usize, first: usize) -> bool {
        let one = |at: usize| self.kind(at) == Some(ChunkKind::Noun) && self.chunk(at).is_some_and(|chunk| !chunk.plural);
        let Some(other) = noun.checked_sub(2).filter(|&other| other >= first && self.is_joint(noun - 1)) else { return false };
        let close = (verb + 1..self.sentence(verb).end).take(REACH / 2).find(|&at| self.kind(at) == Some(ChunkKind::Mark));
        let set_off = close.is_some_and(|close| self.word(close) == COMMA || self.word(close) == STOP);
        // "X and her two sons".
        let kin =
            self.chunk(noun).is_some_and(|kin| self.document.tokens.get(kin.first as usize).is_some_and(|own| KIN.contains(&own.hash)));
        (one(noun) || kin) && one(other) && set_off && self.is_human(noun) && self.is_human(other)
    }

    /// Whether the noun is one for a person, or the name of one.
    fn is_human(&self, noun: usize) -> bool {
        let Some(head) = self.chunk(noun).map(|chunk| chunk.head as usize) else { return false };
        // "The army and a judge": no body.
        let band = |hit: &Hit| self.document.lexicon.row(hit.row).text(column::PersonNoun::Number) == "collective";
        let common = self.document.hits_of(head, TableId::PersonNoun).any(|hit| hit.last as usize == head + 1 && !band(hit));
        let units = &self.phrases.units;
        let unit = units.partition_point(|unit| unit.first as usize <= head).checked_sub(1).and_then(|unit| units.get(unit));
        common || unit.is_some_and(|unit| unit.kind == UnitKind::Name(EntityKind::Person))
    }

    /// Those of whom the list that ends at `noun` names some: "nine guards, including a captain and three sergeants, charged with".
    fn includer(&self, noun: usize, first: usize) -> Option<usize> {
        let list = self.list_to(noun, first);
        let including = self.possessor_start(list.first().map_or(noun, |&head| head as usize)).checked_sub(1)?;
        let of_these = self.kind(including) == Some(ChunkKind::Preposition) && self.word(including) == INCLUDING;
        self.noun_before(including, first).filter(|&many| of_these && self.chunk(many).is_some_and(|many| many.plural))
    }

    /// The noun that `noun` stands beside, if it is an apposition: "X, the person implicated in".
    fn beside(&self, noun: usize, first: usize) -> usize {
        let start = self.possessor_start(noun);
        let head =
            start.checked_sub(2).filter(|&head| head >= first && self.word(head + 1) == COMMA && self.kind(head) == Some(ChunkKind::Noun));
        let governed =
            |head: usize| head > first && self.kind(self.possessor_start(head).saturating_sub(1)) == Some(ChunkKind::Preposition);
        head.filter(|&head| !governed(head)).unwrap_or(noun)
    }

    /// The subject of the finite clause left of `at`, for the gerund or participle `verb`.
    fn clause_subject(&self, at: usize, verb: usize, depth: usize) -> (List, Link) {
        let first = self.sentence(at).start.max(at.saturating_sub(REACH));
        let main = (first..at).rev().find(|&left| self.is_verb(left, VerbForm::Finite));
        let main = main.and_then(|main| self.deed_beside(main, first).or_else(|| self.deed_above(main, first))).or(main);
        let Some(main) = main else { return (List::default(), Link::None) };
        if let Some(deed) = self.deed_of_ground(main, at).filter(|_| self.is_violence(verb)) {
            return self.after_preposition(deed, depth);
        }
        // "A convoy was hit by a bomb, killing two": what hit it killed them.
        let suffers = self.chunk(main).is_some_and(|chunk| chunk.voice == Voice::Passive);
        if suffers && self.is_violence(main) && self.is_violence(verb) && self.is_verb(verb, VerbForm::Gerund) {
            let by = (main + 1..at).find(|&by| self.kind(by) == Some(ChunkKind::Preposition) && self.word(by) == BY);
            let agent = by.filter(|&by| self.kind(by + 1) == Some(ChunkKind::Noun));
            return agent.map_or((List::default(), Link::None), |by| (self.list_from(by + 1), Link::Adjoined));
        }
        self.subject_within(main, depth)
    }

    /// The preposition of the deed, told between the verb at `main` and the comma at `comma`, for which somebody is dealt with and whose results
    /// stand behind it: "sentenced a man for driving into a march, killing two".
    fn deed_of_ground(&self, main: usize, comma: usize) -> Option<usize> {
        let deed = (main + 2..comma).rev().find(|&at| self.kind(at) == Some(ChunkKind::Verb))?;
        let word = self.word(deed - 1);
        let ground = self.kind(deed - 1) == Some(ChunkKind::Preposition) && OF_OBJECT.contains(&word);
        let done = || word == OF || GROUND_OF.contains(&word) || self.is_violence(deed);
        (ground && self.is_verb(deed, VerbForm::Gerund) && done()).then_some(deed - 1)
    }

    /// The deed of the main clause, whose results stand behind the relative clause at `verb`: "fired at marchers who stormed the hall, killing
    /// two", but "arrested a man who stabbed three, killing two".
    fn deed_above(&self, verb: usize, first: usize) -> Option<usize> {
        let relative = self.relative_word(verb, first)?;
        let above = (first..relative).rev().find(|&left| self.is_verb(left, VerbForm::Finite))?;
        let active = self.chunk(above).is_some_and(|chunk| chunk.voice == Voice::Active);
        (active && self.is_violence(above)).then_some(above)
    }

    /// The deed that was done while what the verb at `verb` tells went on, and that has the results told behind both: "attacked the school as
    /// children played, killing two".
    fn deed_beside(&self, verb: usize, first: usize) -> Option<usize> {
        let opening = (first..verb).rev().take(6).find(|&left| self.kind(left) != Some(ChunkKind::Noun))?;
        // "As worshippers left a mosque": who leaves a bomb is told to leave one.
        let leaves = || self.chunk(verb).is_some_and(|verb| self.has_head(WordSet::Leave, verb));
        let meanwhile = MEANWHILE.contains(&self.word(opening)) && (!self.is_violence(verb) || leaves());
        meanwhile.then(|| (first..opening).rev().find(|&left| self.is_verb(left, VerbForm::Finite) && self.is_violence(left))).flatten()
    }

    /// Whether the verb at `at` is a word for violence.
    pub(super) fn is_violence(&self, at: usize) -> bool {
        let violent = |hit: &Hit| {
            usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind)).is_some_and(|kind| kind.is_violence())
        };
        self.chunk(at).is_some_and(|chunk| self.document.hits_of(chunk.head as usize, TableId::Trigger).any(violent))
    }

    /// The subject of a gerund after a preposition.
    fn after_preposition(&self, at: usize, depth: usize) -> (List, Link) {
        let grounds = self.chunk(at).is_some_and(|phrase| (phrase.first..phrase.last).any(|token| self.is_ground(token)));
        let Some(mut above) = self.governing_verb(at) else {
            // "The arrest of a colonel on suspicion of murdering".
            let noun = self.noun_before(at, self.sentence(at).start).filter(|_| grounds);
            let noun = noun.map(|noun| self.member_of_whom(noun));
            return noun.map_or((List::default(), Link::None), |noun| (self.list_to(noun, noun), Link::Controlled));
        };
        // "Foiled a plot to bomb a bridge after arresting": the time is that of the clause.
        if EITHER_WAY.contains(&self.word(at)) {
            let first = self.sentence(at).start.max(at.saturating_sub(REACH / 2));
            above = (first..at).rev().find(|&left| self.is_verb(left, VerbForm::Finite)).unwrap_or(above);
        }
        let passive = self.chunk(above).is_some_and(|chunk| chunk.voice == Voice::Passive);
        let object = (above + 1..at).find(|&index| self.kind(index) == Some(ChunkKind::Noun));
        // "Reported the arrest of a colonel on charges of murdering".
        let held = object.filter(|&object| grounds && self.is_deed(object) && self.word(object + 1) == OF);
        // "Accused Sudan's RSF of killing".
        let whole = object.map(|object| self.possessed_end(object));
        let object = held.and_then(|_| self.noun_before(at, above)).map(|noun| self.member_of_whom(noun)).or(whole);
        // "Rivas, whom they accused of killing two teachers".
        let object = object.or_else(|| self.relative_object(above).filter(|_| !passive));
        match object {
            Some(object) if held.is_some() => (self.list_to(object, object), Link::Controlled),
            Some(object) if (grounds || OF_OBJECT.contains(&self.word(at))) && !passive => (self.list_to(object, object), Link::Controlled),
            _ => {
                let subject = self.subject_within(above, depth);
                // "Three men whom they accused of killing a judge".
                let accuses = self.chunk(above).is_some_and(|verb| self.has_head(WordSet::OfThing, verb));
                let around = Arguments { subject: subject.0, ..Arguments::default() };
                let whom = if accuses && !passive { self.antecedent_as_object(above, &around) } else { List::default() };
                if whom.is_empty() { Self::relink(subject, Link::Adjoined) } else { (whom, Link::Controlled) }
            }
        }
    }

    /// The noun for which "whom" stands, where the clause that it opens has a subject of its own and the verb at `verb`.
    fn relative_object(&self, verb: usize) -> Option<usize> {
        let first = self.sentence(verb).start;
        let subject = verb.checked_sub(1).filter(|&left| self.kind(left) == Some(ChunkKind::Noun))?;
        let whom = self.possessor_start(subject).checked_sub(1).filter(|&left| left > first && self.word(left) == WHOM)?;
        self.noun_before(whom, first)
    }

    /// Those of whom the phrases with "of" up to `noun` tell whose they are, but no deed: "the arrest of members of the army".
    fn member_of_whom(&self, mut noun: usize) -> usize {
        let first = self.sentence(noun).start;
        for _ in 0..3 {
            match noun.checked_sub(2).filter(|&head| head >= first) {
                Some(head) if self.word(head + 1) == OF && self.kind(head) == Some(ChunkKind::Noun) && !self.is_deed(head) => noun = head,
                _ => break,
            }
        }
        noun
    }

    /// Whether the noun at `at` tells a deed.
    pub(in crate::phrase) fn is_deed(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(|chunk| self.document.hits_of(chunk.head as usize, TableId::Trigger).next().is_some())
    }

    /// Whether the word is one for what somebody is held for: "on suspicion of".
    fn is_ground(&self, token: u32) -> bool {
        self.document.has(WordSet::Ground, token as usize)
    }
}
