//! Who fills the roles of an event, each once, and what the record says of them.

use super::people::exact;
use super::quote::quoted;
use super::{Draft, TELLINGS};
use crate::event::args::is_companion;
use crate::event::class::Class;
use crate::event::draft::{FILLERS, Filler, Mention, Role};
use crate::event::filler::with_of;
use crate::event::office;
use crate::event::scene::Noun;
use crate::event::settle;
use crate::lexicon::{TableId, column};
use crate::phrase::Chunk;
use crate::record::number::id;
use crate::record::{EntityKind, EventKind, Status};
use crate::token::fold;

impl<'r> Draft<'_, 'r> {
    pub(super) fn fillers(&self, role: Role) -> Vec<crate::record::Filler> {
        let mut kept: Vec<Filler<'r>> = Vec::new();
        // Who denies a deed is not told to have done it.
        let denied =
            |mention: &Mention<'_>| role == Role::Perpetrator && mention.status == Status::Denied && self.main.status != Status::Denied;
        // Nor have those who made a bomb safe laid it.
        let defused = |mention: &Mention<'_>| {
            role == Role::Perpetrator && mention.trigger.method == Some("defusal") && self.main.trigger.kind.is_violence()
        };
        let apart = self.members.iter().take(TELLINGS).filter(|mention| !self.is_end(mention) && !denied(mention) && !defused(mention));
        for filler in apart.flat_map(|mention| mention.role(role)) {
            // Those told before come first, since there are few of them and many tellings.
            let known = kept.iter().any(|known| self.is_same(known, filler));
            let pronoun = || filler.anaphoric && self.scene.facts(filler.noun).pronoun;
            let own_loss = || role == Role::Victim && self.is_doer(filler);
            let foils = || role == Role::Perpetrator && self.foils(filler);
            let act = || role == Role::Instrument && self.is_act(filler);
            if !known && !pronoun() && !own_loss() && !foils() && !act() {
                kept.push(*filler);
            }
        }
        let is_told = |filler: &Filler<'_>| !filler.anaphoric || filler.entity.is_some();
        let told: Vec<Filler<'r>> = kept.iter().filter(|filler| is_told(filler)).copied().collect();
        if !told.is_empty() && role != Role::Target {
            // "The monks, their driver and his son": what stands in a list with others is none of them.
            // A body does not tell which persons of it ("the army", "the soldiers"); "the gang" may well be the body.
            let stands_apart = |filler: &Filler<'_>, told: &Filler<'_>| {
                (filler.kind != told.kind && !filler.class.meets(Class::GROUP))
                    || self.are_listed(filler.noun, told.noun)
                    || self.are_foes(role, filler.noun, told.noun)
                    || self.is_one_of(filler.noun, told.noun)
                    || is_other(filler, told)
            };
            kept.retain(|filler| is_told(filler) || told.iter().all(|told| stands_apart(filler, told)));
        }
        let is_part = |filler: &Filler<'r>| self.scene.facts(filler.noun).part;
        if role == Role::Target && !kept.iter().all(is_part) {
            kept.retain(|filler| !is_part(filler));
        }
        // "The premises" are those of the bank told before.
        let is_general = |filler: &Filler<'r>| filler.anaphoric && self.scene.facts(filler.noun).general;
        if role == Role::Target && !kept.first().is_none_or(is_general) {
            kept.retain(|filler| !is_general(filler));
        }
        if role == Role::Target {
            self.seats(&mut kept);
        }
        if role == Role::Perpetrator {
            self.tell_once(&mut kept);
        }
        if role == Role::Victim {
            self.name_all(&mut kept);
            self.specify(&mut kept);
            self.introduce(&mut kept);
        }
        kept.truncate(FILLERS);
        kept.iter().map(|filler| self.filler(filler)).collect()
    }

    /// Takes out a body whose seat is hit as well, which is told once more: "the offices of the Water Board" of "the attack on the Water Board".
    fn seats(&self, kept: &mut Vec<Filler<'r>>) {
        let body = |filler: &Filler<'_>| self.scene.entity_at(filler.noun.head);
        let thing = |filler: &&Filler<'_>| filler.class.meets(Class::THING) && !filler.class.meets(Class::PEOPLE);
        let seats: Vec<Noun> = kept.iter().filter(thing).map(|filler| with_of(self.scene, filler.noun)).collect();
        let is_seat = |seat: &Noun, entity: usize| {
            self.scene.entity_at(seat.head) != Some(entity)
                && (seat.first..seat.last).any(|token| self.scene.entity_at(token) == Some(entity))
        };
        kept.retain(|filler| !body(filler).is_some_and(|entity| seats.iter().any(|seat| is_seat(seat, entity))));
    }

    /// Takes out a group whose number is that of the persons named, who are its members: "two reporters were shot", and later "X and Y".
    fn name_all(&self, kept: &mut Vec<Filler<'r>>) {
        let is_named = |filler: &Filler<'_>| self.scene.kind_at(filler.noun.head) == Some(EntityKind::Person);
        let named: Vec<Noun> = kept.iter().filter(|filler| is_named(filler)).map(|filler| filler.noun).collect();
        let all = |filler: &Filler<'_>| {
            let count = exact(filler);
            let everybody = named.len() > 1 && count == Some(named.len() as u64);
            let members = || named.iter().filter(|name| self.is_group_of(filler.noun, **name)).count() as u64;
            let is_listed = || named.iter().any(|&name| self.are_listed(filler.noun, name));
            (everybody && !is_listed()) || count.is_some_and(|count| count > 0 && count == members())
        };
        kept.retain(|filler| is_named(filler) || !all(filler));
    }

    /// Whether the person is told to be one of a group by the group's own word: "two guards were hurt", "two guards, X and Y".
    fn is_group_of(&self, group: Noun, name: Noun) -> bool {
        office::group_word(self.scene, name) == Some(self.scene.hash(group.head))
    }

    /// Whether one telling of a clash or of a swap has both in it: "soldiers fought with the militia", "the soldiers were swapped for 30 rebels".
    fn are_foes(&self, role: Role, one: Noun, other: Noun) -> bool {
        let apart = one.last <= other.first || other.last <= one.first;
        let kind = self.main.trigger.kind;
        let swap = role == Role::Victim && kind == EventKind::Release;
        let clash = (role == Role::Perpetrator && kind == EventKind::ArmedClash || swap) && apart;
        let has = |mention: &Mention<'_>, noun: Noun| mention.role(role).any(|filler| filler.noun == noun);
        clash && self.members.iter().take(TELLINGS).any(|mention| has(mention, one) && has(mention, other))
    }

    /// Whether the second group tells some of the first: "the six priests, among them Ellacuria", "the five peasants, including two women".
    fn is_one_of(&self, group: Noun, some: Noun) -> bool {
        let [group, some] = [group, some].map(|noun| self.scene.chunk_index(noun.head));
        group.zip(some).is_some_and(|(group, some)| self.scene.clauses().included(group).contains(&(some as u32)))
    }

    /// Whether two noun groups are members of one list.
    fn are_listed(&self, one: Noun, other: Noun) -> bool {
        let [one, other] = [one, other].map(|noun| self.scene.chunk_index(noun.head));
        let behind = |first: usize, second: usize| self.scene.clauses().coordinated(first).contains(&(second as u32));
        one.zip(other).is_some_and(|(one, other)| {
            one != other && (behind(one, other) || behind(other, one) || self.joins(one, other) || self.joins(other, one))
        })
    }

    /// Whether the second group shares the fate of the first in its sentence: "the mayor was found dead along with X and Y".
    fn joins(&self, first: usize, second: usize) -> bool {
        const REACH: usize = 6;
        const CLAUSE: usize = 24;
        const TOGETHER: [u64; 2] = [fold::hash("along"), fold::hash("together")];
        const LISTED: [u64; 2] = [fold::hash("and"), fold::hash(",")];
        let chunks = self.scene.chunks();
        let before = |at: usize| chunks.get(at.checked_sub(1)?).map(|chunk| self.scene.hash(chunk.first));
        let open = (0..REACH).map_while(|step| second.checked_sub(2 * step));
        let mut open = open.take_while(|&at| at > first).skip_while(|&at| before(at).is_some_and(|word| LISTED.contains(&word)));
        let with = |word: u64, at: usize| word == const { fold::hash("with") } && is_companion(self.scene, at);
        let joined = open.next().is_some_and(|at| before(at).is_some_and(|word| TOGETHER.contains(&word) || with(word, at)));
        let is_end = |chunk: &Chunk| self.scene.document.word(chunk.first as usize) == ".";
        let near = |between: &[Chunk]| between.len() <= CLAUSE && !between.iter().any(is_end);
        joined && chunks.get(first..second).is_some_and(near)
    }

    /// What all tellings have in a role, so far as they are looked at.
    fn told(&self, role: Role) -> impl Iterator<Item = &Filler<'r>> {
        self.members.iter().take(TELLINGS).flat_map(move |mention| mention.role(role))
    }

    /// Whether it is who foiled the event: "police foiled a plot to bomb", "a grenade was thrown at a bank and was found by a guard".
    fn foils(&self, doer: &Filler<'_>) -> bool {
        let search = |mention: &&&Mention<'_>| {
            mention.trigger.kind == EventKind::Raid && matches!(mention.trigger.method, Some("seizure" | "defusal"))
        };
        let bomb = self.main.trigger.kind == EventKind::Bombing;
        let mut finders = self.members.iter().take(TELLINGS).filter(search).flat_map(|mention| mention.role(Role::Perpetrator));
        self.told(Role::Source).any(|foiler| foiler.noun == doer.noun) || bomb && finders.any(|finder| finder.noun == doer.noun)
    }

    /// Whether it is what a weapon does, not the weapon: "fired seven shots".
    fn is_act(&self, filler: &Filler<'_>) -> bool {
        let hit = self.scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon);
        hit.is_some_and(|hit| self.scene.lexicon.row(hit.row).has(column::Weapon::Flags, "act"))
    }

    /// Whether somebody hurt is one of those who did it: the dead of an attack's own side are no victims of it.
    pub(super) fn is_doer(&self, filler: &Filler<'_>) -> bool {
        let armed = matches!(filler.people, "rebel" | "militant" | "attacker") || filler.class.meets(Class::GROUP);
        let mut doers = self.told(Role::Perpetrator);
        // Those of a named side are its own only.
        if let Some(name) = (filler.noun.first..filler.noun.last).find_map(|token| self.scene.entity_at(token)) {
            return armed && doers.any(|doer| doer.entity == Some(name as u32));
        }
        let is_one = |doer: &Filler<'_>| {
            (filler.entity.is_some() && filler.entity == doer.entity)
                || (matches!(doer.people, "rebel" | "militant" | "attacker")
                    && (doer.people == filler.people || filler.people == "attacker"))
                || stem(self.word(doer.noun)) == stem(self.word(filler.noun))
        };
        armed && self.main.trigger.kind != EventKind::ArmedClash && doers.any(is_one)
    }

    /// Whether a telling is of the end of those who did it at others' hands, whose dead and doers are not the event's: "before police shot
    /// him dead".
    pub(super) fn is_end(&self, mention: &Mention<'_>) -> bool {
        let own = |doer: &Filler<'_>| mention.role(Role::Perpetrator).any(|other| other.noun == doer.noun);
        let is_doer = |filler: &Filler<'_>| {
            let named = self.told(Role::Perpetrator).any(|doer| doer.noun == filler.noun);
            // "Before police shot dead the attacker", who is the man told of as the doer.
            let attacker = filler.people == "attacker";
            let known = attacker && filler.anaphoric && self.told(Role::Perpetrator).any(|doer| !own(doer));
            // "Forces ended the siege after killing all four attackers".
            let by_state = |told: &Mention<'_>| settle::doers(self.scene, told) == Some(true);
            let main = self.main;
            let theirs = matches!(main.trigger.kind, EventKind::Attack | EventKind::Bombing)
                && main.trigger.first != mention.trigger.first
                && !by_state(main);
            let known = known || attacker && filler.plural && theirs && by_state(mention);
            named || known
        };
        self.main.trigger.kind != EventKind::ArmedClash
            && mention.role(Role::Victim).next().is_some()
            && mention.role(Role::Victim).all(is_doer)
            && mention.role(Role::Perpetrator).next().is_some()
    }

    /// Whether two fillers stand for the same: one entity, or the same head word.
    fn is_same(&self, a: &Filler<'_>, b: &Filler<'_>) -> bool {
        match (a.entity, b.entity) {
            (Some(one), Some(other)) => one == other && a.kind == b.kind,
            // "A health officer and a customs officer" are two.
            (None, None) => stem(self.word(a.noun)) == stem(self.word(b.noun)) && !self.are_listed(a.noun, b.noun),
            // "The market" is the Central Market told before.
            (Some(_), None) => b.role == Role::Target && b.anaphoric && stem(self.word(a.noun)) == stem(self.word(b.noun)),
            _ => false,
        }
    }

    fn word(&self, noun: Noun) -> &'r str {
        self.scene.document.word(noun.head as usize)
    }

    fn filler(&self, filler: &Filler<'_>) -> crate::record::Filler {
        let quoted = quoted(self.scene, filler);
        let span = self.scene.document.span(quoted.first as usize, quoted.last as usize);
        let role = (filler.role == Role::Victim && filler.class.meets(Class::PEOPLE) && !filler.people.is_empty())
            .then(|| filler.people.to_owned());
        // Who suffers are some of the soldiers, not the army.
        let described = || self.scene.described_at(filler.noun.head).filter(|_| filler.role != Role::Victim);
        let entity = filler.entity.or_else(described);
        crate::record::Filler {
            text: span.of(self.scene.document.text).to_owned(),
            span,
            entity: entity.map(|entity| id('E', entity as usize)),
            kind: filler.kind.filter(|_| filler.role == Role::Perpetrator || self.main.trigger.kind == EventKind::Accusation),
            basis: (filler.role == Role::Perpetrator).then_some(filler.basis),
            by: filler.by.map(|entity| id('E', entity as usize)),
            role,
            count: filler.count,
        }
    }
}

/// Whether a victim told as known by a trade is none of those told before, who have another: "the headmaster" of "two pupils".
fn is_other(filler: &Filler<'_>, told: &Filler<'_>) -> bool {
    let trade =
        |people: &str| !matches!(people, "" | "person" | "victim" | "civilian" | "group" | "crowd" | "suspect" | "hostage" | "attacker");
    let unnamed = told.entity.is_none() || told.plural;
    filler.role == Role::Victim
        && !filler.plural
        && trade(filler.people)
        && unnamed
        && !told.people.is_empty()
        && told.people != filler.people
}

/// The hash of a word without its plural ending.
fn stem(word: &str) -> u64 {
    let bare = word.strip_suffix(['s', 'S']).filter(|bare| bare.len() > 2).unwrap_or(word);
    fold::hash(bare)
}
