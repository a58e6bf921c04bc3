"""What waits for an editor, since a person who was harmed might be known by it: passages, and works by their titles."""

from __future__ import annotations

from functools import cached_property

from sourcebook.model.finding import Finding
from sourcebook.query.families import TracedFamily
from sourcebook.store.base import PlacedPassage, View


class Waiting:
    """The passages and works of an archive that no pack shows before somebody decided."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._held = view.evidence.held()

    @cached_property
    def passages(self) -> frozenset[str]:
        """The passages that wait, titles among them."""
        return frozenset(one.passage for one in self._held)

    @cached_property
    def works(self) -> frozenset[str]:
        """The works whose titles wait; nothing of them can be cited without its title."""
        titles = (self._view.passage(one.passage) for one in self._held if one.role == "title")
        return frozenset(one.work.id for one in titles if one is not None)

    def holds(self, placed: PlacedPassage) -> bool:
        """Tell whether a passage waits, or its work does."""
        return placed.passage.id in self.passages or placed.work.id in self.works

    def tells(self, traced: TracedFamily) -> bool:
        """Tell whether a number stands in what waits, or is set against one that does."""
        mentions = (member.mention for member in traced.family.mentions)
        return any(one.passage in self.passages or one.work in self.works for one in mentions) or any(
            map(self.grounds, (*traced.parts, *traced.conflicts))
        )

    def grounds(self, finding: Finding) -> bool:
        """Tell whether a finding rests on what waits, so that its sentence may tell of it."""
        return bool(self.passages.intersection(finding.passages) or self.works.intersection(finding.works))
