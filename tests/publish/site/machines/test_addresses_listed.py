"""What programs that gather pages are told: which addresses there are, when each changed, and what they may gather."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import msgspec
import pytest
import yaml
from protego import Protego
from tests.world.archive import ANDORRA, WORLD
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.pipeline.demo import build_demo
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.publish.site.machines.citation_file import citation_cff
from sourcebook.publish.site.machines.robots import GATHER_FOR_TRAINING, robots
from sourcebook.publish.site.machines.sitemap import sitemap_file, sitemaps
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Robots, Settings
from sourcebook.store import SqliteStore

ADDRESS = "https://archive.example/of/sources"
SITE = Site(settings=Settings(title="An invented sourcebook", owner="A library"), address=ADDRESS, as_of="2026-11-25")
IN = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module", name="view")
def opened(tmp_path_factory):
    with stored_pages(tmp_path_factory.mktemp("world"), WORLD.held).view() as view:
        yield view


def locations(content: bytes, element="url") -> list[str]:
    return [found.text or "" for found in ET.fromstring(content).iterfind(f"s:{element}/s:loc", IN)]


def test_every_page_that_is_published_is_listed_and_nothing_else(tmp_path):
    store = stored_pages(tmp_path, WORLD.held)
    settings = Settings(address=ADDRESS, packs=())
    publish(
        Asked(
            archive=store.folder, folder=tmp_path / "site", settings=settings, as_of="2026-11-25", jobs=1, search=False
        )
    )
    written = {
        path.parent.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("index.html")
    }
    listed = locations((tmp_path / "site/sitemap.xml").read_bytes())
    assert len(listed) == len(set(listed))
    paths = {one.removeprefix(ADDRESS).strip("/") or "." for one in listed}
    assert paths == written - {"search"}


def test_a_long_list_is_parted_and_an_index_names_the_parts(view):
    whole = dict(sitemaps(view, SITE))
    parted = dict(sitemaps(view, SITE, most=10))
    assert list(whole) == ["sitemap.xml"]
    named = locations(parted["sitemap.xml"], "sitemap")
    assert named == [f"{ADDRESS}/{path}" for path in parted if path != "sitemap.xml"]
    assert [url for path, part in parted.items() if path != "sitemap.xml" for url in locations(part)] == locations(
        whole["sitemap.xml"]
    )
    assert all(len(locations(part)) <= 10 for path, part in parted.items() if path != "sitemap.xml")


def test_without_an_address_of_the_site_there_is_no_list(view):
    bare = Site(settings=SITE.settings, as_of="2026-11-25")
    assert dict(sitemaps(view, bare)) == {}
    with pytest.raises(NotFound):
        sitemap_file(view, bare)
    assert "Sitemap" not in robots(Robots(), "")


def test_a_page_that_came_in_has_the_day_of_its_capture(tmp_path):
    build_demo(tmp_path / "demo", now="2026-03-01T10:00:00Z")
    with SqliteStore(tmp_path / "demo").view() as view:
        content = dict(sitemaps(view, SITE))["sitemap.xml"]
    days = {
        found.findtext("s:loc", "", IN).removeprefix(ADDRESS): found.findtext("s:lastmod", None, IN)
        for found in ET.fromstring(content)
    }
    assert days["/BY/"] == days["/"] == "2026-03-01"
    assert {day for address, day in days.items() if address.startswith(("/e/", "/p/", "/f/"))} == {"2026-03-01"}
    assert days["/about/"] is None


POLICIES = [
    (Robots(), "GPTBot", "/BY/", True),
    (Robots(), "anything", "/search/?q=x", False),
    (Robots(), "anything", "/compare/?c=BY", False),
    (Robots(), "anything", "/compare/BY/", True),
    (Robots(policy="search"), "GPTBot", "/BY/", False),
    (Robots(policy="search"), "Googlebot", "/BY/", True),
    (Robots(policy="none"), "Googlebot", "/BY/", False),
    (Robots(refused=("Nosy-Bot",)), "Nosy-Bot", "/BY/", False),
    (Robots(refused=("Nosy-Bot",)), "Googlebot", "/BY/", True),
]


@pytest.mark.parametrize(("policy", "agent", "path", "may"), POLICIES)
def test_the_policy_is_what_a_reader_of_robots_txt_makes_of_it(policy, agent, path, may):
    assert Protego.parse(robots(policy, ADDRESS)).can_fetch(f"https://archive.example{path}", agent) is may


def test_the_rules_name_the_list_of_addresses():
    assert list(Protego.parse(robots(Robots(), ADDRESS)).sitemaps) == [f"{ADDRESS}/sitemap.xml"]
    assert len(GATHER_FOR_TRAINING) == len(set(GATHER_FOR_TRAINING))


@pytest.mark.parametrize("name", ["Nosy Bot", "x\nDisallow: /", ""])
def test_a_name_that_could_write_rules_of_its_own_is_refused(name):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"refused": [name]}, Robots)


CFF_KEYS = {
    "cff-version", "message", "type", "title", "authors", "keywords", "version", "date-released", "url", "license",
    "license-url",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({"licence": "CC-BY-4.0"}, {"license": "CC-BY-4.0"}),
        ({"licence": "https://licence.example/1"}, {"license-url": "https://licence.example/1"}),
        ({"owner": ""}, {"authors": [{"name": "An invented sourcebook"}]}),
        ({"title": 'A "title": - with\n# marks\x7f & é'}, {"title": 'A "title": - with # marks\x7f & é'}),
    ],
)
def test_the_citation_file_is_read_back_and_has_what_the_format_requires(view, changes, expected):
    settings = msgspec.structs.replace(SITE.settings, **changes)
    text = citation_cff(view, Site(settings=settings, address=ADDRESS, as_of="2026-11-25")).content.decode()
    read = yaml.safe_load(text)
    assert {"cff-version", "message", "title", "authors"} <= set(read) <= CFF_KEYS
    assert read["cff-version"] == "1.2.0"
    assert read["type"] == "dataset"
    assert read["date-released"] == read["version"] == "2026-11-25"
    assert read["url"] == f"{ADDRESS}/"
    assert {key: read[key] for key in expected} == expected
    assert ANDORRA.heading not in text
