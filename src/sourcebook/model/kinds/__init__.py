"""The kinds of claim, one a file."""

from sourcebook.model.kinds.fact import Fact
from sourcebook.model.kinds.figure import Figure
from sourcebook.model.kinds.risk import Risk
from sourcebook.model.kinds.route import Route
from sourcebook.model.kinds.theme import Theme
from sourcebook.model.kinds.tier import Tier

__all__ = ["Fact", "Figure", "Risk", "Route", "Theme", "Tier"]
