"""Where each page of the site stands, and how one leads to another whether it is served or published as files."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

FRONT = "/"
ABOUT = "/about/"
HELP = "/help/"
SEARCH = "/search/"
COMPARE = "/compare/"
THEMES = "/themes/"
SITEMAP = "/sitemap.xml"
SITEMAPS = "/sitemaps/"
FEED_OF_ENTRIES = "/feeds/entries.atom"
FEED_OF_FINDINGS = "/feeds/findings.atom"
DATA = "/data/"
CITATION = "/CITATION.cff"
CARD = "/card.png"
OPEN_SCHEMES = frozenset({"http", "https"})


def page(place: str, topic: str | None = None) -> str:
    """Return the address of a country page, of a sister topic's where one is named."""
    return f"/{quote(place, safe='')}/" + (f"{quote(topic, safe='')}/" if topic else "")


def entry(work_id: str) -> str:
    """Return the permanent address of a work."""
    return f"/e/{work_id}/"


def passage(passage_id: str) -> str:
    """Return the permanent address of a passage."""
    return f"/p/{passage_id}/"


def figure(figure_id: str) -> str:
    """Return the permanent address of a figure."""
    return f"/f/{figure_id}/"


def help_in(place: str) -> str:
    """Return the address of a country's numbers to call."""
    return f"{HELP}{quote(place, safe='')}/"


def cite(place: str, topic: str | None = None) -> str:
    """Return the address of the page that cites a country page and its reading list."""
    return f"/cite{page(place, topic)}"


def files(place: str, topic: str | None = None) -> str:
    """Return the folder of the files in which a country page and its reading list are handed to other programs."""
    return f"/take{page(place, topic)}"


def pack(place: str, name: str, ending: str) -> str:
    """Return the address of a pack of a country in a format."""
    return f"/packs/{quote(place, safe='')}/{name}.{ending}"


def search(**asked: str) -> str:
    """Return the address of a search, its empty filters left out."""
    given = {name: value for name, value in asked.items() if value}
    return f"{SEARCH}?{urlencode(given)}" if given else SEARCH


def compare(group: str) -> str:
    """Return the address of a ready-made comparison: of a country with its neighbours, or of a region."""
    return f"{COMPARE}{quote(group, safe='')}/"


def compare_asked(places: Iterable[str], first: str = "", last: str = "", *, file: str = "") -> str:
    """Return the address at which a served site compares any countries, of the page or of a file of it."""
    given = [*(("c", place) for place in places), *((n, y) for n, y in (("from", first), ("to", last)) if y)]
    return f"{COMPARE}{file}?{urlencode(given)}"


def theme(key: str) -> str:
    """Return the address of a theme."""
    return f"{THEMES}{quote(key, safe='')}/"


def grid(kind: str) -> str:
    """Return the address of the grid of countries by themes of one kind."""
    return f"{THEMES}by-country/{quote(kind, safe='')}/"


def themes_of(place: str) -> str:
    """Return the address of the themes of a country's pages."""
    return f"{THEMES}in/{quote(place, safe='')}/"


def watch(place: str) -> str:
    """Return the address of everything to watch on a country's page."""
    return f"/watch/{quote(place, safe='')}/"


def part(address: str, number: int) -> str:
    """Return the address of a part of a long page; the first part has that of the page itself."""
    return f"{address}part/{number}/" if number > 1 else address


def feed_of_country(place: str) -> str:
    """Return the address of the feed of a country."""
    return f"/feeds/{quote(place, safe='')}/changes.atom"


def feed_of_theme(key: str) -> str:
    """Return the address of the feed of a theme."""
    return f"/feeds/themes/{quote(key, safe='')}.atom"


def card(place: str) -> str:
    """Return the address of the picture that a link to a country shows."""
    return f"/cards/{quote(place, safe='')}/card.png"


def data(part: str = "") -> str:
    """Return the folder of the tables of the whole archive, or of a part of it."""
    return f"{DATA}{quote(part, safe='')}/" if part else DATA


def anchored(address: str, anchor: str) -> str:
    """Return the address of a place within a page."""
    return f"{address}#{quote(anchor)}"


def relative(here: str, there: str) -> str:
    """Return the link from one page of the site to another, which holds under any host and folder.

    It climbs to the site's root first; browsers stop climbing at the host's root, so that a page also works when its
    address was typed without the last slash.
    """
    return "../" * (here.count("/") - 1) + there.removeprefix("/") or "./"


def root_of(site_address: str) -> str:
    """Return the folder of its host in which a site stands, without its last slash; empty for the host's own root."""
    return urlsplit(site_address).path.rstrip("/")


def leads_out(href: str | None) -> bool:
    """Tell whether an address from the archive may become a link: http or https with a host, and nothing else."""
    try:
        parts = urlsplit((href or "").strip())
        return parts.scheme.lower() in OPEN_SCHEMES and bool(parts.hostname)
    except ValueError:
        return False
