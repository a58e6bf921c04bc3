"""An invented archive of sixty families of numbers with known origins, drifts and distractors, from a seed.

Every page is written in the archive's own grammar, so that it can be added, read and extracted like any other; the
truth about its families is known because we planted them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

PLACES = {
    "AL": ("Albania", "Albanians"), "AM": ("Armenia", "Armenians"), "BO": ("Bolivia", "Bolivians"),
    "GH": ("Ghana", "Ghanaians"), "KE": ("Kenya", "Kenyans"), "KH": ("Cambodia", "Cambodians"),
    "MD": ("Moldova", "Moldovans"), "NP": ("Nepal", "Nepalis"), "PE": ("Peru", "Peruvians"), "UZ": ("Uzbekistan", "Uzbeks"),
}  # fmt: skip
PEOPLE = [
    "Ilir Dosti",
    "Mariam Tovmas",
    "Rosa Quenta",
    "Kofi Arhin",
    "Njeri Waita",
    "Sok Dara",
    "Ion Cebotar",
    "Maya Gurung",
]
BODIES = [
    "the International Organization for Migration (IOM)", "UNICEF", "La Strada", "the Ministry of Interior",
    "the National Bureau of Statistics", "Human Rights Watch",
]  # fmt: skip
OUTLETS = [
    "Harbour Chronicle", "Valley Courier", "Northern Wire Service", "Lantern Weekly", "Plateau Herald", "Riverside Gazette",
    "Orchard Review", "Meridian Institute", "Watchtower Research Group", "Open Road Foundation", "Border Studies Centre",
]  # fmt: skip
DRIFTS = ("speaker", "hedge", "rate", "status", "none")


@dataclass
class Told:
    """One planted telling: the work's title, its date, and its sentence."""

    title: str
    publisher: str
    issued: str
    sentence: str


@dataclass
class Planted:
    """One family: its place, number, tellings in order of time, the drifts from the first, and its sources at most."""

    place: str
    number: str
    tellings: list[Told]
    drifts: list[tuple[str, str, str]] = field(default_factory=list)
    most: int = 1


def _title(rng: random.Random, used: set[str]) -> str:
    nouns = [
        "Roads",
        "Kilns",
        "Harvest",
        "Borders",
        "Wages",
        "Papers",
        "Hotels",
        "Boats",
        "Orchards",
        "Markets",
        "Ferries",
    ]
    shapes = [
        "{a} and {b} of the {c}",
        "What the {c} {a} Owe",
        "{a} Without {b}: A {c} Report",
        "On {a}, {b} and the {c}",
    ]
    seasons = [
        "Dry Season",
        "Northern Districts",
        "Lower Valley",
        "Long Summer",
        "Old Quarter",
        "Eastern Plain",
        "New Town",
    ]
    while True:
        a, b = rng.sample(nouns, 2)
        title = rng.choice(shapes).format(a=a, b=b, c=rng.choice(seasons))
        if title not in used:
            used.add(title)
            return title


def _written(value: int, rng: random.Random) -> str:
    if value % 1000 == 0 and rng.random() < 0.3:
        return f"{value // 1000} thousand"
    return f"{value:,}"


def _sentence(rng: random.Random, people: str, number: str, said: str, shape: dict[str, str]) -> str:
    """Return a sentence that tells the number as `shape` says: rate, hedge, status."""
    rate = " every year" if shape["rate"] == "annual" else ""
    if shape["status"] == "identified":
        core = f"{number} {people} were identified as victims of trafficking{shape['when']}"
    elif shape["hedge"] == "may":
        core = f"as many as {number} {people} may have become victims of trafficking{rate}"
    else:
        core = rng.choice(
            [
                f"some {number} {people} become victims of trafficking{rate}",
                f"about {number} {people} are trafficked{rate}",
            ]
        )
    if not said:
        return core[0].upper() + core[1:] + "."
    return rng.choice([f"According to {said}, {core}.", f"{core[0].upper()}{core[1:]}, according to {said}."])


def _family(rng: random.Random, place: str, value: int, drift: str, used: set[str]) -> Planted:
    people = PLACES[place][1]
    body = rng.choice(BODIES)
    first_year = rng.randint(2001, 2014)
    counted = drift == "status" or (drift == "none" and rng.random() < 0.5)
    when = f" in {first_year - 1}" if counted else ""
    shape = {
        "rate": "total" if drift in ("rate", "status") or counted else "annual",
        "hedge": "may" if drift == "hedge" else "is",
        "status": "identified" if counted else "estimated",
        "when": when,
    }
    speakers = [f"{rng.choice(PEOPLE)} of {body}", f"a representative of {body}", "NGO sources"]
    said = speakers if drift == "speaker" else [body, body, body]
    tellings, drifts = [], []
    year = first_year
    changed = dict(shape)
    for at in range(rng.randint(2, 3)):
        if at == 1 and drift in ("hedge", "rate", "status"):
            changed.update(
                {"hedge": {"hedge": "is"}, "rate": {"rate": "annual"}, "status": {"status": "estimated"}}[drift]
            )
        number = _written(value, rng)
        sentence = _sentence(rng, people, number, said[at], changed)
        told = Told(_title(rng, used), rng.choice(OUTLETS), f"{rng.randint(1, 28)} June {year}", sentence)
        if tellings and (drift == "speaker" or changed != shape):
            drifts.append((tellings[0].title, told.title, drift))
        tellings.append(told)
        year += rng.randint(1, 3)
    vague = sum(said[at] == "NGO sources" for at in range(len(tellings)))
    return Planted(place, f"{value:,}", tellings, drifts, most=1 + vague)


def _distractors(rng: random.Random, planted: Planted, used: set[str]) -> list[Told]:
    """Return works that give the same number of something else: other people, another period, another kind of thing."""
    number, people = planted.number, PLACES[planted.place][1]
    year = rng.randint(2001, 2018)
    sentences = [
        f"In May {year} inspectors recorded {number} complaints about unpaid wages.",
        f"The centre trained {number} teachers and social workers in {year}.",
        f"In {year} police in Italy identified {number} {people} as victims of trafficking there.",
        f"A total of {number} boys were identified as victims of forced begging in April {year}.",
    ]
    return [
        Told(_title(rng, used), rng.choice(OUTLETS), f"{rng.randint(1, 28)} September {year + 1}", sentence)
        for sentence in rng.sample(sentences, 2)
    ]


def archive(seed: int = 60) -> tuple[list[Planted], dict[str, list[Told]]]:
    """Return sixty planted families and, for each country, its works in a shuffled order."""
    rng = random.Random(seed)
    used: set[str] = set()
    families, works = [], {place: [] for place in PLACES}
    values = rng.sample(list(range(120, 990)) + [v * 500 for v in range(3, 60)], 60)
    for at, value in enumerate(values):
        place = list(PLACES)[at % len(PLACES)]
        planted = _family(rng, place, value, DRIFTS[at // len(PLACES) % len(DRIFTS)], used)
        families.append(planted)
        works[place] += planted.tellings + _distractors(rng, planted, used)
    for told in works.values():
        rng.shuffle(told)
    return families, works


def pages(works: dict[str, list[Told]]) -> Iterator[tuple[str, str]]:
    """Yield each country's page in the archive's grammar, with the name of its file."""
    for place, told in works.items():
        name = PLACES[place][0]
        lines = ["Human Trafficking & Modern-day Slavery", f"Republic of {name}", "*** ARCHIVES ***"]
        for work in told:
            lines += [f"{work.title}\n{work.publisher}, {work.issued}\n[accessed 3 March 2021]", work.sentence]
        yield f"{place}.txt", "\n\n".join(lines) + "\n"
