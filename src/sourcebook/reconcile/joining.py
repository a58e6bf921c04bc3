"""Groups that are joined two by two: which things belong together when some pairs do."""

from __future__ import annotations


class Groups:
    """A partition of the numbers below `size`, each alone at first (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self.count = size

    def head(self, member: int) -> int:
        """Return the number that stands for a member's group."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two members."""
        a, b = sorted((self.head(one), self.head(other)))
        if a != b:
            self._parent[b] = a
            self.count -= 1
