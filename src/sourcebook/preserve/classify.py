"""What became of a link: one of ten outcomes with a reason, from the answers of one visit and what was cited.

The rules are general and lean to the side of the living. A link is called dead only where the host says so (404, 410)
or answers with a page that says that there is none, or that it also gives for an address that cannot exist. What
cannot be told is `unknown`.
"""

from __future__ import annotations

import re
from typing import Literal

from sourcebook.model import Value
from sourcebook.model.work import Outcome
from sourcebook.preserve.addresses import is_front, same_place
from sourcebook.preserve.drift import MOST_CHANGED, Drift, drift, letters
from sourcebook.preserve.exchange import Failure
from sourcebook.preserve.seen import Seen, Verdict, alike, is_titled, said_by
from sourcebook.preserve.walls import wall

_GONE = frozenset({404, 410})
_CLOSED_TO_US = frozenset({401, 403, 405, 406, 409, 418, 423, 428, 429, 451, 999})
_HTML = frozenset({"", "text/html", "application/xhtml+xml"})
_MISSING_ADDRESS = re.compile(
    r"(?:^|[/_.?=-])(?:404|not-?_?found|page-?not-?found|error-?404|error|missing|expired"
    r"|oops|sorry|fehler(?:seite)?|erreur|introuvable|hata|b[lł]ad|chyba|nicht-?gefunden|no-?encontrad[oa]|nao-?encontrad[oa]|non-?trovat[oa])(?:[/_.?&=-]|$)",
    re.IGNORECASE,
)
_SEARCH = re.compile(r"/search|/suche|/recherche|/busca|[?&](?:q|s|query|search|keywords?)=", re.IGNORECASE)
_TO_REPEAT: frozenset[Outcome] = frozenset({"gone", "soft_404", "changed", "unreachable", "unknown"})
_TRIES = 3
SIGN = 400
"""A text of fewer characters may be a sign on a door; more than that is a site of its own."""


class Expected(Value, frozen=True):
    """What was cited from an address, and what a kept copy of it says: its title, excerpts and running text."""

    title: str = ""
    excerpts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    kept_digest: str | None = None


class Visited(Value, frozen=True):
    """One visit: what was asked, what ended it, and the answers to an address that cannot exist and at the front."""

    asked: str
    seen: Seen | None = None
    failure: Failure | None = None
    forbidden: bool = False
    made_up: Seen | None = None
    front: Seen | None = None


Wish = Literal["made_up", "front"]


def judge(visit: Visited, expected: Expected) -> Verdict:
    """Return what one visit shows."""
    if visit.forbidden:
        return Verdict(outcome="blocked", because="The host's robots.txt asks us not to look there.")
    if visit.seen is None:
        because = visit.failure.because if visit.failure else "There was no answer."
        return Verdict(outcome="unreachable", because=because)
    found = _judged(visit, visit.seen, expected)
    return Verdict(outcome=found.outcome, because=found.because, to=found.to, status=visit.seen.status)


def wishes(visit: Visited, expected: Expected) -> Wish | None:
    """Return which further answer would help to judge, or None where there is enough."""
    seen = visit.seen
    if seen is None or not seen.is_success or seen.exchange.cut:
        return None
    if _still_there(seen, expected) or wall(seen) is not None:
        return None
    if visit.made_up is None:
        return "made_up"
    if visit.front is None and not is_front(seen.url) and (_may_be_front(seen) or alike(seen, visit.made_up)):
        return "front"
    return None


def settled(verdicts: tuple[Verdict, ...]) -> Verdict | None:
    """Return the verdict of several visits in one run, or None where another one is needed.

    Bad news needs two like answers in a row; where they never agree, nothing is known.
    """
    last = verdicts[-1]
    if last.outcome not in _TO_REPEAT or (len(verdicts) > 1 and last.outcome == verdicts[-2].outcome):
        return last
    if len(verdicts) < _TRIES:
        return None
    because = f"The answers do not agree: {', then '.join(one.outcome.replace('_', ' ') for one in verdicts)}."
    return Verdict(outcome="unknown", because=because, status=last.status)


def _judged(visit: Visited, seen: Seen, expected: Expected) -> Verdict:
    if (there := _still_there(seen, expected)) is not None:
        return _there(visit, seen, there)
    walled = wall(seen)
    if walled is not None:
        return walled
    if not seen.is_success:
        return _refused(seen.status)
    if seen.exchange.cut:
        outcome: Outcome = "unreachable" if seen.exchange.cut == "time" else "unknown"
        return Verdict(outcome=outcome, because="The answer broke off before what was cited.")
    return _replaced(visit, seen, expected) if seen.readable else _unreadable(visit, seen)


def _still_there(seen: Seen, expected: Expected) -> Drift | None:
    """Return how the page drifted, where every excerpt still stands there; None where that is not so or not known."""
    if not seen.text or not seen.readable:
        return None
    cited = drift(comparable(expected), seen.text)
    whole = drift(expected.kept, seen.text)
    if cited.lost or not (cited.passages or whole.passages):
        return None
    # A margin of a few sentences says nothing about the article beside it.
    changed = whole.share > MOST_CHANGED and (len(whole.passages) > 2 or not cited.passages)
    return None if changed else (cited if cited.passages else whole)


def comparable(expected: Expected) -> tuple[str, ...]:
    """Return the excerpts that can be looked for; one that the kept copy itself did not hold tells nothing."""
    if not expected.kept:
        return expected.excerpts
    whole = drift(expected.excerpts, "\n".join(expected.kept))
    return tuple(one.passage for one in whole.passages if one.state in {"unchanged", "moved"})


def _there(visit: Visited, seen: Seen, found: Drift) -> Verdict:
    said = "What was cited stands there" + (", in another order." if found.count("moved") else ".")
    if same_place(visit.asked, seen.url):
        return Verdict(outcome="read", because=said)
    return Verdict(outcome="moved", because=f"The host leads elsewhere. {said}", to=seen.url)


def _refused(status: int) -> Verdict:
    if status in _GONE:
        return Verdict(outcome="gone", because=f"The host says that it is gone ({status}).")
    if status in _CLOSED_TO_US:
        return Verdict(outcome="blocked", because=f"The host does not let us see it ({status}).")
    if status >= 500 or status == 408:
        return Verdict(outcome="unreachable", because=f"The host could not answer ({status}).")
    return Verdict(outcome="unknown", because=f"The host's answer does not tell ({status}).")


def _unreadable(visit: Visited, seen: Seen) -> Verdict:
    everywhere = visit.made_up is not None and visit.made_up.exchange.digest == seen.exchange.digest
    a_file = seen.exchange.media_type not in _HTML and seen.exchange.size > 0
    if a_file and not everywhere and same_place(visit.asked, seen.url):
        return Verdict(outcome="read", because="The file is there; what it says was not compared.")
    return Verdict(outcome="unknown", because="The answer cannot be read.")


def _replaced(visit: Visited, seen: Seen, expected: Expected) -> Verdict:
    """Judge a page that can be read and does not hold what was cited."""
    if not letters(seen.text):
        return Verdict(outcome="unknown", because="The answer is empty.")
    titled = is_titled(seen, expected.title)
    missing = None if titled else _missing(visit, seen, expected)
    if missing is not None:
        return missing
    elsewhere = None if same_place(visit.asked, seen.url) else seen.url
    found = drift(comparable(expected) or expected.kept, seen.text)
    if not found.passages:
        return _uncompared(elsewhere, titled=titled)
    if elsewhere and titled and found.lost < len(found.passages):
        return Verdict(outcome="moved", because="The host leads to a page with the same title.", to=elsewhere)
    told = f"Of {len(found.passages)} passages {found.count('gone')} are gone and {found.count('reworded')} reworded."
    return Verdict(outcome="changed", because=told, to=elsewhere)


def _uncompared(elsewhere: str | None, *, titled: bool) -> Verdict:
    if elsewhere and titled:
        return Verdict(outcome="moved", because="The host leads to a page with the same title.", to=elsewhere)
    if elsewhere:
        return Verdict(outcome="unknown", because="The host leads to another page, perhaps not the same.")
    because = "The page has the title that was cited." if titled else "A page is there; nothing was cited to compare."
    return Verdict(outcome="read", because=because)


def _missing(visit: Visited, seen: Seen, expected: Expected) -> Verdict | None:
    """Return the verdict on a page that says, or shows by being the same everywhere, that there is none."""
    if said_by(seen, ignoring=expected.title).missing:
        return Verdict(outcome="soft_404", because="The page says that there is none, and the host does not.")
    if is_front(visit.asked):
        return None
    instead = _led_nowhere(visit, seen)
    if instead is None and _may_be_front(seen) and visit.front is not None and alike(seen, visit.front):
        instead = "The host gives its front page instead."
    if instead is not None:
        return Verdict(outcome="soft_404", because=instead)
    return _same_everywhere(visit, seen)


def _led_nowhere(visit: Visited, seen: Seen) -> str | None:
    """Return why the address that a host leads to holds no page, or None."""
    if same_place(visit.asked, seen.url):
        return None
    if is_front(seen.url):
        return "The host leads to its front page instead."
    if _MISSING_ADDRESS.search(seen.url) and not _MISSING_ADDRESS.search(visit.asked):
        return "The host leads to a page about errors."
    if _SEARCH.search(seen.url) and "no_results" in said_by(seen).anywhere:
        return "The host leads to a search that finds nothing."
    return None


def _same_everywhere(visit: Visited, seen: Seen) -> Verdict | None:
    if visit.made_up is None or not alike(seen, visit.made_up):
        return None
    if len(seen.text) < SIGN and visit.front is not None and alike(seen, visit.front):
        # It may as well be a wall, or a sign that the site is closed for now, in words that we do not know.
        return Verdict(outcome="unknown", because="The host gives the same short page for every address.")
    return Verdict(outcome="soft_404", because="The host gives the same page for an address that cannot exist.")


def _may_be_front(seen: Seen) -> bool:
    """Tell whether a page says that it is the front page, or stands at its address with a query."""
    canonical = seen.shows.canonical
    return is_front(seen.url.partition("?")[0]) or (canonical is not None and is_front(canonical))
