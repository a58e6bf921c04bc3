"""Answers that keep us from a page: challenges, borders, parked domains, payment, login, consent, repairs, shells.

They are looked for before a page is called missing or changed, since most of them are the same at every address of
a site. Each rule is a function from an answer, and what it says, to a verdict or None; the first that applies counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sourcebook.preserve.seen import Said, Seen, Verdict, said_by

SHELL = 200
"""A page whose text is shorter, and whose scripts are long, shows its text only to browsers that run them."""
_GONE = frozenset({404, 410})
_LOGIN_ADDRESS = re.compile(
    r"/(?:log-?in|sign-?in|logon|auth|sso|account|session|cas|oauth2?|connexion|anmelden|acceso|entrar)(?:[/.?_-]|$)",
    re.IGNORECASE,
)


_CONSENT_ADDRESS = re.compile(
    r"(?:^https?://consent\.|/(?:consent|cookie-?(?:wall|consent|policy)|privacy-?gate|gdpr|age-?(?:gate|check))(?:[/.?_-]|$))",
    re.IGNORECASE,
)


def wall(seen: Seen) -> Verdict | None:
    """Return what keeps us from the page, where an answer is a wall and not a page."""
    said = said_by(seen)
    return next((verdict for rule in _RULES if (verdict := rule(seen, said)) is not None), None)


def _challenge(seen: Seen, said: Said) -> Verdict | None:
    told = (seen.exchange.header("cf-mitigated") + seen.exchange.header("x-amzn-waf-action")).lower()
    by_head = "challenge" in told or "captcha" in told
    by_form = seen.is_short and seen.shows.challenge
    by_words = "challenge" in said.top | said.short and seen.status not in _GONE
    if by_head or by_form or by_words:
        return Verdict(outcome="blocked", because="The host asks for a sign that we are no robot.")
    return None


def _border(seen: Seen, said: Said) -> Verdict | None:
    if seen.status == 451 or (seen.is_short and "elsewhere_only" in said.short):
        return Verdict(outcome="blocked", because="The host does not show the page where we are.")
    return None


def _parked(seen: Seen, said: Said) -> Verdict | None:
    if _answers(seen) and seen.is_short and (seen.shows.parked or "parked" in said.short):
        return Verdict(outcome="soft_404", because="The domain is parked: it answers every address with one offer.")
    return None


def _paid(seen: Seen, said: Said) -> Verdict | None:
    told = seen.shows.walled or "paywall" in said.anywhere or "paywall_beside" in said.short
    if seen.status == 402 or (told and not said.missing and (seen.is_success or seen.status in {401, 403})):
        return Verdict(outcome="paywalled", because="The page is for subscribers.")
    return None


def _login(seen: Seen, said: Said) -> Verdict | None:
    asks_in_words = "login" in said.top or "login_required" in said.short
    asks = seen.shows.password or (asks_in_words and not said.missing)
    led_there = bool(_LOGIN_ADDRESS.search(seen.url))
    if asks and (seen.is_success or seen.status in {401, 403}) and (seen.is_short or led_there):
        return Verdict(outcome="paywalled", because="The page is for those who log in.")
    return None


def _consent(seen: Seen, said: Said) -> Verdict | None:
    asks = "consent" in said.short or _CONSENT_ADDRESS.search(seen.url)
    if seen.is_success and seen.is_short and asks and not said.missing:
        return Verdict(outcome="unknown", because="The host asks for consent before it shows the page.")
    return None


def _closed(seen: Seen, said: Said) -> Verdict | None:
    if seen.is_success and seen.is_short and "closed_for_now" in said.short and not said.missing:
        return Verdict(outcome="unreachable", because="The site says that it is closed for now.")
    return None


def _shell(seen: Seen, said: Said) -> Verdict | None:
    shown = seen.markup
    if shown is None or not seen.is_success or len(seen.text) >= SHELL or said.missing:
        return None
    if "needs_scripts" in said.short or shown.framed or shown.scripts > 4 * len(seen.text) + 100:
        return Verdict(outcome="unknown", because="The page shows its text only to browsers that run its scripts.")
    return None


def _answers(seen: Seen) -> bool:
    return seen.status not in _GONE and seen.status < 500


_RULES: tuple[Callable[[Seen, Said], Verdict | None], ...] = (
    _challenge,
    _border,
    _parked,
    _paid,
    _login,
    _consent,
    _closed,
    _shell,
)
