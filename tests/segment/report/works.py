"""Thirty invented works of every kind that reports cite, as values from which a list of references can be set."""

from __future__ import annotations

from typing import NamedTuple


class Made(NamedTuple):
    """A work: persons as (surname, given names), or a body; `day` is year, month and day as far as they are told."""

    title: str
    persons: tuple[tuple[str, str], ...] = ()
    body: str = ""
    place: str = ""
    container: str = ""
    day: tuple[int, ...] = ()
    url: str = ""
    seen: tuple[int, ...] = ()
    kind: str = "report"

    @property
    def publisher(self):
        return self.body or self.container

    @property
    def year(self):
        return str(self.day[0]) if self.day else None


WORKS = [
    Made("Bound to the loom: apprentices in the carpet towns", (("Ostrander", "Miriam"), ("Vale", "Jonas")), "Quarry House Press", "Leeds", day=(2009,), kind="book"),
    Made("Counting those who are not counted", (("Adeyemi", "Folake"),), container="Journal of Hidden Work", day=(2014,), kind="article"),
    Made("Boats that leave at night", (("Tarrant", "Lucy"),), container="The Harbour Gazette", day=(2012, 5, 14), url="https://www.harbourgazette.example/2012/05/boats", seen=(2013, 2, 3), kind="news"),
    Made("World survey of children at work 2010", body="International Bureau of Labour Statistics", place="Geneva", day=(2010, 6), url="http://www.ibls.example/surveys/children-2010.pdf"),
    Made("Annual report on trafficking in persons", body="Ministry of the Interior of Moldova", place="Chisinau", day=(2016, 3, 1), url="http://mai.example/rapoarte/2015_en.pdf", seen=(2016, 9, 12)),
    Made("Who buys the bricks? Supply chains of the kilns", (("Castellanos", "Diego R."),), "Institute for Fair Building", "Lima", day=(2018, 11), url="https://fairbuilding.example/bricks"),
    Made("Hired on Sunday, gone on Monday", body="Migrant Rights Watch", place="New York", day=(2011, 4, 20), url="https://mrw.example/reports/2011/hired-on-sunday"),
    Made("Labour Code of the Republic", body="Government of Moldova", day=(2003, 3, 28), url="http://lex.example/index.php?action=view&id=326757", kind="law"),
    Made("Maids in the capital speak of their hours", (("Nakamura", "Aiko"), ("Bell", "R. T.")), container="Domestic Work Quarterly", day=(2015,), url="https://doi.example/10.5555/dwq.15.22", kind="article"),
    Made("Police free eleven men from a farm", (("Popa", "Ion"),), container="Chisinau Courier", day=(2017, 8, 2), url="https://courier.example/news/eleven-men", seen=(2017, 10, 30), kind="news"),
    Made("Guidelines for shelters", body="Network of Safe Houses", place="Vienna", day=(2008,)),
    Made("The price of a passport", (("Lindqvist", "Karin"),), "Northern Lights Books", "Stockholm", day=(2013,), kind="book"),
    Made("Statistics of prosecutions 2009-2013", body="Office of the Prosecutor General", place="Chisinau", day=(2014, 1, 31)),
    Made("School attendance in the valleys", (("Iyer", "Priya"), ("Hoffmann", "Karl"), ("Mbeki", "Thandi")), "Valley Research Centre", "Pune", day=(2012,), url="http://valley.example/papers/7.pdf"),
    Made("Visa rules for seasonal workers", body="European Office for Movement", place="Brussels", day=(2019, 2, 15), url="https://eom.example/rules/seasonal", seen=(2019, 6, 1), kind="web"),
    Made("Seen from the dock: seafarers left behind", body="Union of Ship Workers", place="Rotterdam", day=(2016,)),
    Made("A field of strawberries", (("Moreau", "Claire"),), container="La Feuille du Sud", day=(2014, 7, 9), url="https://feuille.example/2014/07/fraises", kind="news"),
    Made("Household survey of the eastern districts", body="National Bureau of Statistics", place="Chisinau", day=(2015, 12), url="http://nbs.example/hh/2015/east"),
    Made("What recruiters promise", (("Okonkwo", "Chidi"),), "Centre for the Study of Contracts", "Lagos", day=(2017, 5)),
    Made("Concluding observations on the second report of Moldova", body="Committee on Working Children", place="Geneva", day=(2013, 9, 27), url="http://cwc.example/docs/CWC-C-MDA-CO-2"),
    Made("The women of house number nine", (("Petrov", "Dmitri"),), container="Evening Chronicle", day=(2010, 10, 4), kind="news"),
    Made("Debt and obedience in the fisheries", (("Somsak", "Anong"), ("Reyes", "Maria L.")), container="Review of Coastal Economies", day=(2016,), kind="article"),
    Made("Protocol on the identification of victims", body="Ministry of Health", place="Bucharest", day=(2011, 2, 10), url="http://ms.example/protocol.pdf", kind="law"),
    Made("Begging rings and the courts", (("Silva", "Joana"),), "Porto Law Review Press", "Porto", day=(2019,), kind="book"),
    Made("Return and after: six years of assisted journeys", body="International Office for Returns", place="Geneva", day=(2018,), url="https://ior.example/pub/return-and-after", seen=(2018, 12, 5)),
    Made("Minimum wages of garment workers", body="Clean Seams Campaign", place="Amsterdam", day=(2014, 3), url="https://cleanseams.example/wages"),
    Made("Three villages and a quarry", (("Grosu", "Elena"),), "Academy of Rural Studies", "Balti", day=(2007,)),
    Made("Mobile phones and the new recruiters", (("Haddad", "Samir"),), container="Tech and Society", day=(2020, 1, 17), url="https://techsoc.example/a/881", seen=(2020, 2, 2), kind="news"),
    Made("Labour inspections in 2018", body="State Labour Inspectorate", place="Chisinau", day=(2019, 3), url="http://ism.example/2018.html"),
    Made("How long is a shift? Diaries of night cleaners", (("Novak", "Petra"), ("Young", "Ann")), "Night Work Project", "Ljubljana", day=(2015, 6)),
]  # fmt: skip

SENTENCES = [
    "Children leave school early in the hill districts",
    "Inspectors visited few of the kilns that year",
    "Recruiters keep the papers of those whom they bring",
    "The courts heard fewer cases than the police had opened",
    "Shelters turned families away in the winter months",
    "Men were found asleep beside the machines that they cleaned",
    "The law sets no limit to the hours of those who work in houses",
    "Two ministries count the same people in two ways",
    "Workers on boats may see no land for a year",
    "Most of those who came back were not asked why they had left",
    "Girls are sent to relatives and work in their kitchens",
    "Employers hold back wages until the harvest is in",
    "No register of agencies is kept in the capital",
    "Neighbours told the mayor and nobody came",
    "The hotline answers in one language alone",
]
