import gzip

import msgspec
import pytest
from tests.world.archive import entry as written
from tests.world.memory import MemoryView
from tests.world.stored import stored_pages

from sourcebook.model import Entry, Page, Passage, Visit, Work
from sourcebook.model.identity import passage_id
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

SITE = Site(as_of="2026-11-25", address="https://archive.example")
WORD = "glass "


def entry(number, passages, letters):
    work = Work(
        title=f"Report {number} of the invented office on people held", publisher="Example Office", issued="2009"
    )
    texts = [f"{ordinal} {WORD * (letters // len(WORD))}" for ordinal in range(1, passages + 1)]
    return Entry(
        work=work,
        start=0,
        end=1,
        visits=(Visit(when="2011-01-22"), Visit(when="2020-04-23")),
        passages=tuple(
            Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=1, ordinal=ordinal)
            for ordinal, text in enumerate(texts, start=1)
        ),
    )


def test_a_page_of_the_old_archives_usual_size_weighs_under_60_kb():
    """Nineteen entries with 44 passages of 500 letters, as the page on which the archive was modelled has."""
    page = Page(place="AD", entries=tuple(entry(number, 2 + (number % 3 == 0), 500) for number in range(19)))
    html = render(country(MemoryView((page,)), SITE, "AD"), SITE)
    assert len(html.encode()) < 60_000
    text = len(msgspec.json.encode([one.passages for one in page.entries]))
    # What the head tells programs weighs about 4 kB of it.
    assert len(html.encode()) < text + 30_000


PLACES = ("Russia", "Germany", "Poland", "France", "Spain", "Italy", "Israel", "Türkiye", "Ukraine", "Egypt")
TOLD = (
    "The invented office looked into the glass works of the valley. Victims from Andorra were trafficked to {place}. "
    "Inspectors identified {n} victims of forced labour in {year}; of them {few} were women. Most had paid for "
    "the way, and were told by those who ran the ovens to work it off. Nobody kept a list of those who were sent back "
    "before the winter, and the courts of the valley heard of it only later, when the ovens had been cold for years."
)


@pytest.mark.slow
def test_a_page_as_full_as_the_one_it_was_modelled_on_comes_whole_with_its_pictures(tmp_path):
    """Nineteen entries, 44 passages of about 370 letters, figures over the years, and routes to ten countries."""
    entries = []
    for number in range(19):
        told = (at for at in range(44) if at % 19 == number)
        texts = [TOLD if at < 11 else TOLD.replace("{n}", "many").replace("{few}", "some") for at in told]
        made = [
            text.format(
                place=PLACES[(number + at) % 10], n=40 + 9 * number + at, few=3 + number + at, year=2002 + number
            )
            for at, text in enumerate(texts)
        ]
        work = Work(title=f"Report {number} of the invented office on people held", publisher="Example Office")
        issued = msgspec.structs.replace(work, issued=str(2003 + number), url=f"https://office.example/{number}.html")
        entries.append(written(issued, *made, visits=(Visit(when="2011-01-22"), Visit(when="2020-04-23"))))
    page = Page(place="AD", heading="Principality of Andorra", collection="Human Trafficking", entries=tuple(entries))
    with stored_pages(tmp_path, (page,)).view() as view:
        shown = country(view, SITE, "AD")
        html = render(shown, SITE).encode()
    assert shown.parts == 1
    assert [picture.name for picture in shown.content.pictures] == ["figures", "routes"]
    assert len(shown.content.entries.archive) == 19
    assert sum(len(run.passages) for one in shown.content.entries.archive for run in one.runs) == 44
    assert 65_000 < len(html) < 80_000
    assert len(gzip.compress(html)) < 25_000
