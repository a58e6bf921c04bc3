"""Styles and scripts that stand within a page, so that a saved copy works, and the rules that allow just those."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sourcebook.publish.site.static import static_files

# Space around these says nothing in our own style sheet, whose pages are kept small.
_CSS_SPACE = re.compile(r"\s*([{};,])\s*")
FOLDER = Path(__file__).with_name("inline")


@cache
def inlined(name: str) -> str:
    """Return a style or script as it stands within a page: without the lines that speak to whoever reads the source."""
    held = static_files().get(name)
    text = held.content.decode() if held else (FOLDER / name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    if name.endswith(".css"):
        return _CSS_SPACE.sub(r"\1", "".join(lines))
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


@cache
def policy_for(names: Iterable[str], *, framing: bool = True) -> str:
    """Return the Content-Security-Policy under which these styles and scripts work and nothing else does.

    Without `framing` it is as a page itself may state it, where browsers do not heed who may frame it.
    """
    allowed: dict[str, list[str]] = {"style": [], "script": []}
    for name in names:
        digest = b64encode(hashlib.sha256(inlined(name).encode()).digest()).decode()
        allowed["style" if name.endswith(".css") else "script"].append(f"'sha256-{digest}'")
    rules = ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    rules += [f"{kind}-src {' '.join(hashes)}" for kind, hashes in allowed.items() if hashes]
    return "; ".join([*rules, *(["frame-ancestors 'none'"] if framing else [])])
