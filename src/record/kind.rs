//! Kinds of events.

use serde::{Deserialize, Serialize};

/// Declares [`EventKind`] and its names in data.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal),* $(,)?) => {
        /// What happened: a flat list of manners.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum EventKind { $($(#[$doc])* #[serde(rename = $name)] $kind),* }

        impl EventKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// Its name in lexicons and records (`armed_clash`).
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// The kind with this name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

kinds! {
    /// An explosive placed, carried, driven or thrown goes off.
    Bombing "bombing",
    /// Artillery, mortar, rocket, missile, tank fire.
    Shelling "shelling",
    /// Attack from aircraft, helicopter or drone.
    Airstrike "airstrike",
    /// Chemical, biological or radiological agent used.
    ChemicalAttack "chemical_attack",
    /// Two armed sides fight.
    ArmedClash "armed_clash",
    /// Any other armed or violent assault on people or a place.
    Attack "attack",
    /// Targeted killing of a named or ranked person.
    Assassination "assassination",
    /// People seized, held, made to disappear.
    Kidnapping "kidnapping",
    /// Vehicle, ship or aircraft seized.
    Hijacking "hijacking",
    /// Rape and the like.
    SexualViolence "sexual_violence",
    /// Set on fire on purpose.
    Arson "arson",
    /// Vandalised, looted, sabotaged, demolished.
    PropertyDestruction "property_destruction",
    /// Taken by force or threat.
    Robbery "robbery",
    /// Smuggling, trafficking, extortion, cybercrime.
    Crime "crime",
    /// Demonstration, march, sit-in, hunger strike.
    Protest "protest",
    /// Demonstrators use violence.
    Riot "riot",
    /// Lynching, communal or factional brawl.
    MobViolence "mob_violence",
    /// Force used on demonstrators.
    Crackdown "crackdown",
    /// Blockade, strike, forced work stoppage.
    Obstruction "obstruction",
    /// Arrested, detained, cell rolled up.
    Arrest "arrest",
    /// Search, weapons seized, device defused.
    Raid "raid",
    /// Charged, tried, sentenced, executed by law.
    Trial "trial",
    /// Hostages, prisoners, property freed.
    Release "release",
    /// Troops moved, base set up.
    Deployment "deployment",
    /// Alert level or emergency raised.
    Alert "alert",
    /// Ground taken in fighting.
    TerritoryCapture "territory_capture",
    /// Leaves or hands over ground, surrenders.
    Withdrawal "withdrawal",
    /// Group formed, split, merged, renamed; defection.
    GroupChange "group_change",
    /// Threatens, or calls for, violence.
    Threat "threat",
    /// Takes responsibility.
    Claim "claim",
    /// Blames somebody.
    Accusation "accusation",
    /// Denies it.
    Denial "denial",
    /// Ceasefire, deal, exchange agreed.
    Agreement "agreement",
    /// Talks, visit, mediation.
    Meeting "meeting",
    /// Praise, condemn, demand, reject.
    Statement "statement",
    /// Sanctions, expulsions, ties cut.
    Sanction "sanction",
    /// Money, arms, relief given.
    Aid "aid",
    /// Quake, flood, epidemic.
    Disaster "disaster",
    /// Crash, spill, industrial fire.
    Accident "accident",
}

impl EventKind {
    /// Whether it is an utterance about violence: threat, claim, accusation, denial.
    pub const fn is_speech(self) -> bool {
        matches!(self, Self::Threat | Self::Claim | Self::Accusation | Self::Denial)
    }

    /// Whether somebody says something: an utterance about violence, or any statement.
    pub(crate) const fn is_utterance(self) -> bool {
        self.is_speech() || matches!(self, Self::Statement)
    }

    /// Whether it belongs to the packs of politics and background.
    pub const fn is_pack(self) -> bool {
        self as u8 >= Self::Agreement as u8
    }

    /// Whether it is violence in the narrow sense (bombing to crime).
    pub const fn is_violence(self) -> bool {
        self as u8 <= Self::Crime as u8
    }
}
