"""What a pack is asked to be: of which countries, about what, in which style, on which day."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import process

from sourcebook.errors import UsageError
from sourcebook.publish.cite import Style, find_style
from sourcebook.publish.site.site_page import Site
from sourcebook.store.base import View
from sourcebook.vocabulary.themes import ThemeEntry, themes

DEFAULT_STYLE = "chicago"
MOST_PASSAGES = 500
"""A pack holds so many passages at most, shared by its countries; it says how many more there are, and where."""


@dataclass(frozen=True)
class Asked:
    """A pack to make: countries by code, a theme of the vocabulary or none, a citation style, and the site's day."""

    view: View
    site: Site
    places: tuple[str, ...]
    theme: ThemeEntry | None = None
    style: str = DEFAULT_STYLE

    @property
    def cited_in(self) -> Style:
        """The citation style."""
        return find_style(self.style)


def find_theme(name: str) -> ThemeEntry:
    """Return a theme by its key or its label; raises UsageError with the nearest ones where there is none."""
    wanted = " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
    known = {key.replace("_", " ").replace("-", " ").casefold(): theme for key, theme in themes().items()}
    known |= {theme.label.casefold().replace("-", " "): theme for theme in themes().values()}
    if wanted in known:
        return known[wanted]
    near = dict.fromkeys(known[word].key for word, _, _ in process.extract(wanted, known.keys(), limit=5))
    raise UsageError(f"There is no theme {name!r}.", next_step=f"Did you mean: {', '.join(near)}?")
