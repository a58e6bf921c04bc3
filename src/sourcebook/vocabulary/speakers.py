"""Tell how well a speaker is named: an official by name, a body, a kind of source, or nobody."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.model import Value
from sourcebook.model.finding import Speaker
from sourcebook.vocabulary.bodies import Body, Relation, body, relation
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.lexicon import words as lexicon
from sourcebook.vocabulary.speaker_words import plain, singular, words_on_speakers

RANK: dict[Speaker, int] = {"official": 3, "body": 2, "kind": 1, "none": 0}
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]{2,}\b|\b[A-Z]{2,}\b")
_CAPITAL = r"[A-Z\u00c0-\u00de\u0400-\u042f][\w'’.&/-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:of|and|for|on|the|against|to|in|de|la|del|van|von|bin|al|d['’])\s*){{0,3}}{_CAPITAL})*"
)
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Fr|Sr|Rev|Sir|Dame)\.?\s+$")
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Fr|Sr|Rev|Sir|Dame)\.?\s+")
# A lone plural of an agent noun is a kind of people: "missionaries", "lawyers", "residents".
_PEOPLE = re.compile(r"(?:[^s]aries|[aeiou]?[tdrlnkvg]ers|[ti]ors|ists|ants|ents|ians)$")
_PARTED = re.compile(r"\s+(?:of|from|for|at|with)\s+(?:the\s+)?")
_INSTITUTION = re.compile(
    r"(?i)minist(?!er$)|depart|secretar|bureau|agen[ct]|institut|committ|commission(?!er)|council|universit|organi[sz]|"
    r"associat|cent(?:re|er)|office$|police|court|fund|program|foundation|watch|mission$|union|nation|bank|service|"
    r"societ|group|network|federat|embass|parliament|school|hospital|news|press|times|post$|survey|report|unit$|board|"
    r"authorit|government|children|casa$|terre$|centro|asociaci|fundaci|instituto|comisi|femme|enfan|mujer|derecho|rights|fondation|ligue|liga$|réseau|maison|hogar|stiftung|movimiento|mouvement|defensor|coordinadora|colectivo"
)


class Voice(Value, frozen=True):
    """Who speaks: how well they are named, the bodies behind them, and the person if named."""

    speaker: Speaker
    bodies: tuple[Body, ...] = ()
    person: str | None = None


@cache
def voice(said_by: str | None) -> Voice:
    """Read the words that name who says something, as in "a representative of the IOM".

    None, or words that name nobody, give the speaker `none`. A person counts as named where a name in capitals stands
    beside a post, a title or a body, or by itself in the shape of a personal name and of no organisation.
    """
    if not said_by or not said_by.strip():
        return Voice(speaker="none")
    names = _names(_PARENTHESIS.sub(" ", said_by))
    person = next((name for name in names if _is_person(name, said_by)), None)
    rest = said_by.replace(person, " ") if person else said_by
    bodies = _bodies(rest, [name for name in names if name != person and not _only_where(name, said_by)])
    if person:
        return Voice(speaker="official", bodies=bodies, person=person)
    return Voice(speaker="body" if bodies else "kind", bodies=bodies)


def voices_agree(one: Voice, other: Voice) -> Relation:
    """Tell whether two voices share a body, may share one, or name only different ones."""
    found = {relation(a, b) for a in one.bodies for b in other.bodies}
    return "same" if "same" in found else "maybe" if "maybe" in found or not found else "different"


def same_person(one: str | None, other: str | None) -> str | None:
    """Return the person where both name one, by the last name where one of them gives no more."""
    if one and other and one.split()[-1].casefold() == other.split()[-1].casefold():
        return max(one, other, key=len)
    return None


def is_medium(publisher: str) -> bool:
    """Tell whether a publisher's name is that of a newspaper, a broadcaster or a like teller of others' news."""
    return any(singular(word) in words_on_speakers().media for word in re.split(r"[\s-]+", publisher))


def bodies_named(text: str) -> tuple[Body, ...]:
    """Return the bodies that a text names in capitals, persons and places left out."""
    names = [name for name in _names(_PARENTHESIS.sub(" ", text)) if not _names_nobody(name)]
    return tuple(one for one in map(body, names) if len(one.words) > 1 or _known(one))


def _only_many(text: str) -> bool:
    """Tell whether common nouns name a kind of body and none in particular: "unions", "police sources"."""
    words = plain(text).split()
    if not words:
        return False
    head = singular(words[-1])
    if head == "source":
        return True
    listed = words_on_speakers()
    return words[-1] != head and head in listed.institutions - listed.public - listed.umbrella


def _behind_post(said_by: str) -> list[Body]:
    """Return the body that a person's post alone tells of: "Consul", "the minister"."""
    posts = words_on_speakers()
    told = [word for word in re.findall(r"[\w-]+", said_by) if singular(word) in posts.posts & posts.spellings.keys()]
    return [Body(name=word, kinds=frozenset({posts.spellings[singular(word)]})) for word in told[:1]]


def _only_where(name: str, text: str) -> bool:
    """Tell whether a name only says where: "the consul in Tecun Uman"."""
    placed = re.search(r"\b(?:in|at|near)\s+(?:the\s+)?$", text[: text.find(name)])
    return bool(placed) and not body(name).kinds and not _known(body(name))


def _known(one: Body) -> bool:
    return one.name in words_on_speakers().bodies.values()


def _bodies(said_by: str, names: list[str]) -> tuple[Body, ...]:
    """Return the bodies among names, those known by an acronym in brackets too, else the one named by common nouns."""
    if _PEOPLE.search(plain(said_by)) and " " not in plain(said_by) and not _known(body(said_by)):
        return ()
    acronyms = [text for text in (*_PARENTHESIS.findall(said_by), *_ACRONYM.findall(said_by)) if _known(body(text))]
    found = [body(name) for name in (*names, *acronyms) if not _names_nobody(name)]
    found = [one for one in found if one.core] or [one for one in found if one.kinds]
    if not any(one.core for one in found) and _only_many(said_by):
        return ()
    if not found:
        low = re.sub(rf"\b{_TITLED.pattern}", "", said_by)
        common = body(low)
        nobody = _names_nobody(low) or _only_many(low)
        found = _behind_post(low) if nobody else [common] if common.kinds else []
    return tuple(dict.fromkeys(found))


def _names(text: str) -> list[str]:
    """Return the runs of capitalised words in a text, a person parted from the body that follows with "of"."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        for name in _split(_with_common_noun(match[0], text[match.end() :])):
            parted = _PARTED.split(name, maxsplit=1)
            found += parted if len(parted) == 2 and _is_personal(parted[0].split()) else _around_post(name)
    bare = [name for name in map(_without_posts, found) if name]
    return [name for name in bare if not _only_opens(name, text)]


def _split(name: str) -> list[str]:
    """Return two names joined by "and" apart, where each is a person or a body by itself."""
    for joiner in (r"\s+and\s+the\s+", r"\s+and\s+(?:the\s+)?"):
        parts = re.split(joiner, name)
        persons = all(_is_personal(part.split()) for part in parts)
        if persons or all(_INSTITUTION.search(part) or _known(body(part)) for part in parts):
            return parts
    return [name]


def _around_post(name: str) -> list[str]:
    """Return a body and a person with a post between them apart: "Labour Commissioner Moses Ndege"."""
    words = name.split()
    for at, word in enumerate(words[1:-1], 1):
        if singular(word) in words_on_speakers().posts and _is_personal(words[at + 1 :]):
            return [" ".join(words[:at]), " ".join(words[at + 1 :])]
    return [name]


def _with_common_noun(name: str, rest: str) -> str:
    """Return a name with the common noun for its kind that follows it: "Animus foundation", "Bulgarian police"."""
    following = re.match(r"\s+([a-z]+)\b", rest)
    if following and singular(following[1]) in words_on_speakers().institutions:
        return f"{name} {following[1]}"
    return name


def _only_opens(name: str, text: str) -> bool:
    """Tell whether a capital is there only because the phrase opens with it, as in "Civil society groups"."""
    following = text[len(name) :].split()
    owner = name.endswith(("'s", "’s")) and plain(name)[:-2] not in lexicon()
    opens = text.startswith(name) and " " not in name and name[1:].islower() and bool(following) and not owner
    if not opens or countries_in(name) or singular(following[0]) in words_on_speakers().posts:
        return False
    return following[0][0].islower() and following[0] not in ("of", "in", "and")


def _without_posts(name: str) -> str:
    """Return a name without the titles, posts and vague words that stand before it."""
    listed = words_on_speakers()
    words = name.split()
    while words and singular(words[0]) in listed.posts | listed.titles | listed.vague and not _keeps(words):
        words.pop(0)
    return " ".join(words)


def _keeps(words: list[str]) -> bool:
    """Tell whether the first word belongs to a body's name: "National Commission", "Supreme Prosecutor's Office"."""
    listed = words_on_speakers()
    first = singular(words[0])
    if len(words) == 1:
        return first in listed.institutions - listed.posts
    inside = any(_INSTITUTION.search(word) or singular(word) in listed.institutions for word in words[1:])
    return (first in listed.institutions and (inside or first not in listed.posts)) or (
        first in listed.vague and first not in listed.little and inside
    )


def _names_nobody(name: str) -> bool:
    """Tell whether a phrase is made of kinds of source and vague words alone, as "Civil society groups"."""
    listed = words_on_speakers()
    bare = plain(name)
    for kind in listed.kinds:
        if " " in kind:
            bare = bare.replace(kind, "source")
    return all(singular(word) in listed.kinds | listed.vague | listed.posts | listed.little for word in bare.split())


def _is_personal(words: list[str]) -> bool:
    """Tell whether words look like a personal name: two to four capitalised words, none of an institution."""
    listed = words_on_speakers()
    names = [word for word in words if singular(word) not in listed.posts | listed.titles | listed.vague]
    return (
        2 <= len(names) <= 4
        and all(word[0].isupper() and not (word.isupper() and len(word.strip(".")) > 1) for word in names)
        and not any(_INSTITUTION.search(word) or singular(word) in listed.kinds for word in names)
        and plain(" ".join(names)) not in listed.bodies
    )


def _is_person(name: str, said_by: str) -> bool:
    at = said_by.find(name)
    before, after = said_by[:at], said_by[at + len(name) :]
    titled = bool(_TITLE.search(before)) or bool(_TITLED.match(said_by) and name.isalpha())
    if titled and " of " not in name:
        return True
    if not _is_personal(name.split()) or re.search(r"\b(?:in|of|from|at)\s+(?:the\s+)?$", before):
        return False
    lead = before.split()
    posted = any(singular(word) in words_on_speakers().posts or word[0].isupper() for word in lead if len(word) > 3)
    if posted or re.match(r"\s+(?:of|from|at|with|for)\s", after):
        return True
    if after.startswith(","):
        return not _describes_body(after)
    return not (lead or _sounds_like_body(name))


def _describes_body(apposition: str) -> bool:
    """Tell whether an apposition calls a name an organisation: "a Swiss charity", "an NGO in the capital"."""
    head = re.split(r"\b(?:of|in|for|at|that|which|who)\b", apposition.strip(" ,"), maxsplit=1)[0]
    words = [singular(word) for word in re.findall(r"[\w-]+", head)]
    listed = words_on_speakers()
    return not set(words) & listed.posts and bool(set(words) & (listed.institutions | {"ngo", "charity", "group"}))


def _sounds_like_body(name: str) -> bool:
    """Tell whether a bare name has a country, an owner or an English noun in it, as no personal name has."""
    if countries_in(name) or re.search(r"['’]", name):
        return True
    known = (lexicon().get(word.casefold()) for word in name.split())
    return any(word is not None and word.tag in "NWJVG" for word in known)
