"""Make a pack from an archive and write it in a format."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.errors import NotFound
from sourcebook.publish.cite import find_style
from sourcebook.publish.packs.asked import DEFAULT_STYLE, Asked, find_theme
from sourcebook.publish.packs.table import Written, find_kind, find_pack_format
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.query.places import place_code
from sourcebook.store.base import View


def asked_for(view: View, site: Site, countries: tuple[str, ...], theme: str = "", style: str = "") -> Asked:
    """Return what is asked for by the names that people give; without a country, every one that the archive holds.

    Raises UsageError for a country, theme or style that does not exist, NotFound where the archive holds none of them.
    """
    # What is found out about figures is told in English, and a pack speaks one language.
    site = replace(site, words=words_in("en"))
    held = list(dict.fromkeys(row.place for row in view.pages()))
    places = tuple(dict.fromkeys(place_code(name) for name in countries)) or tuple(held)
    if not set(places) & set(held):
        raise NotFound(
            "The archive holds no page of any of these countries.",
            where=", ".join(places),
            next_step="See which it holds: sourcebook show",
        )
    chosen = find_theme(theme) if theme else None
    return Asked(view=view, site=site, places=places, theme=chosen, style=find_style(style or DEFAULT_STYLE).name)


def write_pack(kind: str, asked: Asked, ending: str) -> Written:
    """Return a pack of a kind in the format of a file's ending; UsageError where either does not exist."""
    form = find_pack_format(ending)
    return form.write(find_kind(kind)(asked), asked.site.leave_to)
