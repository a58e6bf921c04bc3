"""Whether two works are by the same makers: authors by surname, bodies by name, initials, or shortened words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.model.citing import Cited
from sourcebook.reconcile.title_likeness import apart, is_misspelt
from sourcebook.reconcile.work_words import Words, words_of
from sourcebook.vocabulary.bodies import body, relation
from sourcebook.vocabulary.title_words import title_words

_DOMAIN = re.compile(r"(?:www\.)?([a-z0-9-]{4,})(?:\.[a-z]{2,10}){1,3}", re.IGNORECASE)
_LEAST_INITIALS = 3


def same_authors(one: Words, other: Words) -> bool:
    """Tell whether any author of one is an author of the other, whichever of the names is told as the surname."""
    if any(a == b or is_misspelt(a, b) for a in one.authors for b in other.authors):
        return True
    return any(a in other.named for a in one.authors if len(a) > 3) or any(
        b in one.named for b in other.authors if len(b) > 3
    )


def equal_makers(one: Cited, other: Cited) -> bool:
    """Tell whether the bodies that made two works are one by their whole names, or by the initials of one."""
    name, known_as = one.publisher or "", other.publisher or ""
    mine, theirs = words_of(one).publisher, words_of(other).publisher
    return bool(mine and theirs) and (mine == theirs or _is_called(name, known_as) or _is_called(known_as, name))


def one_maker(one: Cited, other: Cited) -> bool | None:
    """Tell whether the bodies that made or hold two works are one; None where either names none."""
    name, known_as = one.publisher or one.container, other.publisher or other.container
    if not name or not known_as:
        return None
    mine, theirs = words_of(one).publisher, words_of(other).publisher
    return (bool(mine) and set(mine) == set(theirs)) or _one_body(name, known_as)


def _one_body(one: str, other: str) -> bool:
    if any(said(one, other) or said(other, one) for said in (_is_called, _cut_short, _is_site_of)):
        return True
    left, right, _ = apart(_spelt_out(one), _spelt_out(other))
    if not (left and right):
        return True
    return body(one).countries == body(other).countries and relation(body(one), body(other)) == "same"


def _spelt_out(name: str) -> list[str]:
    known = title_words().acronyms
    words = (word.strip(",;()") for word in name.casefold().replace(".", "").split())
    return [part for word in words for part in known.get(word, word).split() if part != "and"]


def _is_called(short: str, full: str) -> bool:
    """Tell whether a name is the initials of the other, or what that says in brackets."""
    if len(short) >= _LEAST_INITIALS and f"({short})" in full:
        return True
    first = "".join(word[0] for word in full.split() if word[:1].isupper()).casefold()
    parts = [part for part in re.split(r"[/\s-]", short.replace(".", "")) if part.isupper()]
    whole = len(parts) == 1 and parts[0] == short.replace(".", "")
    return any(part.casefold() == first and (len(part) >= _LEAST_INITIALS or whole) for part in parts)


def _cut_short(short: str, full: str) -> bool:
    """Tell whether a name is the other with its words cut, as journals' are: "J. Upland Stud."."""
    if "." not in short:
        return False
    cut = re.findall(r"[^\W_]+", short.casefold())
    words = iter(list(_telling(full)))
    return len(cut) > 1 and all(any(word.startswith(part) for word in words) for part in cut)


def _telling(name: str) -> Iterator[str]:
    little = title_words().little
    yield from (word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in little)


def _is_site_of(site: str, name: str) -> bool:
    """Tell whether a publisher told by its site is the other: "zendapost.example", "Zenda Post"."""
    found = _DOMAIN.fullmatch(site.strip())
    return found is not None and found[1].casefold().replace("-", "") == "".join(
        re.findall(r"[^\W_]+", re.sub(r"^the\s", "", name.casefold()))
    )
