"""Names of authors: personal names taken apart by rule, bodies kept whole."""

from __future__ import annotations

import re

from sourcebook.model import Value

TITLES = frozenset(
    [
        "prof",
        "professor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dame",
        "rev",
        "reverend",
        "fr",
        "hon",
        "amb",
        "ambassador",
        "judge",
        "justice",
    ]
)
LETTERS_AFTER = frozenset(
    [
        "phd",
        "ph.d",
        "dphil",
        "md",
        "m.d",
        "ma",
        "m.a",
        "ba",
        "b.a",
        "llm",
        "ll.m",
        "llb",
        "jd",
        "j.d",
        "esq",
        "msc",
        "m.sc",
        "bsc",
        "obe",
        "mbe",
        "cbe",
        "mp",
        "qc",
        "kc",
        "sj",
        "s.j",
    ]
)
SUFFIXES = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "as",
        "auf",
        "av",
        "bin",
        "bint",
        "da",
        "dal",
        "dalla",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "ter",
        "te",
        "ten",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
CAPITAL_PARTICLES = frozenset(
    [
        "Van",
        "Von",
        "De",
        "Der",
        "Den",
        "Di",
        "Da",
        "Dal",
        "Della",
        "Du",
        "Des",
        "La",
        "Le",
        "El",
        "Al",
        "Abu",
        "Bin",
        "Ibn",
        "St.",
        "Ter",
        "Ten",
    ]
)
# Words that no personal name holds and that names of bodies commonly do.
BODY_WORDS = re.compile(
    r"\b(?:academy|administration|agency|alliance|assembly|association|authority|board|bureau|cent(?:er|re)|charity|"
    r"church|club|coalition|college|commission(?:er)?|committee|company|confederation|congress|consortium|"
    r"convention|corporation|council|court|democracy|department|dept|directorate|division|embassy|federation|forum|"
    r"foundation|fund|government|group|inc|initiative|institut[eo]?|international|league|ltd|magazine|ministry|"
    r"mission|movement|nations|network|news|ngo|office|organi[sz]ation|parliament|partnership|police|press|"
    r"programme|program|project|republic|rights|school|secretariat|services?|society|states|tribunal|trust|"
    r"un|unicef|union|university|watch|world)\b",
    re.IGNORECASE,
)


class Name(Value, frozen=True):
    """An author's name as CSL takes it apart; a body, or a name that is one word, has only `literal` or `family`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def short(self) -> str:
        """The name as it stands in a sentence in brackets: the particle and the family name, or the body."""
        return self.literal or " ".join(part for part in (self.particle, self.family) if part)


def is_body(text: str) -> bool:
    """Tell whether a name is a body's rather than a person's, by its words."""
    return bool(BODY_WORDS.search(text)) or text.lower().startswith("the ")


def _bare(word: str) -> str:
    return word.strip(",").rstrip(".").lower()


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and _bare(words[0]) in TITLES:
        words = words[1:]
    while len(words) > 1 and _bare(words[-1]) in LETTERS_AFTER:
        words = words[:-1]
    return words


def _family_start(words: list[str]) -> int:
    """Return where the family name starts, its particles included, in a name that is written given name first."""
    start = len(words) - 1
    while start > 1 and (words[start - 1] in PARTICLES or words[start - 1] in CAPITAL_PARTICLES):
        start -= 1
    return start


def _take_particle(words: list[str]) -> tuple[str, str]:
    count = 0
    while count < len(words) - 1 and words[count] in PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def split_name(text: str) -> Name:
    """Take one personal name apart.

    `Patt, Prof. Martin` is family name first; otherwise the last word is the family name, with the particles before
    it. Titles and letters after the name are left out, `Jr.` and the like are the suffix.
    """
    sides = [" ".join(side.split()) for side in text.split(",") if side.strip()]
    suffix = ""
    if len(sides) > 1 and _bare(sides[-1]) in SUFFIXES:
        suffix = SUFFIXES[_bare(sides.pop())]
    sides = [side for side in sides if _bare(side) not in LETTERS_AFTER] or sides
    words = _without_titles(sides[0].split() if sides else [])
    if not suffix and len(words) > 2 and _bare(words[-1]) in SUFFIXES:
        suffix = SUFFIXES[_bare(words.pop())]
    if len(sides) > 1:
        given = " ".join(_without_titles(" ".join(sides[1:]).split()))
        given = "" if _bare(given) in TITLES else given
        family_words = words
    else:
        start = _family_start(words) if words else 0
        given, family_words = " ".join(words[:start]), words[start:]
    particle, family = _take_particle(family_words) if family_words else ("", "")
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def _people(text: str) -> list[str]:
    """Part a run of several names; a single comma alone is taken for one name that is written family name first."""
    pieces = [piece for piece in re.split(r"\s*;\s*|,?\s+(?:and|&)\s+", text) if piece.strip(" ,")]
    people: list[str] = []
    for piece in pieces:
        sides = [side.strip() for side in piece.split(",") if side.strip()]
        listed = len(pieces) > 1 or len(sides) > 2
        if listed and len(sides) > 1 and all(" " in side for side in sides):
            people += sides
        else:
            people.append(piece.strip(" ,"))
    return people


def split_authors(authors: tuple[str, ...]) -> tuple[Name, ...]:
    """Take the authors of a work apart, in their order; one string may hold several, joined by `and`, `&` or `;`."""
    names: list[Name] = []
    for text in authors:
        if is_body(text):
            names.append(Name(literal=" ".join(text.split())))
        else:
            names += [split_name(person) for person in _people(text)]
    return tuple(name for name in names if name.literal or name.family)


def join_name(name: Name) -> str:
    """Return a name as it is written in a credit line, given name first."""
    if name.literal:
        return name.literal
    whole = " ".join(part for part in (name.given, name.particle, name.family) if part)
    return f"{whole}, {name.suffix}" if name.suffix else whole


def initials(given: str, mark: str) -> str:
    """Return the initials of given names, each with the mark: `Jean-Paul B.` with `. ` gives `J.-P. B.`."""
    out = []
    for word in given.replace(".", ". ").split():
        if not word[0].isupper():
            out.append(f" {word} ")
            continue
        out.append("-".join(part[0] + mark.rstrip() for part in word.rstrip(".").split("-") if part) + mark[1:])
    return " ".join("".join(out).split()) if mark.endswith(" ") else "".join(out).strip()
