#!/usr/bin/env python3
"""Make src/time/feasts.rs, the days of Hindu and Buddhist feasts, from the package holidays of PyPI (MIT) and the phases of the moon.

To run again:
    pip download --no-deps holidays==0.109 && unzip -q -o holidays-*.whl
    python3 lexicons/tools/make_feasts.py > src/time/feasts.rs && rustfmt src/time/feasts.rs
Years that the package lists are taken as they stand there. In the others a feast is the day in which its lunar day (tithi) ends, less the
hours that agree with most of the listed years; the agreement is printed on standard error. Python 3.11, standard library only.
"""
import datetime
import math
import sys

from holidays.calendars.hindu import _HinduLunisolar as Hindu
from holidays.calendars.tibetan import _TibetanLunisolar as Tibetan

FIRST, LAST = 1985, 2040
# Name of the rule: listed days, lunar month (0 is Chaitra, from new moon to new moon), lunar day that ends on the feast.
LUNAR = {
    "chhath": (Hindu.CHHATH_PUJA_DATES, 7, 6),
    "diwali": (Hindu.DIWALI_INDIA_DATES, 6, 30),
    "durga-puja": (Hindu.MAHA_ASHTAMI_DATES, 6, 8),
    "dussehra": (Hindu.DUSSEHRA_DATES, 6, 10),
    "ganesh-chaturthi": (Hindu.GANESH_CHATURTHI_DATES, 5, 4),
    "guru-nanak-jayanti": (Hindu.GURU_NANAK_JAYANTI_DATES, 7, 15),
    "holi": (Hindu.HOLI_DATES, 11, 15),
    "janmashtami": (Hindu.JANMASHTAMI_DATES, 4, 23),
    "maha-shivaratri": (Hindu.MAHA_SHIVARATRI_DATES, 10, 29),
    "navaratri": (Hindu.SHARAD_NAVRATRI_DATES, 6, 1),
    "raksha-bandhan": (Hindu.RAKSHA_BANDHAN_DATES, 4, 15),
    "ram-navami": (Hindu.RAM_NAVAMI_DATES, 0, 9),
    "vesak": (Hindu.BUDDHA_PURNIMA_DATES, 1, 15),
}
LISTED = {"onam": Hindu.ONAM_DATES, "losar": Tibetan.LOSAR_DATES, "thaipusam": Hindu.THAIPUSAM_DATES}
J2000 = datetime.datetime(2000, 1, 1, 12)


def sun(day):
    """Longitude of the sun in degrees, `day` in days from J2000."""
    anomaly = math.radians(357.52911 + 0.98560028 * day)
    return 280.46646 + 0.98564736 * day + 1.914602 * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)


def moon(day):
    """Longitude of the moon in degrees (the largest terms of Meeus, chapter 47)."""
    d, m, s, f = (math.radians(start + rate * day) for start, rate in (
        (297.8501921, 12.19074912), (134.9633964, 13.06499295), (357.5291092, 0.98560028), (93.2720950, 13.22935024)))
    terms = ((6.288774, m), (1.274027, 2 * d - m), (0.658314, 2 * d), (0.213618, 2 * m), (-0.185116, s), (-0.114332, 2 * f),
             (0.058793, 2 * d - 2 * m), (0.057066, 2 * d - s - m), (0.053322, 2 * d + m), (0.045758, 2 * d - s), (-0.040923, s - m),
             (-0.034720, d), (-0.030383, s + m), (0.015327, 2 * d - 2 * f), (-0.012528, m + 2 * f), (0.010980, m - 2 * f))
    return 218.3164477 + 13.17639648 * day + sum(size * math.sin(angle) for size, angle in terms)


def phase_day(lunation, tithi):
    """The instant at which a lunar day of a lunation ends: the moon so far from the sun."""
    day = 29.530588861 * (lunation + tithi / 30) + 5.597661
    for _ in range(6):
        behind = (lunation * 360 + tithi * 12 - (moon(day) - sun(day)) + 180) % 360 - 180
        day += behind / 12.190749
    return day


def month(lunation):
    """The lunar month of a lunation: 0 if the sun stands in sidereal Pisces when it begins."""
    day = phase_day(lunation, 0)
    ayanamsa = 23.853 + day / 365.25 * 50.29 / 3600
    return int((sun(day) - ayanamsa) % 360 // 30 + 1) % 12


def instant(year, wanted, tithi):
    """When the lunar day of that month ends in India in a year; of two months of one name the latter counts."""
    about = int((year - 2000) * 12.3685)
    for lunation in range(about + 14, about - 3, -1):
        when = J2000 + datetime.timedelta(phase_day(lunation, tithi) + 5.5 / 24)
        if when.year == year and month(lunation) == wanted:
            return when


def listed(dates, year):
    day = dates.get(year)
    if not day:
        return None
    day = day[0] if isinstance(day[0], tuple) else day
    return datetime.date(year, *day)


def days(name):
    dates, wanted, tithi = LUNAR[name]
    years = [year for year in range(FIRST, LAST + 1) if listed(dates, year)]
    instants = {year: instant(year, wanted, tithi) for year in range(FIRST, LAST + 1)}
    day = lambda year, hours: (instants[year] - datetime.timedelta(hours=hours)).date()
    agrees = lambda hours: sum(day(year, hours) == listed(dates, year) for year in years)
    best = max(range(-36, 37), key=lambda hours: (agrees(hours), -abs(hours)))
    print(f"{name}: {agrees(best)} of {len(years)} at {best} hours", file=sys.stderr)
    return [listed(dates, year) or day(year, best) for year in range(FIRST, LAST + 1)]


print(f"""//! Days of Hindu and Buddhist feasts. Made by `lexicons/tools/make_feasts.py` from holidays 0.109 (MIT) and, for years that it does not
//! list, from the phases of the moon: those may lie a day off.

use jiff::civil::Date;

const FIRST_YEAR: i16 = {FIRST};

/// The day of a feast, by the name of its rule.
pub(super) fn feast(year: i16, name: &str) -> Option<Date> {{
    let index = FEASTS.binary_search_by_key(&name, |(name, _)| name).ok()?;
    let (_, days) = FEASTS.get(index)?;
    let day = *days.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?)?;
    Date::new(year, (day / 100) as i8, (day % 100) as i8).ok()
}}

/// Each feast with its days from the first year on: month and day as `1112`, 0 for a year without one.
#[rustfmt::skip]
const FEASTS: [(&str, [u16; {LAST - FIRST + 1}]); {len(LUNAR) + len(LISTED)}] = [""")
for name in sorted([*LUNAR, *LISTED]):
    found = days(name) if name in LUNAR else [listed(LISTED[name], year) for year in range(FIRST, LAST + 1)]
    print(f'    ("{name}", [')
    numbers = [day.month * 100 + day.day if day else 0 for day in found]
    for at in range(0, len(numbers), 20):
        print("        " + ", ".join(map(str, numbers[at : at + 20])) + ",")
    print("    ]),")
print("];")
