"""What the markup of an answer shows that its text does not: forms, challenges, refreshes, walls, and mere shells."""

from __future__ import annotations

import json
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from sourcebook.errors import InputRefused
from sourcebook.model import Value
from sourcebook.preserve.addresses import joined

MOST_MARKUP = 2_000_000
MOST_REFRESH_SECONDS = 15.0
_CHALLENGE = re.compile(
    r"g-recaptcha|grecaptcha|recaptcha/api|hcaptcha|cf-turnstile|challenges\.cloudflare|challenge-platform|cf_chl_|cf-challenge"
    r"|captcha-delivery|datadome|px-captcha|_incapsula_resource|awswafcookie|awswaf|geetest|smartcaptcha|ddos-guard|sucuri_cloudproxy"
    r"|arkoselabs|friendly-?challenge|frc-captcha|altcha|distil_r_captcha|smart-captcha|captcha-api\.yandex|within\.website|anubis_challenge"
    r"|mcaptcha|mtcaptcha|captchafox|capy\.me|aliyun.{0,20}captcha|tcaptcha|perimeterx|kpsdk|_pxappid|bm-verify|sec-if-cpt",
    re.IGNORECASE,
)
_PARKED = re.compile(
    r"sedoparking|parkingcrew|bodis\.com|parklogic|above\.com/|afternic|hugedomains|dan\.com/|domainmarket|buydomains"
    r"|parkweb|sedo\.com|undeveloped\.com|uniregistry|namebright|dynadot\.com/(?:market|domain)|adsense/domains|caf\.js|parkingpage",
    re.IGNORECASE,
)
_REFRESH = re.compile(
    r"^\s*(\d+(?:\.\d*)?)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?\s*(.*?)[\"']?\s*$", re.IGNORECASE | re.DOTALL
)
_SCRIPT_MOVE = re.compile(
    r"^\s*(?:(?:window|document|top|self)\.)?location(?:\.href)?\s*=\s*[\"']([^\"']{1,2000})[\"'];?\s*$"
    r"|^\s*(?:(?:window|document|top|self)\.)?location\.(?:replace|assign)\(\s*[\"']([^\"']{1,2000})[\"']\s*\);?\s*$"
)
_UNSEEN = "script, style, noscript, template, head, svg, iframe, object"


class Markup(Value, frozen=True):
    """An HTML answer without its layout.

    `text` is what a reader sees, `headings` the first ones of levels 1 and 2, `refresh` where it leads by itself,
    `canonical` the address that it says is its own,
    `scripts` the number of bytes and sources of scripts in proportion to which the text may be a mere shell.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    refresh: str | None = None
    password: bool = False
    challenge: bool = False
    parked: bool = False
    walled: bool = False
    scripts: int = 0
    framed: bool = False
    canonical: str | None = None


def markup_of(html: str, url: str) -> Markup:
    """Return what the markup of a page at an address shows; no markup is too broken to be read."""
    tree = LexborHTMLParser(html[:MOST_MARKUP])
    scripts = [(node.attributes.get("src") or "", node.text() or "") for node in tree.css("script")]
    frames = [node.attributes.get("src") or "" for node in tree.css("iframe, frame")]
    refresh = _refresh(tree, url)
    title = tree.css_first("title")
    headings = tuple(filter(None, (_words(node) for node in tree.css("h1, h2")[:6])))
    password = any(_is_shown(node) for node in tree.css("input[type=password]"))
    challenge = bool(_CHALLENGE.search(html))
    return Markup(
        title=_words(title) if title is not None else "",
        headings=headings,
        refresh=refresh,
        password=password,
        challenge=challenge,
        parked=bool(_PARKED.search(" ".join([*frames, *(source for source, _ in scripts), *_links(tree)]))),
        walled=_walled(tree),
        scripts=sum(len(text) + (500 if source else 0) for source, text in scripts),
        framed=bool(tree.css("frameset")),
        canonical=_canonical(tree, url),
        text=_seen(tree),
    )


def _seen(tree: LexborHTMLParser) -> str:
    for node in tree.css(_UNSEEN):
        node.decompose()
    body = tree.body
    return " ".join(body.text(separator=" ").split()) if body is not None else ""


def _words(node: Any) -> str:
    return " ".join((node.text(separator=" ") or "").split())[:500]


def _links(tree: LexborHTMLParser) -> list[str]:
    return [node.attributes.get("href") or "" for node in tree.css("a[href]")[:60]]


def _is_shown(node: Any) -> bool:
    style = (node.attributes.get("style") or "").replace(" ", "")
    return "hidden" not in node.attributes and "display:none" not in style


def _refresh(tree: LexborHTMLParser, url: str) -> str | None:
    """Return where a page sends its reader soon and by itself, by a refresh or by a script that does nothing else."""
    targets = []
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(node.attributes.get("content") or "")
            if found and found.group(2) and float(found.group(1) or 0) <= MOST_REFRESH_SECONDS:
                targets.append(found.group(2))
    for node in tree.css("script:not([src])"):
        moved = _SCRIPT_MOVE.match(node.text() or "")
        if moved:
            targets.append(moved.group(1) or moved.group(2))
    for target in targets:
        try:
            return joined(url, target)
        except InputRefused:
            continue
    return None


def _canonical(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the address that a page says is its own (RFC 6596)."""
    node = tree.css_first("link[rel=canonical][href]")
    try:
        return joined(url, node.attributes.get("href") or "") if node is not None else None
    except InputRefused:
        return None


def _walled(tree: LexborHTMLParser) -> bool:
    """Tell whether a page says of itself that it is not free (schema.org, `isAccessibleForFree`)."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            pending: list[Any] = [json.loads(node.text() or "")]
        except (ValueError, RecursionError):
            continue
        while pending:
            item = pending.pop()
            if isinstance(item, list):
                pending += item
            elif isinstance(item, dict):
                if str(item.get("isAccessibleForFree", "")).lower() in {
                    "false",
                    "http://schema.org/false",
                    "https://schema.org/false",
                }:
                    return True
                pending += [value for value in item.values() if isinstance(value, dict | list)]
    return False
