#!/usr/bin/env python3
"""Make src/time/hijri.rs, the lengths of Islamic months in the Umm al-Qura calendar, from the package hijridate of PyPI (MIT).

To run again:
    pip download --no-deps hijridate==2.6.0 && unzip -q -o hijridate-*.whl
    python3 lexicons/tools/make_hijri.py > src/time/hijri.rs && rustfmt src/time/hijri.rs
Python 3.11, standard library only.
"""
import datetime
from hijridate import ummalqura as table

starts = table.MONTH_STARTS
# Older years have months of 28 and 31 days, where the calendar was reset.
odd = max(at for at in range(len(starts) - 1) if starts[at + 1] - starts[at] not in (29, 30))
skipped = odd // 12 + 1
year = table.HIJRI_RANGE[0][0] + skipped
starts = starts[skipped * 12 :]
first = datetime.date(*table.GREGORIAN_RANGE[0]) + datetime.timedelta(starts[0] - table.MONTH_STARTS[0])
masks = []
for at in range(0, len(starts) - 1, 12):
    lengths = [starts[at + month + 1] - starts[at + month] for month in range(12) if at + month + 1 < len(starts)]
    masks.append(sum(1 << month for month, days in enumerate(lengths) if days == 30))
print(f"""//! Lengths of the Islamic months in the Umm al-Qura calendar. Made by `lexicons/tools/make_hijri.py` from hijridate 2.6.0 (MIT).

/// The first year of [`MONTHS`].
pub(super) const FIRST_YEAR: i64 = {year};

/// The day on which that year began: year, month, day.
pub(super) const FIRST_DAY: (i16, i8, i8) = ({first.year}, {first.month}, {first.day});

/// For each year the months of 30 days, the first month in the lowest bit; the others have 29.
#[rustfmt::skip]
pub(super) const MONTHS: [u16; {len(masks)}] = [""")
for at in range(0, len(masks), 16):
    print("    " + ", ".join(f"0x{mask:03x}" for mask in masks[at : at + 16]) + ",")
print("];")
