"""Whether a telephone number can be dialled in a country and from abroad, by the tables of libphonenumber."""

from __future__ import annotations

import re

import phonenumbers

from sourcebook.model.helpline import Helpline
from sourcebook.vocabulary.countries import countries

_WRITTEN = re.compile(r"\+?[\d ()./*#\-\u2010-\u2013\u00a0]+")
# Short codes of services are often younger than the tables, so that none of these lengths is refused.
_SHORT = range(2, 7)
_LONGEST = 15
_ALL_THE_SAME = "look at its digits, and if somebody dialled it and was answered, add not_in_tables = true."


def fault_at_home(entry: Helpline) -> str:
    """Return what is wrong with the number as it is dialled at home; empty where it can be dialled."""
    digits = _digits(entry.phone)
    if not _WRITTEN.fullmatch(entry.phone.strip()) or not digits:
        return f"{entry.phone!r} is no number to dial; write digits, as they are dialled at home."
    if (len(digits) in _SHORT and digits[0] != "0") or _is_number(entry.phone, entry):
        return ""
    return f"{entry.phone!r} is no number of {countries()[entry.country].name} by the tables; {_ALL_THE_SAME}"


def fault_abroad(entry: Helpline) -> str:
    """Return what is wrong with the number as it is dialled from abroad; empty where it is right or not given."""
    if not entry.abroad:
        return ""
    if not _WRITTEN.fullmatch(entry.abroad.strip()) or not entry.abroad.strip().startswith("+"):
        return f"{entry.abroad!r} is no number to dial from abroad; open it with + and the code of the country."
    codes = countries()[entry.country].calling_codes
    if codes and not _digits(entry.abroad).startswith(tuple(codes)):
        return f"{entry.abroad!r} does not begin with the code of {countries()[entry.country].name}, +{codes[0]}."
    if not _is_number(entry.abroad, entry):
        return f"{entry.abroad!r} is no number of {countries()[entry.country].name} by the tables; {_ALL_THE_SAME}"
    return ""


def same_number(one: Helpline, other: Helpline) -> bool:
    """Tell whether two entries are dialled alike at home."""
    return _digits(one.phone) == _digits(other.phone)


def dialled(written: str) -> str:
    """Return a number as a telephone takes it: its digits, after a plus sign where it has one."""
    sign = "+" if written.strip().startswith("+") else ""
    return sign + "".join(character for character in written if character in "0123456789*#")


def _digits(written: str) -> str:
    return "".join(character for character in written if character in "0123456789")


def _is_number(written: str, entry: Helpline) -> bool:
    """Tell whether the tables know such a number; an entry may say that it is right though they do not."""
    if not 2 <= len(_digits(written)) <= _LONGEST:
        return False
    if entry.not_in_tables or entry.country not in phonenumbers.SUPPORTED_REGIONS:
        return True
    try:
        number = phonenumbers.parse(written, entry.country)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number_for_region(number, entry.country)
