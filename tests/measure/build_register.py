"""Build `rules/un/register/resolutions.tsv` from two tables of facts; run by hand when there are new tables.

    python tests/measure/build_register.py ADOPTED CITED > rules/un/register/resolutions.tsv

ADOPTED has the columns symbol, adopted, title: General Assembly resolutions, each from its own first page.
CITED has key, date, n, other_dates, title, n_title: what citations in official texts say. Its keys name a body only
as the citation did, and citations that name none stand under GA (N/n), A? (n (ROMAN)) or E? (YYYY/n). So each date
is given to the one body that met in that session at that time (`bodies`), and a date that fits none is dropped.

An entry is sure, and may contradict a draft, if it has a page of its own, or if no more than a quarter of its
citations dissent and either ten agree, or two agree and the date fits those of the numbers around it (`fits`).
All others are marked unsure.
Printed to the standard error: how the citations compare with the pages, for those resolutions that have both.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
NAMES = {  # by code: name, symbol of a resolution, first number of its decisions
    "CCPCJ": ("Commission on Crime Prevention and Criminal Justice", "", 0),
    "CHR": ("Commission on Human Rights", "E/CN.4/RES/{number}", 101),
    "CND": ("Commission on Narcotic Drugs", "", 0),
    "COP": ("Conference of the Parties to the United Nations Convention against Transnational Organized Crime", "", 0),
    "COSP": ("Conference of the States Parties to the United Nations Convention against Corruption", "", 0),
    "CPD": ("Commission on Population and Development", "", 0),
    "CSW": ("Commission on the Status of Women", "", 0),
    "ECOSOC": ("Economic and Social Council", "E/RES/{number}", 201),
    "GA": ("General Assembly", "A/RES/{number}", 401),
    "HRC": ("Human Rights Council", "A/HRC/RES/{number}", 101),
    "SC": ("Security Council", "S/RES/{number}", 0),
    "UNEA": ("United Nations Environment Assembly", "UNEP/EA.{session}/Res.{item}", 0),
}
SESSIONS: dict[str, dict[int, tuple[int, ...]]] = {  # years in which a session of a conference met
    "UNEA": {1: (2014,), 2: (2016,), 3: (2017,), 4: (2019,), 5: (2021, 2022), 6: (2024,), 7: (2025,)},
    "COSP": {s: (y,) for s, y in enumerate((2006, 2008, 2009, 2011, 2013, 2015, 2017, 2019, 2021, 2023, 2025), 1)},
    "COP": {s: (y,) for s, y in enumerate((2004, 2005, 2006, *range(2008, 2026, 2)), 1)},
}
SPECIAL = dict(enumerate((1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989, 1990, 1990, 1997, 1998), 8))
SPECIAL |= dict(enumerate((1999, 1999, 2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021), 21))
"""The years of the special sessions of the General Assembly since the eighth."""
CERTAIN = {"ECOSOC", "GA", "HRC", "SC"}
"""The bodies that citations name; a resolution of another one is given to it by its date alone and stays unsure."""
NEIGHBOURS = 12
HEADER = """\
# Resolutions and decisions by body and number, with their dates. Facts taken from United Nations documents:
# the first pages of General Assembly resolutions, and citations in official texts of 1946 to 2025.
# Made by tests/measure/build_register.py, which says how a citation is given to a body and when an entry is sure.
# Columns: body, number, date, evidence (page, or how many citations agree), dissenting dates with their citations,
# "?" where the entry is too weak to contradict a draft, title, where the title is from (page, how many citations
# quote it, or "?" where the page and the citations differ). A line "#body" names a body, the symbol of its texts, and
# the number at which its decisions begin."""


@dataclass
class Facts:
    """The facts about one resolution or decision."""

    own: date | None = None
    dates: Counter[date] = field(default_factory=Counter)
    title: str = ""
    title_source: str = ""
    """Where it is from: "page", the number of citations that quote it, or "?" where citations and page do not agree."""

    @property
    def date(self) -> date:
        """The date on its own page, else that of most citations."""
        return self.own or self.dates.most_common(1)[0][0]


Key = tuple[str, str]


def read_date(text: str) -> date | None:
    """Read "19 December 2011" as a date; None if there is no such day."""
    day, month, year = text.split()
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def roman(text: str) -> int:
    """The value of a Roman numeral."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def in_session(session: int, day: date) -> bool:
    """Whether a day lies in a regular session of the General Assembly; the first one met from January 1946 on."""
    return (
        date(1946 if session == 1 else 1945 + session, 9 if session > 1 else 1, 1) <= day <= date(1946 + session, 9, 30)
    )


def bodies(key: str, day: date) -> Iterator[str]:
    """The bodies that a number in a citation of that date can belong to."""
    prefix, number = key.split("/", 1)
    if prefix == "S":
        if int(number[-5:-1]) == day.year:
            yield "SC"
    elif prefix == "E?":
        yield from _by_year(int(number[:4]), int(number[5:].split()[0]), day)
    elif prefix == "A?":
        yield from _with_roman(number, day)
    else:
        yield from _by_session(int(number.split("/")[0]), int(re.findall(r"\d+", number)[1]), day)


def _by_year(year: int, item: int, day: date) -> Iterator[str]:
    # The Commission on Human Rights met in February and March, from 1992 on until April; the Council adopted its
    # resolutions from April on until 1991, and in May or later after that. The Commission on Population and
    # Development meets in April and adopts one or two. The Council's decisions begin with 201.
    if item > 200:
        if day.year == year:
            yield "ECOSOC"
        return
    spring = day.month <= (3 if year < 1992 else 4) and day.year == year
    if spring and year <= 2006:
        yield "CHR"
    if spring and day.month == 4 and year >= 1995 and item <= 3:
        yield "CPD"
    elif not (spring and year <= 2006) and (day.year == year or (year >= 2014 and day.year == year - 1)):
        yield "ECOSOC"


def _with_roman(number: str, day: date) -> Iterator[str]:
    special = re.match(r"S-(\d+)/", number)
    if special:
        session = int(special[1])
        if SPECIAL.get(session) in (day.year, day.year - 1):
            yield "GA"
        elif day.year >= 2006 and session <= 40:
            yield "HRC"
        return
    plain = re.search(r"\(([IVXL]+)\)", number)
    if not plain:
        yield "GA"
        return
    session = roman(plain[1])
    if session <= 30 and in_session(session, day):
        yield "GA"
    elif abs(day.year + day.month / 12 - 1946.5 - (session - 1) / 2) < 1.2 and session > 1:
        yield "ECOSOC"


def _by_session(session: int, item: int, day: date) -> Iterator[str]:
    if session >= 31 and in_session(session, day):
        yield "GA"
    elif day.year == 2006 + (session - 1) // 3 and session <= 62:
        yield "HRC"
    elif item <= 25:
        yield from ["CCPCJ"] * (day.year == 1991 + session and session <= 40)
        yield from ["CND"] * (day.year == 1957 + session and session >= 34)
        yield from ["CSW"] * (day.year == 1956 + session and session >= 34)
        yield from (body for body, years in SESSIONS.items() if day.year in years.get(session, ()))


def clean(title: str) -> str:
    """A title without the breaks of a printed line."""
    title = re.sub(r"(?<=\w)- (?=[a-z])(?!and\b|or\b|to\b)", "-", " ".join(title.split()))
    return re.sub(r"^[^\w“(]+", "", title).rstrip(".,; ")


def whole(title: str) -> bool:
    """Whether a title is one that print can have: a capital first, quotation marks in pairs, no joint broken open."""
    pairs = title.count("“") == title.count("”") and title.count("(") == title.count(")")
    broken = re.search(r"\b(Non|Anti|Co) (?=[A-Z][a-z]+(?:ation|Person))|\b(the|of|and|in|to|for|or)$|�", title)
    return bool(title) and pairs and not broken and bool(re.match(r"[“A-Z0-9]", title)) and 8 <= len(title) <= 400


def gather(adopted: Path, cited: Path) -> dict[Key, Facts]:
    """All facts by body and number."""
    facts: dict[Key, Facts] = defaultdict(Facts)
    for line in adopted.read_text("utf-8").splitlines()[1:]:
        symbol, day, title = line.split("\t")
        known = facts["GA", symbol.removeprefix("A/RES/")]
        known.own = read_date(day)
        if whole(clean(title)):
            known.title, known.title_source = clean(title), "page"
    for line in cited.read_text("utf-8").splitlines()[1:]:
        _cited(line.split("\t"), facts)
    return {key: known for key, known in facts.items() if known.own or known.dates}


def _cited(row: Sequence[str], facts: dict[Key, Facts]) -> None:
    key, first, count, others, title, title_count = row
    number = key.removeprefix("S/RES/") if key.startswith("S/") else key.split("/", 1)[1]
    if re.search(r"(^|/)0", number):
        return
    pairs = [(first, int(count))]
    pairs += [(day, int(times)) for day, times in (other.split("×") for other in others.split("; ") if other)]
    for place, (text, times) in enumerate(pairs):
        day = read_date(text)
        fitting = list(bodies(key, day)) if day else []
        if day and len(fitting) == 1:
            known = facts[fitting[0], number]
            known.dates[day] += times
            if title and place == 0:
                _titled(known, clean(title), int(title_count))


def _titled(known: Facts, title: str, count: int) -> None:
    """Take a title from citations: instead of none, or to cast doubt on that of the page."""
    if not known.title and count >= 2 and whole(title):
        known.title, known.title_source = title, str(count)
    elif known.title and count >= 2 and plain(title) != plain(known.title):
        known.title_source = "?"


def plain(title: str) -> str:
    """The letters and digits of a title, for comparing."""
    return "".join(re.findall(r"\w", title.casefold()))


def sequence(number: str) -> tuple[str, int]:
    """The series that a number counts in, and its place there: "77/186" is 186 of 77."""
    parts = re.findall(r"\d+", number)
    special = re.match(r"E?S-\d+", number)
    if "(" in number:
        return number.split("(")[1], int(parts[0])
    return (special[0], int(parts[-1])) if special else (parts[0], int(parts[-1]))


Order = Mapping[tuple[str, str], Sequence[tuple[int, date]]]


def orders(facts: Mapping[Key, Facts]) -> Order:
    """The dates of each run of numbers, in order of the numbers; all of the Security Council's are one run."""
    found: dict[tuple[str, str], list[tuple[int, date]]] = defaultdict(list)
    for (body, number), known in facts.items():
        run, place = sequence(number)
        found[body, "" if body == "SC" else run].append((place, known.date))
    return {run: sorted(days) for run, days in found.items()}


def fits(key: Key, day: date, order: Order) -> bool:
    """Whether a date stands among those of the numbers around it.

    The Security Council numbers in order of adoption, so the date lies between those of its neighbours. Other bodies
    adopt by the dozen: one of the nearest numbers has the same date, or it lies between those before and after.
    """
    body, number = key
    run, place = sequence(number)
    around = order[body, "" if body == "SC" else run]
    at = bisect_left(around, (place, date.min))
    before = [(n, d) for n, d in around[max(0, at - NEIGHBOURS) : at] if place - n <= NEIGHBOURS]
    after = [(n, d) for n, d in around[at : at + NEIGHBOURS] if 0 < n - place <= NEIGHBOURS]
    if body == "SC":
        return all(d <= day for _, d in before[-2:]) and all(d >= day for _, d in after[:2])
    days = [d for _, d in before + after]
    return day in days or (bool(before and after) and before[-1][1] < day < after[0][1]) or len(days) < 3


def is_sure(key: Key, dates: Counter[date], order: Order) -> bool:
    """Whether citations alone may contradict a draft."""
    day, agree = dates.most_common(1)[0]
    if key[0] not in CERTAIN or agree < 0.75 * dates.total():
        return False
    return agree >= 10 or (agree >= 2 and fits(key, day, order))


def comparison(facts: Mapping[Key, Facts], order: Order) -> str:
    """How the citations of resolutions compare with their pages, each judged as if it had none."""
    tally: Counter[str] = Counter()
    for key, known in facts.items():
        if known.own and known.dates:
            right = known.dates.most_common(1)[0][0] == known.own
            sure = is_sure(key, known.dates, order)
            tally[f"{'sure' if sure else 'unsure'} and {'right' if right else 'wrong'}"] += 1
            if sure and not right:
                print("sure and wrong:", *key, known.dates.most_common(1)[0][0], file=sys.stderr)
    return ", ".join(f"{name}: {count}" for name, count in sorted(tally.items()))


def lines(facts: Mapping[Key, Facts], order: Order) -> Iterator[str]:
    """The register, line by line."""
    yield HEADER
    for code, (name, symbol, decisions) in NAMES.items():
        yield f"#body\t{code}\t{name}\t{symbol}\t{decisions or ''}"
    for key in sorted(facts, key=lambda key: (key[0], sequence(key[1])[0].rjust(8), sequence(key[1])[1], key[1])):
        known = facts[key]
        day = known.date
        others = "; ".join(f"{other}×{times}" for other, times in known.dates.most_common() if other != day)
        evidence = "page" if known.own else str(known.dates[day])
        weak = "" if known.own or is_sure(key, known.dates, order) else "?"
        yield "\t".join((*key, str(day), evidence, others, weak, known.title, known.title_source))


def main() -> None:
    """Read two tables, print the register."""
    facts = gather(Path(sys.argv[1]), Path(sys.argv[2]))
    order = orders(facts)
    print(comparison(facts, order), file=sys.stderr)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in lines(facts, order):
        print(line)


if __name__ == "__main__":
    main()
