"""What `robots.txt` (RFC 9309) asks of programs that gather pages, by the policy of the archive."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Robots
from sourcebook.store.base import View

GATHER_FOR_TRAINING = (
    "Amazonbot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
)
"""Programs whose operators say, or of which it is commonly known, that what they gather trains language models."""
ANSWERS = (addresses.SEARCH, f"{addresses.COMPARE}?")
"""Addresses at which a server answers without end; whoever gathers pages gains nothing from them."""


def robots_file(view: View, site: Site) -> Download:  # noqa: ARG001 - as every other file
    """Return `robots.txt`; it counts only at the root of a host, which a site in a folder of it must see to itself."""
    return Download(
        content=robots(site.settings.robots, site.address).encode(), media_type="text/plain", name="robots.txt"
    )


def robots(asked: Robots, address: str) -> str:
    """Return the rules of a policy, and where the list of addresses stands if the site's own address is set."""
    lines = list(_groups(asked))
    if address:
        lines += [f"Sitemap: {address}{addresses.SITEMAP}", ""]
    return "\n".join(lines)


def _groups(asked: Robots) -> Iterator[str]:
    refused = sorted({*asked.refused, *(GATHER_FOR_TRAINING if asked.policy == "search" else ())}, key=str.casefold)
    if refused:
        yield from (f"User-agent: {name}" for name in refused)
        yield from ("Disallow: /", "")
    yield "User-agent: *"
    if asked.policy == "none":
        yield "Disallow: /"
    else:
        yield from (f"Disallow: {address}" for address in ANSWERS)
    yield ""
