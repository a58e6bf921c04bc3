import msgspec
from tests.world.memory import MemoryView

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
