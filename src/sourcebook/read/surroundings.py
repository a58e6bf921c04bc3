"""Which elements of a page stand around its text, by their tag, their role and the names that their makers gave."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

PLAIN, WEAK, STRONG = 0, 1, 2
"""Nothing tells; a name tells, which may be that of a frame around all; what tells is seldom wrong."""

_STRONG_TAGS: Final = frozenset({"nav", "footer", "aside", "dialog", "button", "menu"})
_STRONG_PREFIX: Final = "amp-"
_AMP_TEXT: Final = frozenset({"amp-accordion", "amp-layout", "amp-selector", "amp-img", "amp-fit-text", "amp-script"})
_WEAK_TAGS: Final = frozenset({"form", "header"})
_ROLES: Final = frozenset(
    {"navigation", "banner", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu", "toolbar"}
)
_STRONG_NAMES: Final = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "navlinks",
        "navlist",
        "menu",
        "menubar",
        "topnav",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "footer",
        "masthead",
        "sitemap",
        "cookie",
        "cookies",
        "cookiebanner",
        "cookiebar",
        "consent",
        "gdpr",
        "comment",
        "comments",
        "commentlist",
        "commentlisting",
        "respond",
        "disqus",
        "related",
        "relatedposts",
        "recommended",
        "recommendation",
        "recommendations",
        "trending",
        "popular",
        "mostread",
        "share",
        "sharing",
        "sharebar",
        "sharedaddy",
        "social",
        "addthis",
        "advert",
        "advertisement",
        "ads",
        "adslot",
        "adsense",
        "sponsor",
        "sponsored",
        "newsletter",
        "pagination",
        "pager",
        "pullquote",
        "skip",
        "hidden",
        "printonly",
        "toc",
    ]
)
_WEAK_NAMES: Final = frozenset(
    [
        "sidebar",
        "sidebars",
        "widget",
        "widgets",
        "banner",
        "overlay",
        "modal",
        "popup",
        "ad",
        "promo",
        "promotion",
        "signup",
        "subscribe",
        "subscription",
        "cta",
        "teaser",
        "teasers",
        "tags",
        "taglist",
        "byline",
        "dateline",
        "meta",
        "postprofile",
        "signature",
        "bio",
        "feedback",
        "search",
        "login",
        "rating",
        "ratings",
        "votes",
        "poll",
        "toolbar",
        "tools",
        "legal",
        "copyright",
        "disclaimer",
        "switcher",
        "online",
        "stat",
        "buttons",
        "attribution",
        "readmore",
        "premium",
        "paywall",
        "topbar",
        "subnav",
        "infobar",
        "sticky",
        "ticker",
    ]
)
# Two words that say more together than apart.
_STRONG_PAIRS: Final = frozenset(
    {
        *("most-read", "read-more", "read-also", "more-stories", "more-news", "also-like", "see-also", "inline-link"),
        *("cc-window", "site-header", "page-header", "site-footer", "post-footer", "entry-footer", "post-buttons"),
        *("author-bio", "entry-share", "col-left", "col-right", "visually-hidden", "sr-only", "screen-reader"),
        *(
            "official-banner",
            "region-sidebar",
            "blog-pager",
            "post-navigation",
            "ez-toc",
            "left-column",
            "right-column",
        ),
    }
)
_FRAMES: Final = frozenset({"has", "no", "with", "without", "is", "not", "open", "layout"})
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@lru_cache(maxsize=16384)
def around(tag: str, role: str, names: str) -> int:
    """Return how surely an element stands around the text: PLAIN, WEAK or STRONG; `names` are its id and classes."""
    if tag in _STRONG_TAGS or (role and role in _ROLES) or (tag[0] == "a" and _is_amp(tag)):
        return STRONG
    if tag in {"body", "html", "main", "article"}:
        return PLAIN
    return max(_named(names) if names else PLAIN, WEAK if tag in _WEAK_TAGS else PLAIN)


def _is_amp(tag: str) -> bool:
    return tag.startswith(_STRONG_PREFIX) and tag not in _AMP_TEXT


def _named(names: str) -> int:
    found = PLAIN
    for name in names.split():
        parts = [part.lower() for part in _PARTS.findall(name)]
        if not parts or parts[0] in _FRAMES:
            continue
        pairs = {f"{first}-{second}" for first, second in pairwise(parts)}
        if pairs & _STRONG_PAIRS or not _STRONG_NAMES.isdisjoint(parts):
            return STRONG
        if not _WEAK_NAMES.isdisjoint(parts):
            found = WEAK
    return found
