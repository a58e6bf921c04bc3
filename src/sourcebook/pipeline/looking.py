"""One look at an address: ask it, read what comes back, and ask what else helps to judge it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.pipeline.asking import Asking
from sourcebook.preserve.addresses import front, sibling
from sourcebook.preserve.classify import Expected, Visited, wishes
from sourcebook.preserve.decoding import CannotDecode, decoded
from sourcebook.preserve.drift import passages_of
from sourcebook.preserve.exchange import Failure, Fetched, Recorded
from sourcebook.preserve.fetch import Want, redirect_target
from sourcebook.preserve.markup import Markup, markup_of
from sourcebook.preserve.seen import Seen
from sourcebook.read import document
from sourcebook.settings import Limits

MOST_LOOKED_AT = 16 * 1024 * 1024
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = ("json", "xml", "javascript")
_MARKED = (b"<!doctype html", b"<html", b"<head", b"<title", b"<body", b"<script", b"<meta")


def look_at(asking: Asking, url: str, expected: Expected, limits: Limits) -> tuple[Visited, Fetched | None]:
    """Visit an address and return what there is to judge, and the answers, to be closed by the caller."""
    want = Want(in_memory=MOST_LOOKED_AT, at_most=MOST_LOOKED_AT, onward=onward)
    try:
        asked = asking.ask(url, want)
    except InputRefused as error:
        return Visited(asked=url, failure=Failure(kind="bad_redirect", because=error.what)), None
    if asked.fetched is None:
        failure = asked.rules.failure
        return Visited(asked=url, failure=failure, forbidden=failure is None), None
    fetched = asked.fetched
    final = fetched.final
    visit = Visited(
        asked=fetched.hops[0].exchange.url if fetched.hops else url,
        seen=seen(final, limits) if final else None,
        failure=fetched.failure,
    )
    return _with_wishes(visit, expected, lambda other: _seen_at(asking, other, want, limits)), fetched


def onward(recorded: Recorded) -> str | None:
    """Return where an answer leads: by a redirect, or by a page that sends its reader on by itself."""
    target = redirect_target(recorded.exchange)
    if target is not None or recorded.exchange.status != 200 or not _is_html(recorded):
        return target
    body = _body(recorded)[:65536]
    if b"refresh" not in body.lower() and b"location" not in body:
        return None
    found = markup_of(body.decode("utf-8", "replace"), recorded.exchange.url)
    return found.refresh if len(found.text) < 1500 and found.refresh != recorded.exchange.url else None


def seen(recorded: Recorded, limits: Limits) -> Seen:
    """Return an answer as it is judged."""
    body = _body(recorded)
    exchange = recorded.exchange
    if not body.strip():
        return Seen(exchange=exchange, markup=Markup() if not exchange.size else None, readable=not exchange.size)
    try:
        read = document(body, media_type=exchange.media_type or None, limits=limits)
    except InputRefused:
        if exchange.media_type.endswith(_TEXTS):
            return Seen(exchange=exchange, text=body[:MOST_LOOKED_AT].decode("utf-8", "replace"))
        return Seen(exchange=exchange, readable=False)
    if _is_noise(read.text):
        return Seen(exchange=exchange, readable=False)
    if read.media_type != "text/html":
        return Seen(exchange=exchange, text=read.text)
    html = body.decode(_known(read.charset), "replace")
    return Seen(exchange=exchange, markup=markup_of(html, exchange.url), text=read.text)


def kept_passages(read: Document) -> tuple[str, ...]:
    """Return what of a kept copy is compared with the page of now."""
    return passages_of(read)[:400]


def _with_wishes(visit: Visited, expected: Expected, see: Callable[[str], Seen | None]) -> Visited:
    for _ in range(2):
        wish = wishes(visit, expected)
        if wish is None or visit.seen is None:
            return visit
        other = sibling(visit.asked, _made_up()) if wish == "made_up" else front(visit.seen.url)
        found = see(other)
        if found is None:
            return visit
        changes = {"made_up": found} if wish == "made_up" else {"front": found}
        visit = _replaced(visit, **changes)
    return visit


def _replaced(visit: Visited, made_up: Seen | None = None, front: Seen | None = None) -> Visited:
    return Visited(
        asked=visit.asked,
        seen=visit.seen,
        failure=visit.failure,
        forbidden=visit.forbidden,
        made_up=made_up or visit.made_up,
        front=front or visit.front,
    )


def _seen_at(asking: Asking, url: str, want: Want, limits: Limits) -> Seen | None:
    asked = asking.ask(url, want)
    if asked.fetched is None:
        return None
    try:
        return seen(asked.fetched.final, limits) if asked.fetched.final else None
    finally:
        asked.fetched.close()


def _is_noise(text: str) -> bool:
    """Tell whether a text is none: one character in twenty is one that no text has."""
    odd = sum(character == "\ufffd" or not (character.isprintable() or character.isspace()) for character in text)
    return odd * 20 > len(text)


def _made_up() -> str:
    """Return a name that no page has."""
    return f"{secrets.token_hex(4)}-{hashlib.sha256(secrets.token_bytes(8)).hexdigest()[:8]}"


def _body(recorded: Recorded) -> bytes:
    try:
        return decoded(recorded.content, recorded.exchange.header("Content-Encoding"), MOST_LOOKED_AT)
    except CannotDecode:
        return b""


def _is_html(recorded: Recorded) -> bool:
    opening = recorded.content[:1024].lstrip().lower()
    return recorded.exchange.media_type in _HTML or opening.startswith(_MARKED)


def _known(charset: str) -> str:
    try:
        "".encode(charset)
    except LookupError:
        return "utf-8"
    return charset
