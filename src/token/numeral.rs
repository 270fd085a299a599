//! Words of numbers and of ordinals, and what they come to.

use super::fold;

/// What a number word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    Unit(f64),
    Teen(f64),
    Ten(f64),
    Scale(f64),
}

/// Declares the hashes of words and a function from hash to value.
macro_rules! words {
    ($all:ident $function:ident -> $type:ty { $($name:ident $word:literal $value:expr),* $(,)? }) => {
        /// The hashes of the words.
        pub(crate) const $all: &[u64] = &[$(fold::hash($word)),*];

        /// What the word with this hash comes to, if it is one of them.
        pub(crate) fn $function(hash: u64) -> Option<$type> {
            $(const $name: u64 = fold::hash($word);)*
            Some(match hash { $($name => $value,)* _ => return None })
        }
    };
}

words! { PARTS part -> Part {
    ONE "one" Part::Unit(1.0), TWO "two" Part::Unit(2.0), THREE "three" Part::Unit(3.0), FOUR "four" Part::Unit(4.0),
    FIVE "five" Part::Unit(5.0), SIX "six" Part::Unit(6.0), SEVEN "seven" Part::Unit(7.0), EIGHT "eight" Part::Unit(8.0),
    NINE "nine" Part::Unit(9.0), TEN "ten" Part::Teen(10.0), ELEVEN "eleven" Part::Teen(11.0), TWELVE "twelve" Part::Teen(12.0),
    THIRTEEN "thirteen" Part::Teen(13.0), FOURTEEN "fourteen" Part::Teen(14.0), FIFTEEN "fifteen" Part::Teen(15.0),
    SIXTEEN "sixteen" Part::Teen(16.0), SEVENTEEN "seventeen" Part::Teen(17.0), EIGHTEEN "eighteen" Part::Teen(18.0),
    NINETEEN "nineteen" Part::Teen(19.0), TWENTY "twenty" Part::Ten(20.0), THIRTY "thirty" Part::Ten(30.0),
    FORTY "forty" Part::Ten(40.0), FIFTY "fifty" Part::Ten(50.0), SIXTY "sixty" Part::Ten(60.0), SEVENTY "seventy" Part::Ten(70.0),
    EIGHTY "eighty" Part::Ten(80.0), NINETY "ninety" Part::Ten(90.0), HUNDRED "hundred" Part::Scale(1e2),
    THOUSAND "thousand" Part::Scale(1e3), LAKH "lakh" Part::Scale(1e5), LAKHS "lakhs" Part::Scale(1e5), MILLION "million" Part::Scale(1e6),
    MN "mn" Part::Scale(1e6), CRORE "crore" Part::Scale(1e7), CRORES "crores" Part::Scale(1e7), BILLION "billion" Part::Scale(1e9),
    BN "bn" Part::Scale(1e9), TRILLION "trillion" Part::Scale(1e12),
} }

words! { ORDINALS ordinal -> u64 {
    FIRST "first" 1, SECOND "second" 2, THIRD "third" 3, FOURTH "fourth" 4, FIFTH "fifth" 5, SIXTH "sixth" 6, SEVENTH "seventh" 7,
    EIGHTH "eighth" 8, NINTH "ninth" 9, TENTH "tenth" 10, ELEVENTH "eleventh" 11, TWELFTH "twelfth" 12, THIRTEENTH "thirteenth" 13,
    FOURTEENTH "fourteenth" 14, FIFTEENTH "fifteenth" 15, SIXTEENTH "sixteenth" 16, SEVENTEENTH "seventeenth" 17,
    EIGHTEENTH "eighteenth" 18, NINETEENTH "nineteenth" 19, TWENTIETH "twentieth" 20, THIRTIETH "thirtieth" 30, FORTIETH "fortieth" 40,
    FIFTIETH "fiftieth" 50, SIXTIETH "sixtieth" 60, SEVENTIETH "seventieth" 70, EIGHTIETH "eightieth" 80, NINETIETH "ninetieth" 90,
    HUNDREDTH "hundredth" 100,
} }
