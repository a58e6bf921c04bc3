"""A folder with a file of invented numbers, from the range that is kept free for such use."""

from __future__ import annotations

ENTRY = """
[[entry]]
country = "{country}"
name = "{name}"
kind = "{kind}"
phone = "{phone}"
abroad = "{abroad}"
languages = ["en", "ar"]
hours = "day and night"
cost = "free, also without credit"
note = "A group of its own. You can stay unnamed, and you need no papers."
source = "line.example, its page of contacts"
verified = {verified}
verified_by = "A. Keeper"
how = "by calling"
"""
USUAL = {
    "country": "GB",
    "name": "Invented line",
    "kind": "hotline",
    "phone": "0808 157 0123",
    "abroad": "+44 20 7946 0123",
    "verified": "2026-11-03",
}


def written(folder, *changes):
    """Write a file with one entry for each change and return the folder."""
    folder.mkdir(exist_ok=True)
    (folder / "help.toml").write_text("".join(ENTRY.format(**(USUAL | change)) for change in changes), encoding="utf-8")
    return folder
