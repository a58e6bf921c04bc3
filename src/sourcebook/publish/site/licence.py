"""The licence of an archive's own part, as an SPDX identifier or an address, put as each format wants it."""

from __future__ import annotations

from sourcebook.publish.site.addresses import leads_out

SPDX = "https://spdx.org/licenses/"


def licence_address(licence: str) -> str:
    """Return where a licence can be read; empty where none is set."""
    if not licence or leads_out(licence):
        return licence
    return f"{SPDX}{licence}.html"


def licence_name(licence: str) -> str:
    """Return the SPDX identifier of a licence; empty where an address is set, or nothing."""
    return "" if leads_out(licence) else licence
