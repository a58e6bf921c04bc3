"""Pages composed from values in the archive's manner: the values, and the text that they become."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
SHORT = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()  # noqa: SIM905

COUNTRIES = [
    ("Republic of Zambia", "Zambia", "ZM"),
    ("Kingdom of Morocco", "Morocco", "MA"),
    ("The Republic of Albania", "Albania", "AL"),
    ("Socialist Republic of Vietnam", "Vietnam", "VN"),
    ("Republic of Bolivia", "Bolivia", "BO"),
    ("Bosnia & Herzegovina", "Bosnia", "BA"),
    ("Union of Burma  (Myanmar)", "Burma", "MM"),
    ("Hashemite Kingdom of Jordan", "Jordan", "JO"),
]
TITLES = [
    "The Well at the End of the Road",
    "Fishing boys come ashore after three years",
    "Who pays for the brick?",
    "TWELVE WOMEN FREED FROM GARMENT LOFT",
    "Minister says the border is shut",
    "A Season on the Sugar Estates: What the Cutters Say",
    "Survey of Conditions at Sea, 2011",
    '"She never came back": letters from a border town',
    "Traffickers use new ferry [2007]",
    "Report of the Special Envoy on Domestic Work [PDF]",
    "Notes for a Debate on Child Labor [DOC]",
    "Girls sold at the fair",
    "Three Held Over Passports Kept in a Biscuit Tin",
    "They were told it was a hotel",
    "2013 Findings on the Worst Forms of Work: A Summary",
    "Why does nobody ask the drivers?",
    "Police, priests and the price of a bride",
    "What Became of the Children of the Quarry at Stone Hill, and Why Nobody Has Been Tried for It Yet",
]
AUTHORS = [
    "Ines Carvalho",
    "J. R. Mbeki-Stone",
    "Olga van den Broek",
    "Dr. Samuel Okoro",
    "Li Wen and Rosa Pinto",
    "Peter O'Shea, Amal Haddad and Jan Novak",
    "Mary-Ann Dlamini",
]
PUBLISHERS = [
    "The Copper Belt Courier",
    "Agency for Fair Work",
    "Harbour Lights Foundation",
    "Daily Compass",
    "Human Ties International",
    "Dept of Labour, Bureau of Inspection, Safety, and Relief",
    "Reuters",
    "University of the Lakes",
    "La Voz del Puerto",
    "UN Panel on Minors",
    "Ministry of Social Affairs",
    "Women's Shelter Network",
    "The Interior Gazette",
]
TOWNS = ["Ndola", "Rabat", "Hanoi, Vietnam", "La Paz", "Amman", "Santa Cruz", "Tirana", "Da Nang"]
SENTENCES = [
    "The men were paid once, on the first day, and never again.",
    "Of 214 workers who were asked, 61 had lost their papers to the foreman.",
    "She was fifteen when the aunt came with the ticket.",
    "Nobody at the port keeps a list of those who leave.",
    "According to the inspector, eleven children were found in two rooms behind the kiln.",
    "The law has been on the books since 2005, but no court has used it.",
    "A driver said the trip costs four hundred dollars, half of it in advance.",
    "In the north the trade runs along the river; in the south it follows the railway.",
    "The ministry did not answer our questions.",
    "Three of the girls have gone home, and two will not speak of what they saw.",
    '"We knew, and we looked at our shoes," the headman told the court.',
    "About 1,200 people pass through the station each month.",
]
ITEMS = [
    "to train forty officers at the two land crossings",
    "to print a card with the number of the line in six languages",
    "to open one house in each province",
    "to count, each year, those who return",
]
HEADS = ["THE JOURNEY", "HOW THEY ARE HELD", "NUMBERS", "CHILDREN", "THE LAW AND ITS USE"]
BACKGROUND = [
    "The land is high and dry, and copper pays for most of what it buys abroad.",
    "Since the railway was mended the towns of the east have grown, while the villages wait for rain.",
    "Half of the people are under twenty, and many of them look for work in the capital.",
]
WORD_FORMS = ["accessed", "accessed", "accessed", "accessed", "acessed", "accesed", "Accessed"]


@dataclass
class Noted:
    """An access note: how it is written and what it says."""

    text: str
    edtf: str
    odd: bool


@dataclass
class Composed:
    """An entry as values."""

    title: str
    author: str | None
    publisher: str | None
    place: str | None
    date: tuple[str, str] | None
    order: str
    notes: list[Noted]
    unavailable: bool
    archived: str | None
    source: str | None
    urls: list[str]
    paragraphs: list[str]
    items: list[str]
    section: str | None = None
    headings: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @property
    def credit(self):
        names = {
            "author first": [self.author, self.publisher, self.place, self.date and self.date[0]],
            "publisher first": [self.publisher, self.author, self.place, self.date and self.date[0]],
            "date first": [self.date and self.date[0], self.author, self.publisher, self.place],
        }[self.order]
        line = ", ".join(name for name in names if name)
        if self.source == "same line" and line:
            line += " – Source:"
        return line or None


def iso(day, month, year):
    return f"{year}-{month:02}-{day:02}"


def a_date(r):
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(1998, 2023)
    name, short = MONTHS[month - 1], SHORT[month - 1]
    swapped = sorted({iso(day, month, year), iso(month, day, year) if day <= 12 else iso(day, month, year)})
    both = swapped[0] if len(swapped) == 1 else f"[{','.join(swapped)}]"
    return r.choice(
        [
            (f"{day} {name} {year}", iso(day, month, year)),
            (f"{name} {day}, {year}", iso(day, month, year)),
            (f"{short} {day:02}, {year}", iso(day, month, year)),
            (f"{name} {year}", f"{year}-{month:02}"),
            (f"{year}", f"{year}"),
            (f"Updated {iso(day, month, year)}", iso(day, month, year)),
            (f"{day:02}/{month:02}/{year}", both),
            (f"{month:02}/{day:02}/{year}", both),
            (f"Summer {year}", f"{year}-22"),
            (f"{year} Edition", f"{year}"),
        ]
    )


def a_note(r):
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(2008, 2023)
    word = r.choice(WORD_FORMS)
    name = MONTHS[month - 1]
    if r.random() < 0.15:
        return Noted(f"[accessed {year}]", f"{year}", odd=False)
    if r.random() < 0.1:
        return Noted(f"[accessed {name} {year}]", f"{year}-{month:02}", odd=False)
    if r.random() < 0.1:
        return Noted(f"[{word}{day} {name} {year}]", iso(day, month, year), odd=True)
    return Noted(f"[{word} {day} {name} {year}]", iso(day, month, year), odd=word != "accessed")


def an_address(r):
    host = r.choice(["www.copper.example", "http://news.example.org", "10.3.0.7:8080", "https://a-b.example"])
    return host + r.choice(["/a/b.htm", "/story?id=77&lang=en", "/x/y/z_1.pdf", "/" + "long-path-segment/" * 5 + "end"])


def paragraphs(r):
    found, headings, numbers = [], [], []
    for _ in range(r.randint(0, 4)):
        text = " ".join(r.sample(SENTENCES, r.randint(1, 3)))
        kind = r.random()
        if kind < 0.2:
            head = r.choice(HEADS)
            headings.append(head)
            text = f"{head} {r.choice(['-', '--', '–'])} {text}"
        elif kind < 0.3:
            number = str(r.randint(10, 99))
            numbers.append(number)
            text = r.choice([f"[{number}] {text}", f"{number}. {text}", f"({number}) {text}"])
        found.append(text)
    return found, headings, numbers


def an_entry(r):
    author = r.choice(AUTHORS) if r.random() < 0.5 else None
    publisher = r.choice(PUBLISHERS) if author or r.random() < 0.9 else None
    place = r.choice(TOWNS) if publisher and r.random() < 0.25 else None
    date = a_date(r) if r.random() < 0.75 else None
    credited = publisher is not None and r.random() < 0.95
    if not credited:
        author = publisher = place = date = None
    unavailable = r.random() < 0.1
    notes = [] if unavailable else [a_note(r) for _ in range(r.choice([1, 1, 1, 2, 2, 3]))]
    if credited and notes and r.random() < 0.05:
        notes = []
    texts, headings, numbers = paragraphs(r)
    if not notes and not unavailable and not texts:
        texts = [SENTENCES[0]]
    items = r.sample(ITEMS, r.randint(2, 4)) if texts and r.random() < 0.2 else []
    title = r.choice(TITLES)
    if not credited and title.endswith("2011"):  # a title that ends in a year looks like a credit where there is none
        title = TITLES[0]
    return Composed(
        title=title,
        author=author,
        publisher=publisher,
        place=place,
        date=date,
        order=r.choice(["author first", "author first", "author first", "publisher first", "date first"]),
        notes=notes,
        unavailable=unavailable,
        archived=r.choice([None, None, None, "before", "after"]) if notes else None,
        source=r.choice([None, None, None, None, "own line", "same line"]) if credited else None,
        urls=[an_address(r) for _ in range(r.choice([0, 0, 1]))] if notes else [],
        paragraphs=texts,
        items=items,
        headings=headings,
        numbers=numbers,
    )


ARCHIVED = "At one time this article had been archived and may possibly {} be accessible [here]"


def head_lines(entry, *, r, links):
    """Return the lines of an entry above its excerpt."""
    lines = [entry.title, *([entry.credit] if entry.credit else [])]
    if entry.source == "own line":
        lines.append(r.choice(["-- Source:", "– Source:", "Source:"]))
    if links:
        lines += entry.urls
    archived = [ARCHIVED.format(r.choice(["still", "also"]))] if entry.archived else []
    noted = [note.text for note in entry.notes] or (["[access date unavailable]"] if entry.unavailable else [])
    return [
        *lines,
        *(archived if entry.archived == "before" else []),
        *noted,
        *(archived if entry.archived == "after" else []),
    ]


def wrapped(text, width):
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def entry_text(entry, *, r, manner, width):
    lines = head_lines(entry, r=r, links=manner != "blank")
    bullets = [f"  • {item}{';' if at + 1 < len(entry.items) else '.'}" for at, item in enumerate(entry.items)]
    if manner == "wrapped":
        pieces = [wrapped(line, width) for line in [*lines, *entry.paragraphs]]
        pieces += ["\n".join(wrapped(b, width) for b in bullets)] if bullets else []
        return "\n\n".join(pieces)
    above = ("\n" if manner == "tight" else "\n\n").join(lines)
    return "\n\n".join([above, *entry.paragraphs, *(["\n".join(bullets)] if bullets else [])])


@dataclass
class ComposedPage:
    """A page as values, and the text that they become."""

    heading: str
    place: str
    entries: list[Composed]
    manner: str
    text: str = ""
    themes: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


def marker(r, name, manner):
    if manner == "wrapped" and r.random() < 0.5:
        return f"***\n{name} ***"
    return f"*** {name} ***"


FOOT = (
    "All material used herein reproduced under the fair use exception of 17 USC § 107 for noncommercial, nonprofit, "
    "and educational use.  PLEASE RESPECT COPYRIGHTS OF COMPONENT ARTICLES.  Cite this webpage as: "
    'Quill, Prof. Ada, "Human Trafficking & Modern-day Slavery - {}",, [accessed <date>]'
)
CAUTION = (
    "CAUTION:  The following links have been culled from the web to illuminate the situation. "
    "No attempt has been made to verify their authenticity."
)
SUMMARY = (
    "{} is a source and transit country for women and men who are taken to farms and bars. "
    "- U.S. State Dept Trafficking in Persons Report, June, 2009   Check out a later country report here"
)
HELP = "Harbour Rescue Line\n0800 555 017\nSafe House of the North\n24 hours: 01-555 0192\nCountry code: 260-"


def top(r):
    lines = ["Main Menu\nStreet Children\nTorture", "Human Trafficking & Modern-day Slavery"]
    if r.random() < 0.5:
        lines.append("Poverty drives the unsuspecting poor into the hands of traffickers")
    return [*lines, "Published reports & articles from 2000 to 2025"]


def front(r, heading, short):
    source = "[The World Factbook, U.S.C.I.A. 2009]"
    prose = r.sample(BACKGROUND, r.randint(1, 3))
    where = r.choice([-1, 0, None])
    if where is None:
        prose.append(source)
    else:
        prose[where] = f"{prose[where]}  {source}"
    image = [f"Description: Description: {short}"] if r.random() < 0.5 else []
    summary = [SUMMARY.format(short)] if r.random() < 0.7 else []
    return [heading, *prose, *image, *summary, CAUTION]


def sections(r, page, featured, archived, *, width):
    parts = []
    marked = r.random() < 0.8
    names = [
        (r.choice(["FEATURED ARTICLE", "FEATURED ARTICLES"]), "featured", featured),
        ("ARCHIVES", "archives", archived),
    ]
    for name, section, entries in names:
        if entries and marked:
            parts.append(marker(r, name, page.manner))
        for entry in entries:
            entry.section = section if marked else None
            parts.append(entry_text(entry, r=r, manner=page.manner, width=width))
    return parts


def a_page(r, manner=None, width=75):
    """Return a page: its values and its text, in one of the three manners in which browsers and crawlers saved them."""
    heading, short, place = r.choice(COUNTRIES)
    featured = [an_entry(r) for _ in range(r.randint(0, 2))]
    archived = [an_entry(r) for _ in range(r.randint(0 if featured else 1, 5))]
    page = ComposedPage(heading, place, featured + archived, manner or r.choice(["blank", "tight", "wrapped"]))
    parts = top(r) if page.manner != "wrapped" else []
    parts += front(r, heading, short)
    if r.random() < 0.6:
        page.themes = r.sample(["Debt Bondage", "Forced Begging", "Child Brides", "Sale of Organs", "Camel Jockeys"], 3)
        parts.append("Are you writing a paper? You may choose {}, {} or {}.".format(*page.themes))
    if r.random() < 0.6:
        page.phones = ["0800 555 017", "01-555 0192"]
        parts += ["HELP for Victims", HELP]
    parts += sections(r, page, featured, archived, width=width)
    if r.random() < 0.8:
        parts.append(FOOT.format(short))
    if page.manner == "wrapped":
        parts = [part if "\n" in part else wrapped(part, width) for part in parts]
    page.text = r.choice(["\n\n", "\n\n\n", "\n \n"]).join(parts) + "\n"
    return page
