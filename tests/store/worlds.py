"""A few invented pages, built by hand, for the tests of the store."""

from sourcebook.model import CiteAs, Document, Entry, Extract, Help, Page, Passage, Problem, Span, Visit, Work
from sourcebook.model.identity import passage_id


def passage(work, text, ordinal=1, **more):
    return Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=ordinal, **more)


def entry(title, *texts, credit="", visits=(), section="archives", **work):
    made = Work(title=title, credit=credit, **work)
    return Entry(
        work=made,
        start=0,
        end=100,
        section=section,
        title_passage=passage(made, title, role="title"),
        visits=visits,
        passages=tuple(passage(made, text, n) for n, text in enumerate(texts, start=1)),
    )


def document(digest):
    return Document(text="", media_type="text/plain", digest=digest)


FACTBOOK = Work(title="A Book of Facts", credit="Example Press, 2009", issued="2009")
ZEMBLA = Page(
    place="ZA",
    heading="Zembla",
    collection="An invented collection",
    covers=("2000", "2025"),
    menu=("One", "Two"),
    background=Extract(work=FACTBOOK, passages=(passage(FACTBOOK, "A land of glass works.", role="background"),)),
    caution="Nothing here was verified.",
    help=(Help(name="The Office", phones=("1",), country_code="27"),),
    cite_as=CiteAs(author="Kinbote, C.", title="An invented collection - Zembla"),
    unplaced=(Span(start=3, end=9, role="unplaced"),),
    problems=(Problem(what="One line was cut short."),),
    entries=(
        entry(
            "Glass workers held by debt",
            "In 2004 the ministry counted 41 workers.",
            "THE LAW -- Debt bondage is a crime.",
            credit="Ann Example, The Paper, 2004-03-24",
            authors=("Ann Example",),
            publisher="The Paper",
            issued="2004-03-24",
            visits=(Visit(when="2011-06"), Visit(when=None, as_written="[access date unavailable]")),
            section="featured",
        ),
        entry("A note", "Travail forcé à Besançon.", publisher="The Paper", issued="[2004-02-03,2005-03-02]"),
        entry("No excerpt", visits=(Visit(when="2020-04-23", outcome="gone"),)),
    ),
)
ZEMBLA_LATER = Page(place="ZA", heading="Zembla", entries=(ZEMBLA.entries[0], entry("New", "A new report.")))
STREET = Page(place="ZA", topic="street", heading="Zembla", entries=(entry("Boys", "Boys sell glass in the streets."),))
ANTHILL = Page(place="AT", entries=(ZEMBLA.entries[1], entry("Ants", "Ants carry glass.", publisher="Other Press")))
