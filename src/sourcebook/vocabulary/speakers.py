"""Tell how well a speaker is named: an official by name, a body, a kind of source, or nobody."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sourcebook.model import Value
from sourcebook.model.finding import Speaker
from sourcebook.vocabulary.countries import countries_in

RANK: dict[Speaker, int] = {"official": 3, "body": 2, "kind": 1, "none": 0}
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]{2,}\b|\b[A-Z]{2,}\b")
_CAPITAL = r"[A-Z\u00c0-\u00de\u0400-\u042f][\w'’.&/-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:of|and|for|on|the|against|to|in|de|la|del|van|von|bin|al)\s+){{0,3}}{_CAPITAL})*"
)
_PLACED = re.compile(rf"\b[a-z]\w+\s+(?:of|in)\s+{_CAPITAL}(?:\s+{_CAPITAL})*")
_TITLE = r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Fr|Sr|Rev|Sir|Dame)\.?\s+$"
_INSTITUTION = re.compile(
    r"(?i)minist(?!er$)|depart|secretar|bureau|agen[ct]|institut|committ|commission|council|universit|organi[sz]|associat|cent(?:re|er)|"
    r"office$|police|court|fund|program|foundation|watch|mission|union|nation|bank|service|societ|group|network|federat|"
    r"embass|parliament|school|hospital|news|press|times|post$|survey|report|unit$|board|authorit|government|children"
)


class Voice(Value, frozen=True):
    """Who speaks: how well they are named, the bodies behind them in one spelling each, and the person if named."""

    speaker: Speaker
    bodies: frozenset[str] = frozenset()
    person: str | None = None


class _Lexicon(Value, frozen=True):
    kinds: frozenset[str]
    vague: frozenset[str]
    posts: frozenset[str]
    titles: frozenset[str]
    bodies: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads(files("sourcebook.vocabulary").joinpath("speakers.toml").read_text(encoding="utf-8"))
    bodies = {_plain(name): body for body, names in table["bodies"].items() for name in (body, *names)}
    sets = {key: frozenset(_plain(word) for word in table[key]) for key in ("kinds", "vague", "posts", "titles")}
    return _Lexicon(bodies=bodies, **sets)


def _plain(text: str) -> str:
    """Return a phrase without case, articles, full stops and typographic apostrophes."""
    words = " ".join(text.replace("’", "'").replace(".", "").replace("/", " ").split()).casefold()
    return words.removeprefix("the ")


@cache
def voice(said_by: str | None) -> Voice:
    """Read the words that name who says something, as in "a representative of the IOM".

    None, or words that name nobody, give the speaker `none`. A person counts as named where a name in capitals stands
    beside a post or a title, or by itself in the shape of a personal name.
    """
    if not said_by or not said_by.strip():
        return Voice(speaker="none")
    names = _names(_PARENTHESIS.sub(" ", said_by))
    person = next((name for name in names if _is_person(name, said_by)), None)
    bodies = _known_bodies(said_by) or _other_bodies([*_lower_bodies(said_by), *names], person)
    if person:
        return Voice(speaker="official", bodies=bodies, person=person)
    return Voice(speaker="body" if bodies else "kind", bodies=bodies)


def _other_bodies(names: list[str], person: str | None) -> frozenset[str]:
    """Return the bodies among names that the vocabulary does not know, without those that stand inside another."""
    bodies = [_plain(name) for name in names if name != person and not _names_nobody(name)]
    return frozenset(body for body in bodies if not any(body != other and body in other for other in bodies))


def _known_bodies(said_by: str) -> frozenset[str]:
    """Return the bodies of the vocabulary that are named, under one spelling each."""
    bodies = _lexicon().bodies
    outside = _PARENTHESIS.sub(" ", said_by)
    phrases = [outside, *_PARENTHESIS.findall(said_by), *_names(outside), *_ACRONYM.findall(said_by)]
    phrases += [piece for name in _names(outside) for piece in re.split(r"\s+(?:and|of)\s+(?:the\s+)?", name)]
    return frozenset(bodies[plain] for phrase in phrases if (plain := _plain(phrase)) in bodies)


def _names(text: str) -> list[str]:
    """Return the runs of capitalised words in a text, a person parted from the body that follows with "of"."""
    found = []
    for match in _NAME.finditer(text):
        name = match[0]
        parted = re.split(r"\s+(?:of|from|for|at|with)\s+(?:the\s+)?", name, maxsplit=1)
        if len(parted) == 2 and _is_personal(parted[0].split()):
            found += parted
        else:
            found.append(name)
    return [bare for name in found if (bare := _without_posts(name)) and not _only_opens(bare, text)]


def _only_opens(name: str, text: str) -> bool:
    """Tell whether a capital is there only because the phrase opens with it, as in "Civil society groups"."""
    following = text[len(name) :].split()
    opens = text.startswith(name) and " " not in name and name[1:].islower() and bool(following)
    return opens and following[0][0].islower() and following[0] not in ("of", "in", "and") and not countries_in(name)


def _without_posts(name: str) -> str:
    """Return a name without the titles, posts and vague words that stand before it."""
    lexicon = _lexicon()
    words = name.split()
    while words and _singular(words[0]) in lexicon.posts | lexicon.titles | lexicon.vague:
        words.pop(0)
    return " ".join(words)


def _lower_bodies(said_by: str) -> list[str]:
    """Return bodies named by a common noun and a place, as in "the gendarmerie of Upper Austria"."""
    return [match[0] for match in _PLACED.finditer(said_by)]


def _names_nobody(name: str) -> bool:
    """Tell whether a phrase is made of kinds of source and vague words alone, as "Civil society groups"."""
    lexicon = _lexicon()
    plain = _plain(name)
    for kind in lexicon.kinds:
        if " " in kind:
            plain = plain.replace(kind, "source")
    return all(_singular(word) in lexicon.kinds | lexicon.vague | lexicon.posts for word in plain.split())


def _singular(word: str) -> str:
    plain = _plain(word).removesuffix("'s")
    return plain[:-1] if plain.endswith("s") and len(plain) > 3 and not plain.endswith(("ss", "ics")) else plain


def _is_personal(words: list[str]) -> bool:
    """Tell whether words look like a personal name: two to four capitalised words, none of an institution."""
    lexicon = _lexicon()
    names = [word for word in words if _singular(word) not in lexicon.posts | lexicon.titles | lexicon.vague]
    return (
        2 <= len(names) <= 4
        and all(word[0].isupper() and not (word.isupper() and len(word.strip(".")) > 1) for word in names)
        and not any(_INSTITUTION.search(word) or _singular(word) in lexicon.kinds for word in names)
        and _plain(" ".join(names)) not in lexicon.bodies
    )


def _is_person(name: str, said_by: str) -> bool:
    before = said_by[: said_by.find(name)]
    titled = bool(re.search(_TITLE, before)) or bool(re.match(_TITLE, said_by) and name.isalpha())
    placed = re.search(r"\b(?:in|of|from|at)\s+(?:the\s+)?$", before)
    return (titled and " of " not in name) or (_is_personal(re.split(r"\s+", name)) and not placed)
