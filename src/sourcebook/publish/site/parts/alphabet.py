"""Names in the order of their alphabet, and the letter under which each stands."""

from __future__ import annotations

import unicodedata

# The mark by which й differs from и, and ă from a: letters of their own in their alphabets.
BREVE = "\N{COMBINING BREVE}"


def in_order(name: str) -> tuple[str, str]:
    """Return what a name is sorted by: its letters without accents and in one case, then the name as it is."""
    parts = unicodedata.normalize("NFKD", name)
    bare = "".join(one for one in parts if one == BREVE or not unicodedata.combining(one))
    return unicodedata.normalize("NFC", bare).casefold(), name


def initial(name: str) -> str:
    """Return the letter under which a name stands in a list, a capital without its marks; empty for an empty name."""
    return in_order(name)[0][:1].upper()
