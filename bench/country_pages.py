"""Country pages made up for measuring: entries with passages of our own sentences, in which figures and routes stand."""

from __future__ import annotations

import random
from collections.abc import Iterator

from generated import PUBLISHERS
from sourcebook.model import Entry, Page, Passage, Work
from sourcebook.model.identity import passage_id
from sourcebook.vocabulary.countries import countries

COUNTED = (
    "Police identified {a} victims of trafficking in {place} in {year}, {b} of them for forced labour and {c} for sexual exploitation.",
    "In {year} the courts of {place} convicted {a} traffickers; {b} were sent to prison and {c} paid a fine.",
    "Shelters in {place} assisted {a} survivors in {year}, among them {b} women and {c} girls.",
    "The ministry opened {a} cases of trafficking in {year}, compared with {b} a year before, and {c} reached a court.",
    "An estimated {a} children work in the quarries of {place}; inspectors took {b} out in {year} and {c} went back to school.",
    "Of {a} people who came home in {year}, {b} said they had been held against their will and {c} had never been paid.",
)
BARE = (
    "Recruiters promise work in shops and kitchens, keep the papers of those who come and add the journey to a debt.",
    "Women and girls are trafficked from {place} to {other} for sexual exploitation, and men for work on building sites.",
    "Labour inspectors may not enter private households, where domestic workers are kept from going out.",
    "The law punishes all forms of trafficking, yet few judges have used it and victims wait years for a hearing.",
    "Children from poor villages are sent to relatives in towns, where some beg in the streets and some cut cane in the fields.",
    "A telephone line is open by day in the capital; most calls come from families who ask after someone abroad.",
)
TITLES = (
    "Notes on Labour in {place}",
    "Children at Work in {place}",
    "The Road Out of {place}",
    "Courts and Traffickers: {place}",
)


def country_pages(number: int, entries: int, figures: int, seed: int = 1) -> Iterator[Page]:
    """Yield pages of as many countries, each with as many entries; three figures stand in each of the first passages.

    `figures` is how many of the entries, of a hundred, have such a passage.
    """
    chance = random.Random(seed)
    known = list(countries().items())[:number]
    names = [country.name for _, country in known]
    for code, country in known:
        made = tuple(entry(chance, country.name, names, at, figures) for at in range(entries))
        yield Page(place=code, heading=country.name, entries=made)


def entry(chance: random.Random, place: str, names: list[str], number: int, figures: int) -> Entry:
    """Return an entry with a passage of three figures, where it has one, and one without."""
    year = chance.randint(2000, 2025)
    b, c = chance.randint(2, 300), chance.randint(2, 300)
    told = chance.choice(COUNTED).format(a=b + c + chance.choice((0, 0, 12)), b=b, c=c, place=place, year=year)
    other = chance.choice([name for name in names if name != place])
    texts = [told] if chance.randrange(100) < figures else []
    texts += [" ".join(chance.sample(BARE, 2)).format(place=place, other=other)]
    publisher = chance.choice(PUBLISHERS)
    title = f"{chance.choice(TITLES).format(place=place)}, {number + 1}"
    issued = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    work = Work(title=title, credit=f"{publisher}, {issued}", publisher=publisher, issued=issued)
    passages = tuple(
        Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=ordinal)
        for ordinal, text in enumerate(texts, 1)
    )
    return Entry(work=work, start=0, end=1, section="archives", passages=passages)
