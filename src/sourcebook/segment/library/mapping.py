"""Which field of each format holds what: one table, read by the readers, the writers and the reference page.

CSL 1.0.2 names the fields; BibLaTeX's data model (with BibTeX's old names behind), the RIS tags that EndNote and
Zotero write, and Zotero's own item fields stand beside it. The first name of each is the one that is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Field(NamedTuple):
    """A field: what it holds, its name in CSL, and its names in the other formats, the one that is written first."""

    holds: str
    csl: str
    bibtex: tuple[str, ...]
    ris: tuple[str, ...]
    zotero: tuple[str, ...]


class Kind(NamedTuple):
    """A kind of work by its name in CSL, and how the other formats call it, the one that is written first."""

    csl: str
    bibtex: tuple[str, ...]
    ris: tuple[str, ...]
    zotero: tuple[str, ...]


TEXTS: Final = (
    Field("title", "title", ("title",), ("TI", "T1", "CT"), ("title", "caseName", "nameOfAct", "subject")),
    Field(
        "what it is part of",
        "container-title",
        ("journaltitle", "journal", "booktitle", "maintitle"),
        ("T2", "JF", "JO", "BT", "JA", "J2"),
        (
            *("publicationTitle", "websiteTitle", "encyclopediaTitle", "bookTitle", "dictionaryTitle"),
            *("proceedingsTitle", "blogTitle", "forumTitle", "programTitle", "code", "reporter"),
        ),
    ),
    Field(
        "publisher",
        "publisher",
        ("publisher", "institution", "school", "organization"),
        ("PB",),
        ("publisher", "institution", "university", "company", "studio", "distributor", "network", "label", "court"),
    ),
    Field("place", "publisher-place", ("location", "address"), ("CY", "PP"), ("place",)),
    Field(
        "genre",
        "genre",
        ("type",),
        ("M3",),
        ("websiteType", "reportType", "thesisType", "manuscriptType", "postType", "letterType", "presentationType"),
    ),
    Field("edition", "edition", ("edition",), ("ET",), ("edition",)),
    Field("address", "URL", ("url",), ("UR", "LK", "L2"), ("url",)),
    Field("DOI, where there is no address", "DOI", ("doi",), ("DO",), ("DOI",)),
    Field("archive", "archive", ("archive", "library"), ("DB",), ("archive",)),
    Field(
        "place in the archive",
        "archive_location",
        ("archivelocation", "shelfmark"),
        ("AN", "CN"),
        ("archiveLocation", "callNumber"),
    ),
    Field("language", "language", ("language", "langid"), ("LA",), ("language",)),
    Field("abstract", "abstract", ("abstract",), ("AB", "N2"), ("abstractNote",)),
)
DATES: Final = (
    Field("issued", "issued", ("date", "year"), ("DA", "PY", "Y1"), ("date", "dateEnacted", "dateDecided")),
    Field("looked at", "accessed", ("urldate", "lastchecked", "lastaccessed"), ("Y2", "RD"), ("accessDate",)),
    Field("first issued", "original-date", ("origdate",), ("OP",), ("extra: Original Date",)),
)
NAMES: Final = (
    Field(
        "authors",
        "author",
        ("author",),
        ("AU", "A1"),
        ("author", "reporter", "interviewee", "presenter", "director", "artist", "podcaster", "programmer"),
    ),
    Field("editors, where there is no author", "editor", ("editor",), ("ED", "A2", "A3"), ("editor", "seriesEditor")),
)
LISTS: Final = (
    Field("keywords", "keyword", ("keywords", "keyword"), ("KW",), ("tags",)),
    Field("notes", "note", ("note", "annotation", "annote", "addendum"), ("N1", "RN"), ("notes",)),
)

KINDS: Final = (
    Kind("webpage", ("online", "electronic", "www"), ("ELEC", "ICOMM", "MULTI"), ("webpage", "forumPost")),
    Kind("report", ("report", "techreport"), ("RPRT", "GOVDOC", "STAND"), ("report",)),
    Kind("article-newspaper", ("article",), ("NEWS",), ("newspaperArticle",)),
    Kind("article-magazine", ("article",), ("MGZN",), ("magazineArticle",)),
    Kind("article-journal", ("article",), ("JOUR", "EJOUR", "JFULL", "ABST", "INPR"), ("journalArticle",)),
    Kind("entry-encyclopedia", ("inreference",), ("ENCYC",), ("encyclopediaArticle",)),
    Kind("entry-dictionary", ("inreference",), ("DICT",), ("dictionaryEntry",)),
    Kind("book", ("book", "mvbook", "collection", "mvcollection"), ("BOOK", "EBOOK", "EDBOOK", "WHOLE"), ("book",)),
    Kind("chapter", ("incollection", "inbook", "bookinbook", "suppbook"), ("CHAP", "ECHAP"), ("bookSection",)),
    Kind("thesis", ("thesis", "phdthesis", "mastersthesis"), ("THES",), ("thesis",)),
    Kind("paper-conference", ("inproceedings", "conference"), ("CPAPER", "CONF"), ("conferencePaper",)),
    Kind("pamphlet", ("booklet",), ("PAMP",), ("document",)),
    Kind("manuscript", ("unpublished",), ("UNPB", "MANSCPT", "UNPD"), ("manuscript",)),
    Kind("dataset", ("dataset",), ("DATA", "AGGR", "DBASE"), ("dataset",)),
    Kind("post-weblog", ("online",), ("BLOG",), ("blogPost",)),
    Kind("legislation", ("legislation", "legal"), ("STAT",), ("statute",)),
    Kind("bill", ("legislation",), ("BILL", "UNBILL"), ("bill",)),
    Kind("legal_case", ("jurisdiction",), ("CASE", "LEGAL"), ("case",)),
    Kind("hearing", ("jurisdiction",), ("HEAR",), ("hearing",)),
    Kind("interview", ("misc",), ("PCOMM",), ("interview",)),
    Kind("speech", ("unpublished",), ("SLIDE",), ("presentation",)),
    Kind("motion_picture", ("movie", "video"), ("MPCT", "VIDEO"), ("film", "videoRecording", "tvBroadcast")),
    Kind("broadcast", ("audio",), ("SOUND",), ("radioBroadcast", "podcast", "audioRecording")),
    Kind("map", ("image",), ("MAP",), ("map",)),
    Kind("document", ("misc",), ("GEN",), ("document",)),
)
ARTICLES: Final = {"newspaper": "article-newspaper", "magazine": "article-magazine", "journal": "article-journal"}
"""What BibLaTeX's `entrysubtype` says of an article."""

BY_CSL: Final[Mapping[str, Kind]] = {kind.csl: kind for kind in KINDS}
FIELDS: Final = (*TEXTS, *DATES, *NAMES, *LISTS)
OF_CSL: Final[Mapping[str, Field]] = {field.csl: field for field in FIELDS}


def kind_by(form: str) -> Mapping[str, str]:
    """Return CSL's name of each kind of a format; where two are called alike there, the first of the table counts."""
    found: dict[str, str] = {}
    for kind in KINDS:
        for name in getattr(kind, form):
            found.setdefault(name.lower(), kind.csl)
    return found


def written_kind(form: str, kind: str, otherwise: str) -> str:
    """Return how a format calls a kind, or the kind that it is cited as where the table does not know it."""
    known = BY_CSL.get(kind) or BY_CSL[otherwise]
    first: str = getattr(known, form)[0]
    return first
