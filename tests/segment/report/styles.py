"""Twelve manners of citing, each of another kind of publisher: how a work is set, how it is marked, where the list stands.

A manner gives the document's text and what a reader of it should find: the works behind every note and every sentence.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from tests.segment.report.works import SENTENCES, WORKS

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = [month[:3] for month in MONTHS]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Note(NamedTuple):
    """A reference as it stands in the list: its printed number, None where it has none, its words, and its work."""

    number: int | None
    text: str
    work: int


class Written(NamedTuple):
    """A document, its references in order, and for each marked sentence its first words and the works it cites."""

    text: str
    notes: list[Note]
    marked: list[tuple[str, tuple[int, ...]]]


def initials(given, dot=".", between=""):
    return between.join(f"{part[0]}{dot}" for part in given.replace(".", "").split())


def us(day):
    return " ".join(
        filter(None, [MONTHS[day[1] - 1] if len(day) > 1 else "", f"{day[2]}," if len(day) > 2 else "", str(day[0])])
    )


def british(day, months=MONTHS):
    return " ".join(
        [*([str(day[2])] if len(day) > 2 else []), *([months[day[1] - 1]] if len(day) > 1 else []), str(day[0])]
    )


def joined(names, last=" and ", between=", "):
    return last.join([between.join(names[:-1]), names[-1]] if len(names) > 1 else names)


# How each manner sets one work.


def vancouver(work):
    who = ", ".join(f"{surname} {initials(given, '')}" for surname, given in work.persons) or work.body
    if work.kind == "article":
        return f"{who}. {work.title}. {work.container}. {work.day[0]};12(3):45-9." + (
            f" {work.url}" if work.url else ""
        )
    place = f"{work.place}: " if work.place else ""
    maker = work.body if work.persons else ""
    tail = (
        f"{place}{maker or work.container}; {british(work.day[:1])}."
        if (maker or work.container)
        else f"{place.rstrip(': ')}; {british(work.day[:1])}."
    )
    if not work.place and not maker and not work.container:
        tail = f"{work.day[0]}."
    where = f" Available from: {work.url}" if work.url else ""
    return f"{who}. {work.title}. {tail}{where}"


def apa(work):
    who = joined([f"{surname}, {initials(given, '.', ' ')}" for surname, given in work.persons], ", & ") or work.body
    day = work.day
    told = f"({day[0]}{', ' + MONTHS[day[1] - 1] if len(day) > 1 else ''}{' ' + str(day[2]) if len(day) > 2 else ''})"
    maker = (work.container or work.body) if work.persons else ""
    parts = [f"{who.rstrip('.')}." if not who.endswith(".") else who, f"{told}.", f"{work.title}."]
    if work.title.endswith("?"):
        parts[2] = work.title
    if maker:
        parts.append(f"{maker}, 12(3), 45–49." if work.kind == "article" else f"{maker}.")
    return " ".join([*parts, work.url]).strip()


def chicago_author_date(work):
    names = [
        f"{surname}, {given}" if at == 0 else f"{given} {surname}" for at, (surname, given) in enumerate(work.persons)
    ]
    who = joined(names, ", and ") or work.body
    end = "" if work.title[-1] in "?!" else "."
    if work.container:
        date = f", {us(work.day)}" if work.kind == "news" else " 12 (3): 45–49"
        return f"{who.rstrip('.')}. {work.day[0]}. “{work.title}{end}” {work.container}{date}." + (
            f" {work.url}." if work.url else ""
        )
    maker = f"{work.place}: {work.body}" if work.place and work.persons else work.place or ""
    return (
        f"{who.rstrip('.')}. {work.day[0]}. {work.title}{end}"
        + (f" {maker}." if maker else "")
        + (f" {work.url}." if work.url else "")
    )


def chicago_note(work, page=0):
    who = joined([f"{given} {surname}" for surname, given in work.persons]) or work.body
    at = f", {page}" if page else ""
    if work.container:
        return f"{who}, “{work.title},” {work.container}, {us(work.day)}{at}" + (f", {work.url}." if work.url else ".")
    maker = work.body if work.persons else ""
    told = ": ".join(filter(None, [work.place, maker]))
    return f"{who}, {work.title} ({', '.join(filter(None, [told, us(work.day)]))}){at}" + (
        f", {work.url}." if work.url else "."
    )


def agency_note(work, page=0):
    who = joined([f"{given} {surname}" for surname, given in work.persons]) or work.body
    maker = work.container or (work.body if work.persons else "")
    quoted = f"‘{work.title}’" if work.container else work.title
    told = ", ".join(filter(None, [who, quoted, maker, british(work.day), f"p. {page}" if page else ""]))
    seen = f" (accessed {british(work.seen)})" if work.seen else ""
    return told + (f", available at {work.url}{seen}." if work.url else ".")


def mla(work):
    if len(work.persons) > 2:
        who = f"{work.persons[0][0]}, {work.persons[0][1]}, et al"
    else:
        names = [f"{s}, {g}" if at == 0 else f"{g} {s}" for at, (s, g) in enumerate(work.persons)]
        who = joined(names, ", and ") or work.body
    end = "" if work.title[-1] in "?!" else "."
    months = [month if len(month) < 5 else f"{month[:3]}." for month in MONTHS]
    tail = ", ".join(
        filter(
            None,
            [
                work.container or (work.body if work.persons else ""),
                british(work.day, months),
                work.url.partition("//")[2],
            ],
        )
    )
    seen = f" Accessed {british(work.seen, months)}." if work.seen else ""
    title = f"“{work.title}{end}”" if work.container or work.kind == "web" else f"{work.title}{end}"
    return f"{who.rstrip('.')}. {title} {tail}.{seen}"


def ieee(work):
    who = joined([f"{initials(given, '.', ' ')} {surname}" for surname, given in work.persons]) or work.body
    tail = ", ".join(filter(None, [work.container or (work.body if work.persons else work.place), us(work.day)]))
    title = f"“{work.title},”" if work.container else f"{work.title}."
    where = f" [Online]. Available: {work.url}" if work.url else ""
    seen = f". [Accessed: {work.seen[2]}-{SHORT[work.seen[1] - 1]}-{work.seen[0]}]" if work.seen else ""
    return f"{who}, {title} {tail}.{where}{seen}"


def french(work):
    who = joined([f"{surname.upper()}, {given}" for surname, given in work.persons], " et ") or work.body
    maker = work.body if work.persons else ""
    told = " : ".join(filter(None, [work.place, maker])) or work.container
    told = ", ".join(filter(None, [told, british(work.day, FRENCH)]))
    where = f" Disponible sur : {work.url}" if work.url else ""
    seen = f" (consulté le {british(work.seen, FRENCH)})" if work.seen else ""
    title = f"« {work.title} »" if work.container else work.title
    return f"{who}. {title}. {told}.{where}{seen}"


def spanish(work):
    who = joined([f"{surname}, {initials(given, '.', ' ')}" for surname, given in work.persons], " y ") or work.body
    maker = f" {work.container or work.body}." if work.persons else f" {work.place}." if work.place else ""
    where = f" Recuperado de {work.url}" if work.url else ""
    seen = f" el {' de '.join([str(work.seen[2]), SPANISH[work.seen[1] - 1], str(work.seen[0])])}" if work.seen else ""
    end = "" if work.title.endswith("?") else "."
    who = who if who.endswith(".") else f"{who}."
    return f"{who} ({work.day[0]}). {work.title}{end}{maker}{where}{seen}"


def german(work):
    who = "; ".join(f"{surname}, {initials(given, '.', ' ')}" for surname, given in work.persons) or work.body
    maker = work.body if work.persons else ""
    told = ": ".join(filter(None, [work.place, maker])) or work.container
    told = ", ".join(filter(None, [f"In: {told}" if work.container else told, str(work.day[0])]))
    seen = f" (abgerufen am {work.seen[2]}.{work.seen[1]}.{work.seen[0]})" if work.seen else ""
    return f"{who}: {work.title}. {told}." + (f" URL: {work.url}{seen}." if work.url else "")


def watch_note(work):
    who = joined([f"{given} {surname}" for surname, given in work.persons]) or work.body
    title = f"“{work.title},”" if work.container or work.kind in ("law", "web") else f"{work.title},"
    maker = work.container or (work.body if work.persons else "")
    told = ", ".join(filter(None, [maker, us(work.day)]))
    seen = f" (accessed {us(work.seen)})" if work.seen else ""
    return f"{who}, {title} {told}" + (f", {work.url}{seen}." if work.url else ".")


# The twelve documents.


def runs(number, ranges="–", between=", "):
    """Return numbers as a mark writes them, three and more in a row as a range."""
    parts, at = [], 0
    while at < len(number):
        end = at
        while end + 1 < len(number) and number[end + 1] == number[end] + 1:
            end += 1
        parts.append(
            f"{number[at]}{ranges}{number[end]}" if end - at > 1 else between.join(map(str, number[at : end + 1]))
        )
        at = end + 1
    return between.join(parts)


def cited():
    """Return thirty groups of places, such that every work is cited: one, two, three in a row, and one again."""
    groups, at = [], 0
    for size in (1, 2, 3, 1, 1, 4, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1, 2):
        groups.append(tuple(range(at, min(at + size, 30))))
        at += size
    return [group for group in groups if group] + [(2, 5), (0, 1, 2, 11), (29,)]


def sentence(at):
    word = ["", "In the north ", "In the south ", "For years "][at // len(SENTENCES) % 4]
    text = SENTENCES[at % len(SENTENCES)]
    return f"{word}{text[0].lower() + text[1:]}" if word else text


def paragraphs(sentences, width=88):
    """Return sentences as wrapped paragraphs of three."""
    made = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join(textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False) for text in made)


def paged(pages, head):
    return "\n\f".join(f"{head}\n{page}\n{at}" for at, page in enumerate(pages, 1)) + "\n"


def endlist(name, body, heading, notes, *, hanging=0, opening="{}. ", blank=False, width=92):
    """Return a document with a list at its end, its entries wrapped, with hanging lines or blank lines between."""
    entries = []
    for note in notes:
        lead = opening.format(note.number) if note.number is not None else ""
        entries.append(
            textwrap.fill(
                lead + note.text, width, subsequent_indent=" " * hanging, break_long_words=False, break_on_hyphens=False
            )
        )
    half = len(entries) // 2
    between = "\n\n" if blank else "\n"
    title = f"{name}\n\nINTRODUCTION\n"
    pages = [title + body, f"{heading}\n{between.join(entries[:half])}", between.join(entries[half:])]
    return paged(pages, f"{name} of Moldova 2021")


def numbered(name, setter, heading, mark, **layout):
    notes = [Note(at, setter(work), at - 1) for at, work in enumerate(WORKS, 1)]
    marked, sentences = [], []
    for at, group in enumerate(cited()):
        told = sentence(at)
        sentences.append(mark(told, tuple(place + 1 for place in group)))
        marked.append((told, group))
    return Written(endlist(name, paragraphs(sentences), heading, notes, **layout), notes, marked)


def by_name(name, setter, heading, mark, **layout):
    """Return a document with a list in the order of names, without numbers, and marks of names."""
    order = sorted(
        range(30), key=lambda at: (WORKS[at].persons[0][0] if WORKS[at].persons else WORKS[at].body, WORKS[at].day)
    )
    notes = [Note(None, setter(WORKS[at]), at) for at in order]
    marked, sentences = [], []
    for at, group in enumerate(cited()):
        told = sentence(at)
        sentences.append(f"{told} ({mark(group)}).")
        marked.append((told, group))
    return Written(endlist(name, paragraphs(sentences), heading, notes, **layout), notes, marked)


def named(work, *, last=" and ", many=2):
    names = [surname for surname, _ in work.persons] or [work.body]
    return f"{names[0]} et al." if len(names) > many else last.join(names)


def footnoted(name, setter, raised, *, repeats=True, feet=True):
    """Return a document with notes at the feet of its pages, or all at its end, some of which repeat earlier ones."""
    order = [*range(30)]
    notes, marked, sentences = [], [], []
    first: dict[int, int] = {}
    at = 0
    for place in order:
        number = len(notes) + 1
        notes.append(Note(number, setter(WORKS[place], 10 + place), place))
        first[place] = number
        told = sentence(at)
        sentences.append((f"{told}.{raised(number)}", number))
        marked.append((told, (place,)))
        at += 1
        if repeats and place % 7 == 3:
            notes.append(Note(number + 1, f"Ibid., p. {20 + place}." if place % 2 else "Ibid.", place))
            told = sentence(at)
            sentences.append((f"{told}.{raised(number + 1)}", number + 1))
            marked.append((told, (place,)))
            at += 1
        if repeats and place % 7 == 6:
            back = place - 4
            work = WORKS[back]
            who = work.persons[0][0] if work.persons else work.body
            text = f"{who}, op. cit., note {first[back]}." if place % 2 else f"{who}, supra note {first[back]}, p. 9."
            notes.append(Note(len(notes) + 1, text, back))
            told = sentence(at)
            sentences.append((f"{told}.{raised(len(notes))}", len(notes)))
            marked.append((told, (back,)))
            at += 1
    if not feet:
        return Written(endlist(name, paragraphs([text for text, _ in sentences]), "Endnotes", notes), notes, marked)
    pages = []
    for begin in range(0, len(sentences), 6):
        some = sentences[begin : begin + 6]
        foot = "\n".join(
            textwrap.fill(f"{n} {notes[n - 1].text}", 95, break_long_words=False, break_on_hyphens=False)
            for _, n in some
        )
        pages.append(f"{paragraphs([text for text, _ in some])}\n\n{foot}")
    return Written(paged([f"{name}\n{pages[0]}", *pages[1:]], f"{name} of Moldova 2021"), notes, marked)


def chaptered():
    """Return a document whose notes begin anew in each of three chapters, each with its own list."""
    notes, marked, pages, at = [], [], [], 0
    for chapter in range(3):
        sentences, listed = [], []
        for number in range(1, 11):
            place = chapter * 10 + number - 1
            told = sentence(at)
            sentences.append(f"{told}.[{number}]")
            marked.append((told, (place,)))
            listed.append(Note(number, agency_note(WORKS[place]), place))
            at += 1
        notes += listed
        entries = "\n".join(
            textwrap.fill(f"{note.number}. {note.text}", 92, break_long_words=False, break_on_hyphens=False)
            for note in listed
        )
        pages.append(f"CHAPTER {chapter + 1}: THE YEARS\n{paragraphs(sentences)}\n\nNotes\n{entries}")
    return Written(paged(pages, "Chapters of Moldova 2021"), notes, marked)


STYLES = {
    "vancouver": lambda: numbered("Hidden trades", vancouver, "References", lambda told, n: f"{told} [{runs(n, '-', ',')}]."),
    "ieee": lambda: numbered("Measured work", ieee, "REFERENCES", lambda told, n: f"{told} {', '.join(f'[{one}]' for one in n)}.", opening="[{}] "),
    "french": lambda: numbered("Le travail caché", french, "Références bibliographiques", lambda told, n: f"{told} ({runs(n)}).", blank=True),
    "german": lambda: numbered("Verborgene Arbeit", german, "Literaturverzeichnis", lambda told, n: f"{told} [{runs(n)}].", opening="[{}] ", hanging=4),
    "apa": lambda: by_name("Unseen hands", apa, "References", lambda g: "; ".join(f"{named(WORKS[at], last=' & ')}, {WORKS[at].year}" for at in g), hanging=5),
    "chicago": lambda: by_name("The long shift", chicago_author_date, "Bibliography", lambda g: "; ".join(f"{named(WORKS[at])} {WORKS[at].year}, 45" if at % 3 == 0 else f"{named(WORKS[at])} {WORKS[at].year}" for at in g), hanging=4),
    "spanish": lambda: by_name("Trabajo oculto", spanish, "Bibliografía", lambda g: "; ".join(f"{named(WORKS[at], last=' y ')}, {WORKS[at].year}" for at in g), blank=True),
    "mla": lambda: by_name("Papers and passports", mla, "Works Cited", lambda g: "; ".join(f"{named(WORKS[at])} 45" if WORKS[at].persons else named(WORKS[at]) for at in g), hanging=4),
    "feet": lambda: footnoted("Notes from the kilns", chicago_note, str),
    "raised ends": lambda: footnoted("A year of inspections", agency_note, lambda n: str(n).translate(RAISED), feet=False),
    "watch": lambda: footnoted("Held at sea", lambda work, _: watch_note(work), str, repeats=False),
    "chapters": chaptered,
}  # fmt: skip
