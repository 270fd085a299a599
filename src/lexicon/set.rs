//! [`WordSet`]: the sets of words that rules ask for by name, rows of `word-sets`.

/// Declares the sets: the enum and the names of their rows.
macro_rules! sets {
    ($($(#[$doc:meta])* $set:ident $name:literal,)*) => {
        /// A set of words that a rule asks for; its words are the row of this name in `words/sets.tsv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum WordSet { $($(#[$doc])* $set),* }

        /// The names of the sets, in the order of [`WordSet`].
        pub const WORD_SETS: &[&str] = &[$($name),*];
    };
}

sets! {
    /// Nouns for those who stand for their country in another one, or only visit it ("embassy").
    Abroad "abroad",
    /// Nouns for what numbers are told in ("report").
    Account "account",
    /// Participles for being accused or sought, behind a name ("wanted").
    Accused "accused",
    /// Words that end the name of a news agency ("service").
    Agency "agency",
    /// Verbs that aim at somebody, who is no object then ("fired").
    Aiming "aiming",
    /// Words for being on somebody's side, before "to" or "with" ("loyal").
    Allied "allied",
    /// Words for having had a part in a deed, in the clause that is denied ("responsible").
    Answerable "answerable",
    /// Words in the names of armed groups, which tell them from other bodies ("liberation").
    ArmedName "armed-name",
    /// Nouns for attacks, before "on" and a town that nobody knows ("offensive").
    Assault "assault",
    /// Plurals that stand before other nouns ("rights march").
    Attributive "attributive",
    /// Verbs for paying back a death ("avenge").
    Avenge "avenge",
    /// Adjectives behind "be" before the clause that somebody is sure of ("confident").
    BeforeClause "before-clause",
    /// Nouns for the responsibility for a deed that somebody takes or is given ("credit").
    Blame "blame",
    /// Nouns for parts of the body behind a wound, which are no heads of anything ("head").
    BodyPart "body-part",
    /// What became of a plan that was given up ("postponed").
    CalledOff "called-off",
    /// Verbs that call their object by the name behind it ("calling").
    Calling "calling",
    /// Makes of cars, behind the year of a model ("Toyota").
    CarMake "car-make",
    /// What somebody is accused of, which he may deny ("allegation").
    Charge "charge",
    /// Words that speak of what is to come ("scheduled").
    Coming "coming",
    /// Nouns for a bond with a deed, before "with" or "to" ("connection").
    Connection "connection",
    /// Nouns for the dead, to whom nothing is done any more ("corpse").
    Corpse "corpse",
    /// Nouns for the parts of a charge, behind a number ("counts").
    Count "count",
    /// Nouns for money behind the short name of a country ("dollars").
    CountryMoney "country-money",
    /// Signs before an amount of money ("Rs").
    CurrencySign "currency-sign",
    /// Words for those who were killed, who do nothing any more ("slain").
    Dead "dead",
    /// Nouns that stand for a bomb where something explodes ("device").
    Device "device",
    /// Verbs for what became of somebody in the end ("died").
    Die "die",
    /// Words for a part of a place before its name ("northern").
    Direction "direction",
    /// Nouns for divisions behind a list of their names ("counties").
    Divisions "divisions",
    /// Nouns for what people wear, behind "in" ("fatigues").
    Dress "dress",
    /// Verbs for getting away from an attack ("escaped").
    Escape "escape",
    /// Nouns that end the name of an event, a prize or a law ("festival").
    EventName "event-name",
    /// Nouns for women only ("grandmother").
    Female "female",
    /// Nouns for a number of people hurt ("toll").
    Figure "figure",
    /// Verbs that tell a number ("put").
    GiveNumber "give-number",
    /// Titles that are more often given names ("dean").
    GivenTitle "given-title",
    /// What somebody is held for, before "of" and a deed ("suspicion").
    Ground "ground",
    /// Verbs for what somebody does not know of others ("believe").
    Guess "guess",
    /// Verbs for what somebody looks like or gives himself out for, before "as" ("posing").
    Guise "guise",
    /// Verbs for what events do ("occur").
    Happen "happen",
    /// Animals and what else harms people without attacking them ("tiger").
    Hazard "hazard",
    /// Nouns that make one noun with a word for violence before them ("the Hamas attack *plot*").
    HeadOfDeed "head-of-deed",
    /// Words for people held, behind the object ("hostage").
    Held "held",
    /// Words for being in somebody's pay or under his command, before "by" ("paid").
    Hired "hired",
    /// Verbs in the past for what only persons do ("resigned").
    HumanAct "human-act",
    /// Verbs that say who somebody is, before "as" ("identified").
    Identify "identify",
    /// Verbs that name some of their subject ("included").
    Include "include",
    /// Words for a number told before it was known better ("initially").
    Initial "initial",
    /// Participles before "to" and what harm was done to ("caused").
    Inflicted "inflicted",
    /// Nouns for a part in a deed, which tell none themselves ("complicity").
    Involvement "involvement",
    /// Verbs that tell what became of their object, before "dead" ("left").
    Leave "leave",
    /// Participles behind whoever only made or supplied a weapon ("built").
    Made "made",
    /// Verbs whose subject makes the plan that is their object; that of others finds or foils it ("hatched").
    MakePlan "make-plan",
    /// Where somebody speaks to all, behind "on" ("Twitter").
    Medium "medium",
    /// Titles before "of" and what their bearer is responsible for ("minister").
    Minister "minister",
    /// Nouns for bodies whose names list what they are responsible for ("ministry").
    Ministry "ministry",
    /// Verbs that say of the holiday before them that it is near ("approaches").
    Nearing "nearing",
    /// Nouns before a number that is no year ("flight").
    Numbered "numbered",
    /// Nouns for what stands or lies in the way of vehicles and ships ("tree").
    Obstacle "obstacle",
    /// Words for those who may be of the police or of an army ("officer").
    Officer "officer",
    /// Words for having a part in a deed, before "in" or "with" ("involved", "responded").
    Partake "partake",
    /// Verbs whose object, behind "was" their subject, is a person ("appointed").
    PersonObject "person-object",
    /// Words for a journey, before "from" and where it began ("way").
    Journey "journey",
    /// Nouns that only say what the place before them is ("province").
    KindBehindPlace "kind-behind-place",
    /// Nouns that stand beside the name of a town or division ("village").
    KindOfPlace "kind-of-place",
    /// Words that open a nom de guerre or a compound given name and are never surnames alone ("abu").
    Kunya "kunya",
    /// Verbs of what went on for a time, before "until" ("raged").
    Lasting "lasting",
    /// Adjectives for deeds like this one, which are others ("similar").
    Likewise "likewise",
    /// Nouns for men only ("grandfather").
    Male "male",
    /// Words of markets before "at" and a number ("closed").
    Market "market",
    /// Words that stand in small letters inside names of persons ("bin").
    NameParticle "name-particle",
    /// Verbs that give a thing its name ("dubbed").
    Naming "naming",
    /// Nouns for what somebody says something in, or through whom ("statement").
    OccasionOfSpeech "occasion-of-speech",
    /// Verbs that take a thing with "of" behind their object ("accuse").
    OfThing "of-thing",
    /// Means by which something is said, behind "by" ("radio").
    MeansOfSaying "means-of-saying",
    /// Particles with which a name may begin in small letters ("al").
    OpeningParticle "opening-particle",
    /// Ordinary words with which names of organisations often begin ("national").
    OrganizationOpener "organization-opener",
    /// Verbs whose object is often a place ("entered").
    Entering "entering",
    /// Verbs for what an event does to the place of their object ("rocked").
    Impact "impact",
    /// Nouns for a crowd that lynches ("mob").
    Mob "mob",
    /// Nouns for the bodies of a town ("municipality").
    Municipal "municipal",
    /// Nouns for a part of what their "of" phrase names ("half").
    Part "part",
    /// Abbreviations with a point that open names of places ("mt").
    PlaceAbbreviation "place-abbreviation",
    /// Nouns for places before "of" and a name ("town").
    PlaceBeforeOf "place-before-of",
    /// Ordinary words that open names of places ("new").
    PlaceOpener "place-opener",
    /// Nouns for what somebody means to do, before an infinitive that tells it ("plot").
    Plan "plan",
    /// Nouns for aircraft, which are hijacked when somebody seizes them ("airliner").
    Plane "plane",
    /// Nouns for players, behind the name of their team ("goalkeeper").
    Player "player",
    /// Adjectives that stand behind their noun only ("ablaze").
    Predicative "predicative",
    /// Words before "to" that bind somebody to do something ("vowed").
    Promising "promising",
    /// Nouns for paying back a deed, behind "in" ("retaliation").
    Reprisal "reprisal",
    /// Nouns for what a company has earned, behind a quarter that is none of a match ("earnings").
    Results "results",
    /// Nouns for those aboard a vehicle.
    Rider "rider",
    /// Words before two crowds that stand against each other ("rival").
    Rival "rival",
    /// Particles that also join the words of common phrases in their languages ("de").
    RomanceParticle "romance-particle",
    /// Words for whoever has left what they were ("former").
    Retired "retired",
    /// Nouns for what runs between two places, besides ways ("pipeline").
    Route "route",
    /// Verbs of saying before a speaker that stands behind them ("said").
    Saying "saying",
    /// Where somebody has a seat ("headquartered").
    Seat "seat",
    /// Nouns for several events, one after the other ("wave").
    Series "series",
    /// Verbs for bearing a sentence ("serving").
    Serve "serve",
    /// Prepositions that put an event at a place ("outside").
    Setting "setting",
    /// Nouns that a part of the day only describes ("shift").
    Shift "shift",
    /// Ships and boats: "seized a tanker".
    Ship "ship",
    /// Letters before the names of ships ("MV").
    ShipPrefix "ship-prefix",
    /// Verbs that "dead" goes with ("shot").
    Shoot "shoot",
    /// Nouns for the struggle over a town, before "of" or "for" ("siege").
    Siege "siege",
    /// Nouns for soldiers, who are abroad if their country sends them out ("servicemen").
    Soldier "soldier",
    /// Verbs for speaking in the name of a group ("represent").
    SpeakFor "speak-for",
    /// Words beside which an unknown name is a person's ("told").
    Speaker "speaker",
    /// Verbs before a group that is only spoken of or helped ("backs").
    SpokenOf "spoken-of",
    /// Words that mark an article on sport ("innings").
    Sport "sport",
    /// Nouns for streets, which are hardly ever surnames ("avenue").
    Street "street",
    /// Verbs whose subject an attack befell ("survived").
    Survive "survive",
    /// Verbs of taking people, before "hostage" ("took").
    Take "take",
    /// Verbs for what forces do to a town ("overran").
    TakeTown "take-town",
    /// Verbs of telling somebody that something is so ("informed").
    Tell "tell",
    /// Participles for what a group leaves its name on ("signed").
    Trace "trace",
    /// Verbs whose subject an act befalls ("suffered").
    Undergo "undergo",
    /// Words before a holiday to come ("upcoming").
    Upcoming "upcoming",
    /// Verbs for using a weapon as a means to something ("fired").
    Using "using",
    /// Words between two teams ("beat").
    Versus "versus",
    /// Nouns for violence that lasts for years ("insurgency").
    War "war",
    /// Nouns for ways, before "to" and a place ("road").
    Way "way",
    /// Words before what people wear ("dressed").
    Wearing "wearing",
    /// Words between a place and the one that it lies in ("department").
    Within "within",
    /// Works, what is stored in them, and crashes, whose explosions are accidents ("boiler").
    Works "works",
    /// Words for an attack that has seen no equal ("deadliest").
    Worst "worst",
}

const _: () = assert!(WORD_SETS.len() <= u128::BITS as usize, "a bit for each set");

impl WordSet {
    /// The bit that stands for the set.
    pub const fn bit(self) -> u128 {
        1 << self as u32
    }

    /// The bit of the set with this name; 0 if there is none.
    pub fn bit_named(name: &str) -> u128 {
        WORD_SETS.iter().position(|other| *other == name).map_or(0, |set| 1 << set)
    }
}
