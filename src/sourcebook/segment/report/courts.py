"""Judgments as references: "Vasa v. Ruritania, no. 25965/94, ECtHR 2010", "Case C-92/14 Union v Port"."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import Credit
from sourcebook.segment.report.fields import BREAK

_CASE = re.compile(
    r"^(?:(?P<court>[^,\u201c\"]{3,80}\b(?:Court|Tribunal|Chamber|Cour|Corte|Gericht)\b[^,\u201c\"]{0,60}),\s+)?"
    r"(?:(?:Joined\s+)?Cases?\s+(?:[Nn]os?\.\s*)?[\w/.-]*\d[\w/.-]*,?\s+)?"
    r"(?P<name>(?:[^\W_][^,\[(\u201c\"\u00a6]{0,118}?|\bR)\s+(?:vs?\.?|c\.|contra|gegen)\s+[^\W\da-z][^,\[(\u00a6]{0,80}?)"
    r"(?=,|;|\.?\s*$|\s+[\[(]|\s*\u00a6|\.\s)"
)
_RULING = re.compile(
    rf"(?P<court>(?:LG|OLG|AG|VG|OVG|BGH|BVerfG|BAG|OGH|EuGH|EGMR)\b[^,{BREAK}]*),\s+(?P<what>Urteil|Beschluss)(?:\s+vom)?\s*{BREAK}"
)
_STOP = re.compile(r"[^\W\d_]{3,}\.\s")
_COURT = re.compile(
    r"\b(?:ECtHR|ECHR|ICTY|ICTR|ICJ|ICC|CJEU|ECJ|IACtHR|Inter-American\s+Court\s+of\s+Human\s+Rights"
    r"|(?:[^\W\d_a-z][\w-]*\s+){0,4}(?:Court|Tribunal|Corte|Cour|Chamber)(?:\s+(?:of|de|for|des)\s+(?:[^\W\d_a-z]\w*\s?){1,4})?)"
)


def read_case(core: str) -> Credit | None:
    """Return what a reference to a judgment says: the names of the parties as its title, the court as its publisher.

    None where it names no two parties.
    """
    if (ruling := _RULING.match(core)) is not None:
        return Credit(title=ruling["what"], publisher=ruling["court"])
    found = _CASE.match(core.strip())
    if found is None or _STOP.search(found["name"]):
        return None
    court = found["court"]
    if court is None:
        told = _COURT.search(core[found.end() :].replace(BREAK, " "))
        court = told[0] if told else None
    return Credit(title=found["name"].strip(), publisher=court.strip() if court else None)
