"""Places by the names that people give them."""

from __future__ import annotations

from sourcebook.errors import UsageError
from sourcebook.vocabulary.countries import countries, find_country


def place_code(name: str) -> str:
    """Return the code of the country with this name or code; UsageError where there is none."""
    code = name.strip().upper()
    found = code if code in countries() else find_country(name)
    if found is None:
        raise UsageError("No country has this name.", where=name, next_step="Give its English name or its ISO code.")
    return found


def place_name(code: str) -> str:
    """Return the name of the country with this code, or the code where it is none."""
    return countries()[code].name if code in countries() else code
