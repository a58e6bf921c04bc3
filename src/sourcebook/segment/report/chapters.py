"""A document in the parts that have each a list of references of their own, whose numbers begin anew."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sourcebook.segment.report.headings import heading_level, is_list_heading
from sourcebook.segment.report.lines import Line
from sourcebook.segment.report.listing import Listing, find_listing
from sourcebook.segment.report.numbering import longest_count, openings

_CHAPTER = re.compile(r"\s*(?:chapter|part|chapitre|cap[\u00ed]tulo|kapitel|section)\s+[\dIVXLC]+\b", re.IGNORECASE)
_LEAST = 2


def chapters(lines: Sequence[Line]) -> Iterator[Listing]:
    """Yield what was found in each part of a document that ends with a list numbered from 1; else in the whole.

    A list ends before the first heading behind its last entry, or with its page.
    """
    ends = _ends(lines)
    if len(ends) < _LEAST:
        yield find_listing(lines)
        return
    begin = 0
    for end in (*ends[:-1], len(lines)):
        yield find_listing(lines[begin:end])
        begin = end


def _ends(lines: Sequence[Line]) -> list[int]:
    """Return where each list that counts from 1 under a heading of its own ends."""
    heads = [at for at, line in enumerate(lines) if is_list_heading(line.text)]
    ends = []
    for at, after in itertools.pairwise([*heads, len(lines)]):
        section = lines[at + 1 : after]
        run = longest_count(openings(section))
        if len(run) >= _LEAST and run[0].number == 1 and run[0].line <= 1:
            ends.append(at + 1 + _end(section, run[-1].line))
    return ends


def _end(section: Sequence[Line], last: int) -> int:
    """Return where the last entry of a list ends: at a heading, or where its page does."""
    for at in range(last + 1, len(section)):
        line = section[at]
        if heading_level(line.text) or _CHAPTER.match(line.text) or line.page != section[last].page:
            return at
    return len(section)
