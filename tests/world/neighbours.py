"""Three invented neighbours and one far away whose figures are partly of one kind and partly not: what is compared."""

from __future__ import annotations

from tests.world.archive import COLLECTION, entry, read
from tests.world.memory import MemoryView

from sourcebook.model import Page, Work


def report(name, year):
    return Work(
        title=f"{year} Invented Report on Held People: {name}",
        credit=f"Example Office, {year}",
        publisher="Example Office",
        issued=f"{year}-06-20",
        url=f"http://office.example/{year}/{name.lower()}",
    )


def country(code, heading, *works):
    entries = tuple(entry(work, *passages, visits=read("2022-01-02")) for work, *passages in works)
    return Page(place=code, heading=heading, collection=COLLECTION, entries=entries)


ANDORRA = country(
    "AD",
    "Principality of Andorra",
    (
        report("Andorra", 2020),
        "In 2019, the government identified 128 victims of trafficking, compared with 131 victims in 2018.",
        "Authorities convicted four traffickers in 2019. The victims came from poverty and unemployment.",
        "Traffickers exploit Andorran women in sex trafficking in France and Spain. Andorra is on Tier 2.",
    ),
    (
        Work(title="Ten thousand a year", publisher="The Invented Gazette", issued="2004"),
        "Some 10,000 Andorrans become victims of human trafficking annually, according to the IOM.",
        "In 2019, NGOs assisted 30 victims of forced labour.",
    ),
)
FRANCE = country(
    "FR",
    "French Republic",
    (
        report("France", 2020),
        "In 2019, the government identified 262 victims of trafficking, compared with 275 victims in 2018.",
        "Authorities convicted 39 traffickers in 2019. In 2020, the police identified 40 victims of forced labour.",
        "Traffickers exploit French women in forced labour in Spain.",
    ),
    (
        Work(title="A survey of households", publisher="Invented Institute of Work", issued="2018"),
        "The institute estimated that 286,000 people were victims of trafficking in 2018.",
    ),
)
SPAIN = country(
    "ES",
    "Kingdom of Spain",
    (
        report("Spain", 2020),
        "In 2019, the government identified 39 victims of trafficking.",
        "In the first half of 2019, police opened 12 investigations of trafficking.",
    ),
)
FIJI = country(
    "FJ", "Fiji", (report("Fiji", 2020), "Debt bondage and withheld passports were reported on fishing boats.")
)
NEIGHBOURS = MemoryView((ANDORRA, SPAIN, FRANCE, FIJI))
