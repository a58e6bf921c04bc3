"""Comparing a page's form with the right answers, field by field; absent equals null."""

import json
from pathlib import Path

from sourcebook.read import document
from sourcebook.segment import page_form, segment_page

BESIDE = {"entries", "spans", "unplaced", "problems"}
OURS = {"summary.passages", "container"}


def read(path):
    found = document(path.read_bytes(), name=path.name)
    return found, segment_page(found)


def nothing(value):
    return None if value in (None, [], False, "", {}) else value


def flat(form):
    fields = {}
    for name, value in form.items():
        if name in BESIDE:
            continue
        if isinstance(value, dict):
            fields |= {f"{name}.{inner}": nothing(deep) for inner, deep in value.items()}
        elif name == "help":
            fields[name] = nothing([{k: v for k, v in entry.items() if nothing(v)} for entry in value or []])
        else:
            fields[name] = nothing(value)
    for number, entry in enumerate(form["entries"], start=1):
        fields |= {f"entry {number} {name}": nothing(value) for name, value in entry.items()}
    return fields


def differences(path: Path):
    """Return how many fields there are, and those that differ as (field, wanted, found)."""
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found, page = read(path)
    want, got = flat(wanted), flat(page_form(page, found))
    asked = {name.split(".")[0] for name in want} | {"entry"}
    names = set(want) | {
        name for name in got if name.split(".")[0].split(" ")[0] in asked and name.split(" ")[-1] not in OURS
    }
    wrong = [(name, want.get(name), got.get(name)) for name in sorted(names) if want.get(name) != got.get(name)]
    return len(names), wrong
