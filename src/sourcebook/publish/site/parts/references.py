"""The references that a work lists, who else cites each, and who cites the work itself."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Entry, Value, Visit
from sourcebook.model.citing import Source
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words
from sourcebook.store.base import View
from sourcebook.store.citing import CitedBy

MOST = 12


class ReferenceShown(Value, frozen=True):
    """A reference as printed, with the work of ours that it is, if any, and the other reports that cite the same."""

    anchor: str
    number: int
    text: str
    url: str | None
    held: Link | None
    others: tuple[Link, ...]
    more: int


class Citing(Value, frozen=True):
    """The reports that cite a work, each leading to its reference, and how many are not listed."""

    reports: tuple[Link, ...]
    more: int


def anchor(reference: str) -> str:
    """Return the anchor of a reference on the page of the work that lists it."""
    return f"r-{reference}"


def references_shown(view: View, entry: Entry, words: Words) -> tuple[ReferenceShown, ...]:
    """Return the references of an entry as its page shows them; one whose words came before has its place as well."""
    first: dict[str, int] = {}
    for place, reference in enumerate(entry.references):
        first.setdefault(reference.id, place)
    return tuple(
        ReferenceShown(
            anchor=anchor(reference.id) + ("" if first[reference.id] == place else f"-{place + 1}"),
            number=reference.number,
            text=reference.text,
            url=reference.url,
            held=_held(view, reference.id, entry.work.id),
            others=others[:MOST],
            more=max(len(others) - MOST, 0),
        )
        for place, reference in enumerate(entry.references)
        for others in [_links(view.cited_works.cited_by(reference.id), entry.work.id, words)]
    )


def citing_reports(view: View, work: str, words: Words) -> Citing | None:
    """Return the reports that cite a work that is held; None where none does."""
    links = _links(view.cited_works.cited_by(work), work, words)
    return Citing(reports=links[:MOST], more=max(len(links) - MOST, 0)) if links else None


def looks_told(view: View, work: str, words: Words) -> tuple[tuple[Visit, Link], ...]:
    """Return when reports that cite a work say that they looked at it, each with the reference that says so."""
    told = [one for one in view.cited_works.cited_by(work) if one.accessed and one.work != work]
    visits = [Visit(when=one.accessed, address=one.url, as_written=one.accessed) for one in told]
    return tuple(zip(visits, _links(told, work, words), strict=True))


def source_links(view: View, work: str, sources: Iterable[Source], words: Words) -> tuple[Link, ...]:
    """Return the works that a sentence cites, in words, leading to ours where one is held, else to the reference."""
    return tuple(
        Link(text=source_said(source, words), address=_address(view, work, source)) for source in dict.fromkeys(sources)
    )


def source_said(source: Source, words: Words) -> str:
    """Return a cited work in words: its number, its title, who made it and when."""
    told = [f"“{source.title}”", source.publisher, in_words(source.issued, words) if source.issued else None]
    named = {"n": source.number, "work": ", ".join(part for part in told if part)}
    return words.say("reference %(n)s: %(work)s", **named)


def _address(view: View, work: str, source: Source) -> str:
    if view.work(source.work):
        return addresses.entry(source.work)
    return addresses.anchored(addresses.entry(work), anchor(source.reference))


def _held(view: View, reference: str, own: str) -> Link | None:
    one = view.cited_works.one(reference)
    placed = view.work(one) if one and one not in (reference, own) else ()
    return Link(text=placed[0].entry.work.title, address=addresses.entry(one)) if placed and one else None


def _links(found: Iterable[CitedBy], own: str, words: Words) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=words.say("%(report)s, reference %(n)s", report=_named(one), n=one.number),
            address=addresses.anchored(addresses.entry(one.work), anchor(one.reference)),
        )
        for one in found
        if one.work != own
    )


def _named(one: CitedBy) -> str:
    return f"{one.title} ({one.credit})" if one.credit else one.title
