"""Every picture over a tiny invented data set, and the page that shows them all."""

from __future__ import annotations

from functools import partial

from sourcebook.publish.site import addresses
from sourcebook.publish.site.pictures.age import Known, age_of_knowledge
from sourcebook.publish.site.pictures.coverage import Coverage, coverage_map
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.pictures.entries import EntryMark, entries_by_publisher
from sourcebook.publish.site.pictures.family import FamilyNode, family_tree
from sourcebook.publish.site.pictures.figures import figures_over_time
from sourcebook.publish.site.pictures.marks import FigureMark
from sourcebook.publish.site.pictures.routes import Place, RouteCount, routes
from sourcebook.publish.site.pictures.sums import SumPart, SumTable, checked_sums
from sourcebook.publish.site.pictures.tiers import TierMark, tier_history
from sourcebook.publish.site.render import environment
from sourcebook.publish.site.words import words_in
from sourcebook.vocabulary.countries import country

WORDS = words_in("en")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{css}sourcebook.css"><link rel="stylesheet" href="{css}pictures.css"></head>
<body><main class="page"><h1>Pictures</h1><h2>All of them</h2><div class="pics">{body}</div></main></body></html>"""


def mark(year, value, status="identified", *, to=None, high=None, **more):
    short = more.pop("short", f"{value:,}" if high is None else f"{value:,} to {high:,}")
    return FigureMark(
        id=more.pop("id", f"{year}-{value}-{status}"),
        start=year,
        end=year if to is None else to,
        low=value,
        high=value if high is None else high,
        short=short,
        label=f"{year}: {short}, {status}",
        when=str(year) if to is None else f"{year} to {to}",
        href=f"/f/{year}{value}/",
        status=status,
        **more,
    )


FIGURES = (
    mark(2004, 9000, "estimated", said_by="a named official"),
    mark(2006, 9000, "estimated", said_by="charities"),
    mark(2004, 9000, "estimated", to=2009, id="undated", said_by="an office"),
    mark(2004, 380, short="about 380 women", exploitation="sexual", said_by="the work itself"),
    mark(2009, 571, exploitation="labour", counts_as="police"),
    mark(2012, 430, counts_as="police"),
    mark(2019, 87, short="87, by charities", said_by="charities"),
    mark(2020, 118, "presumed", high=131),
    mark(2016, 210, "assisted"),
    mark(2014, 300, None),
)
RATED = {
    "3": (2001, 2002, 2015, 2020, 2022, 2023, 2024, 2025),
    "2": (2003, 2004, 2005, 2006, 2008, 2009, 2010),
    "2 Watch List": (2007, 2011, 2012, 2013, 2014),
}
TIERS = (
    *(TierMark(year=year, tier=tier) for tier, years in RATED.items() for year in years),
    TierMark(year=2021, tier="2 Watch List", implied=True, says="above Tier 3"),
)


def route(origin, destination, works):
    return RouteCount(origin=end(origin), destination=end(destination), works=works)


def end(code):
    known = country(code)
    return Place(name=known.name, code=code, href=f"/{code}/") if known else Place(name=code)


ROUTES = (
    *(route("HU", to, works) for to, works in {"AT": 6, "DE": 3, "NL": 2, "IT": 2, "CH": 1, "AE": 1, "JP": 1}.items()),
    *(route(origin, "HU", works) for origin, works in {"UA": 2, "RO": 1, "eastern Europe": 1}.items()),
    route("HU", "HU", 2),
)
COVERED = tuple(
    Coverage(code=code, name=country(code).name, region=country(code).regions[0], newest_year=newest, href=f"/{code}/")
    for code, newest in {
        "HU": 2026,
        "BR": 2025,
        "RU": 2022,
        "FJ": 2018,
        "AU": 2009,
        "KZ": 1999,
        "SG": 2024,
        "FR": None,
    }.items()
)


def node(at, speaker, role, earliest, latest=None, **more):
    return FamilyNode(
        id=str(at),
        title=f"Counting the Glass Workers, part {at}",
        short=f"Glass Gazette {at}",
        when=more.pop("when", f"in {int(latest or earliest)}"),
        speaker=speaker,
        role=role,
        status=more.pop("status", "estimated"),
        earliest=earliest,
        latest=latest or earliest,
        repeats="1" if at != 1 else None,
        href=f"/f/{at}/",
        **more,
    )


FAMILY = (
    node(1, "official", "origin", 2004.1, 2004.2, reason="the earliest work held; it names the speaker"),
    node(2, "kind", "unclear", 2006.2, reason="same value and rate; “charities” may be the office told again"),
    node(3, "body", "repeat", 2004.4, 2009.0, when="no date", reason="same value, body and words"),
    node(4, "none", "repeat", 2008.5, status="identified", reason="same value and words, now called a count"),
)

ENTRIES = tuple(
    EntryMark(publisher=publisher, year=year)
    for publisher, years in {
        "Department of Glass and the Oversight of its Works, Annual Reports": (
            2004,
            2010,
            2011,
            2011,
            2011,
            2011,
            2020,
        ),
        "Glass Gazette": (2004, 2006, None),
        None: (2009, None),
    }.items()
    for year in years
)
KNOWN = (
    Known(kind="figures of identified victims", years=(2004, 2009, 2012, 2019, 2020), href="#figures"),
    Known(kind="estimates", years=(2004, 2006, 2009)),
    Known(kind="ratings", years=tuple(range(2015, 2027))),
    Known(kind="prosecutions"),
)
SUMS = (
    SumTable(
        by="by purpose",
        total=SumPart(label="victims", written="571", href="/f/571/"),
        parts=(
            SumPart(label="sexual exploitation", written="440", href="/f/440/"),
            SumPart(label="forced labour", written="131", href="/f/131/"),
            SumPart(label="of these, minors", written="9", implied=True, within=True),
        ),
        verdict="holds",
    ),
    SumTable(
        by="by sex",
        total=SumPart(label="victims", written="571"),
        parts=(SumPart(label="women", written="366"), SumPart(label="men", written="200")),
        verdict="short",
        difference=-5,
    ),
)


def sums_shown(here="/AD/"):
    macro = environment(WORDS).get_template("pictures/sums.html").module.sums
    return str(macro(checked_sums("sums", SUMS, WORDS), partial(addresses.relative, here)))


def gallery() -> dict[str, Picture]:
    return {
        "figures": figures_over_time("figures", FIGURES, WORDS),
        "routes": routes("routes", end("HU"), ROUTES, WORDS),
        "coverage": coverage_map("coverage", COVERED, 2026, WORDS),
        "family": family_tree("family", FAMILY, WORDS),
        "entries": entries_by_publisher("entries", ENTRIES, WORDS),
        "age": age_of_knowledge("age", KNOWN, 2026, WORDS),
        "tiers": tier_history("tiers", TIERS, WORDS, source="An invented report."),
    }


def shown(picture: Picture, here: str = "/AD/") -> str:
    macro = environment(WORDS).get_template("pictures/picture.html").module.picture
    return str(macro(picture, partial(addresses.relative, here)))


def page(pictures, css: str = "../static/") -> str:
    return PAGE.format(css=css, body="".join(shown(one) for one in pictures) + sums_shown())
