"""The tiny invented archive as values: two neighbours, a sister topic, an Arabic work, and every state a part can have.

`pages/` holds most of the same as plain text in the old page's manner, for tests that begin with a file.
"""

from __future__ import annotations

from tests.world.memory import MemoryView

from sourcebook.model import CiteAs, Entry, Extract, Help, Page, Passage, Visit, Work
from sourcebook.model.identity import passage_id

COLLECTION = "An Invented Collection on People Held at Work"
RIGHTS = "All material used herein was invented and may be used by anyone."


def passage(work, text, ordinal=1, **more):
    return Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=ordinal, **more)


def entry(work, *passages, visits=(), section="archives", **more):
    """An entry of the archive; a passage is a text, or a text and its fields."""
    texts = [one if isinstance(one, tuple) else (one, {}) for one in passages]
    return Entry(
        work=work,
        start=0,
        end=1,
        section=section,
        title_passage=passage(work, work.title, role="title"),
        visits=visits,
        passages=tuple(passage(work, text, number, **fields) for number, (text, fields) in enumerate(texts, start=1)),
        **more,
    )


def read(*days):
    return tuple(Visit(when=day, outcome="read") for day in days)


YEARBOOK = Work(title="The Invented Yearbook of Places", publisher="Example Press", issued="2009")
REPORT_2009 = Work(
    title="The Invented Report on Held People",
    publisher="Example Office",
    issued="2009-06",
    url="http://office.example/2009",
)
COUNTING = Work(
    title="Counting the glass workers",
    credit="Ann Example, The Invented Gazette, 02/03/2004",
    authors=("Ann Example",),
    publisher="The Invented Gazette",
    issued="[2004-02-03,2004-03-02]",
    url="http://gazette.example/counting",
    language="en",
)
GLASS = Work(
    title="Glass and debt",
    credit="Invented Institute of Work, 2006",
    publisher="Invented Institute of Work",
    issued="2006",
    url="http://institute.example/glass-and-debt.pdf",
    format_noted="PDF",
)
LAW = Work(title="A law against it", url="javascript:alert(1)")
REPORT_2020 = Work(
    title="2020 Invented Report on Held People",
    credit="Example Office, 30 March 2021",
    publisher="Example Office",
    issued="2021-03-30",
    url="http://office.example/2020",
)
ARABIC = Work(
    title="عمّال الزجاج في الوادي",
    credit="صحيفة مخترعة, 2015",
    publisher="صحيفة مخترعة",
    issued="2015",
    url="http://paper.example/ar",
    language="ar",
)
MARKET = Work(
    title="Children by the glass market",
    credit="The Invented Gazette, 12 June 2010",
    publisher="The Invented Gazette",
    issued="2010-06-12",
)
PASS = Work(
    title="The road over the pass",
    credit="Bo Sample, The Invented Gazette, 21 August 2002",
    authors=("Bo Sample",),
    publisher="The Invented Gazette",
    issued="2002-08-21",
    url="http://gazette.example/pass",
)
HEARD = ("[51] The institute heard of 10,000 workers a year and could not say from whom.", {"paragraph_number": "[51]"})

ANDORRA = Page(
    place="AD",
    heading="Principality of Andorra",
    collection=COLLECTION,
    tagline="Every line of this page was made up for tests",
    covers=("2000", "2025"),
    background=Extract(
        work=YEARBOOK,
        passages=(
            passage(YEARBOOK, "In this invented account the valleys live by glass and wool.", role="background"),
            passage(YEARBOOK, "Orders for glass were expected to fall in 2009.", 2, role="background"),
        ),
    ),
    summary=Extract(
        work=REPORT_2009,
        passages=(
            passage(
                REPORT_2009,
                "Inspectors counted 40 victims, of whom 25 were men and 15 were women.",
                role="summary",
            ),
        ),
    ),
    caution="The following lines were invented. No attempt has been made to verify them.",
    study_text="Should you need a subject for a term-paper, follow one thread from page to page.",
    study_themes=("forced labour", "debt bondage", "poverty (precursor)"),
    teachers_text="Resources for Teachers: let two groups read two entries that disagree.",
    help=(Help(name="The Invented Office of Work, 116", phones=("116",), country_code="376"),),
    rights_text=RIGHTS,
    cite_as=CiteAs(author="Example, Prof. Ann", title="An Invented Collection - Andorra"),
    entries=(
        entry(
            COUNTING,
            (
                "THE WORKSHOPS -- The office counted 41 workers who could not leave. Nobody knows how many it missed.",
                {"heading": "THE WORKSHOPS"},
            ),
            ("Most of them had paid for the journey and were told to work it off.", {"heading": "THE WORKSHOPS"}),
            visits=read("2011-05-11", "2020-04-23"),
            section="featured",
        ),
        entry(GLASS, HEARD, visits=read("2011-09-04"), archived_copy_noted=True, format_noted="PDF"),
        entry(
            LAW,
            "The workers who were found received:",
            ("a place to sleep;", {"item": True}),
            ("the papers that had been taken from them.", {"item": True}),
            access_date_unavailable=True,
        ),
        entry(
            REPORT_2020,
            ("The report counts 12 people found in two workshops, fewer than the year before.", {"kind": "note"}),
            visits=(*read("2021-05-11"), Visit(when="2024-02", outcome="gone")),
        ),
        entry(ARABIC, "لم يستطع العمّال أن يغادروا الورشة.", visits=read("2016")),
        entry(Work(title="An overview", publisher="Invented Watch"), visits=(Visit(when="2009", outcome="unknown"),)),
    ),
)
STREET = Page(
    place="AD",
    topic="street_children",
    heading="Principality of Andorra",
    collection="Street Children",
    rights_text=RIGHTS,
    entries=(entry(MARKET, "About 30 children sold beads by the market.", visits=read("2012-01-02")),),
)
FRANCE = Page(
    place="FR",
    heading="French Republic",
    collection=COLLECTION,
    rights_text=RIGHTS,
    entries=(
        entry(
            PASS,
            "According to the drivers, people were taken over the pass to Andorra by night.",
            visits=read("2011-01-22"),
            about_other_place="AD",
        ),
        entry(GLASS, HEARD, visits=read("2011-09-04"), format_noted="PDF"),
    ),
)
EMPTY = Page(place="FJ", heading="Fiji")
WORLD = MemoryView((ANDORRA, STREET, FRANCE, EMPTY))
