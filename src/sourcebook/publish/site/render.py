"""Turn a page and its template into HTML: everything is escaped, and a missing value is an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.publish.site import addresses
from sourcebook.publish.site.compiling import TranslatedEnvironment
from sourcebook.publish.site.inlined import inlined, policy_for
from sourcebook.publish.site.linked.document import json_ld
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words

TEMPLATES = Path(__file__).with_name("templates")


@lru_cache(maxsize=16)
def environment(words: Words) -> TranslatedEnvironment:
    """Return the templates of one language."""
    made = TranslatedEnvironment(
        words.catalog,
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["addresses"] = addresses
    made.globals["inlined"] = lambda name: Markup(inlined(name))  # noqa: S704 - files of our own
    made.globals["policy_for"] = policy_for
    made.globals["json_ld"] = lambda page, site: Markup(json_ld(page, site))  # noqa: S704 - nothing in it ends a script
    made.tests["open"] = addresses.leads_out
    return made


def render(page: SitePage, site: Site, *, template: str | None = None, to: Callable[[str], str] | None = None) -> str:
    """Return a page as HTML.

    `template` names another template than the page's own, such as one part of it. `to` turns an address of the site
    into a link; without it links are relative to the page.
    """
    found = environment(site.words).get_template(template or page.template)
    bar = _bar(_Barred.of(page, site), to)
    link = to or partial(addresses.relative, page.address)
    return found.render(page=page, content=page.content, site=site, words=site.words, to=link, bar=bar)


class _Barred(NamedTuple):
    """All that the bar at the head of a page rests on: pages as deep in the site, in the same part of it, share one."""

    words: Words
    title: str
    leave_to: str
    depth: int
    current: str
    searches: bool

    @classmethod
    def of(cls, page: SitePage, site: Site) -> _Barred:
        """Return what the bar of a page rests on."""
        return cls(site.words, site.title, site.leave_to, page.address.count("/"), page.current, page.searches)


@lru_cache(maxsize=256)
def _bar(barred: _Barred, to: Callable[[str], str] | None) -> Markup:
    link = to or partial(addresses.relative, "/" * barred.depth)
    drawn = environment(barred.words).get_template("parts/bar.html").render(page=barred, site=barred, to=link)
    return Markup(drawn)  # noqa: S704 - a template of our own, which escapes what it is given
