"""What the address of a page tells: whose it is, and in many the day it was published."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.vocabulary.web_archives import host_in

_IN_PATH: Final = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)")


def host_name(address: str) -> str:
    """Return the host of an address without its `www.`, which stands for the publisher where none is named."""
    return host_in(address).removeprefix("www.")


def date_in_path(address: str) -> str:
    """Return the EDTF of a date in the path of an address, as `/2011/03/04/`; empty where there is none."""
    found = _IN_PATH.search(address)
    return "-".join(part for part in found.groups() if part) if found else ""
