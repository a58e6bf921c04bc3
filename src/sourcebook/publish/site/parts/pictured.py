"""The pictures of a country page, drawn from what the archive holds about the country."""

from __future__ import annotations

from sourcebook.publish.site import addresses
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.pictures.figures import figures_over_time
from sourcebook.publish.site.pictures.of_claims import place_of, route_counts, tier_marks
from sourcebook.publish.site.pictures.of_mentions import figure_marks
from sourcebook.publish.site.pictures.routes import routes
from sourcebook.publish.site.pictures.tiers import tier_history
from sourcebook.publish.site.places import homes
from sourcebook.publish.site.words import Words
from sourcebook.store.base import View


def pictures_of(view: View, words: Words, place: str) -> tuple[Picture, ...]:
    """Return the pictures that there is anything to draw for: victims over time, tiers by year, routes out and in."""
    evidence = view.evidence
    held = homes(view.pages())
    drawn: list[Picture | None] = []
    marks = figure_marks((one for one in evidence.figures(place) if one.counts == "victims"), words, addresses.figure)
    drawn.append(figures_over_time("figures", marks, words) if marks else None)
    tiers = tier_marks(((addresses.passage(one.passage), one.claim) for one in evidence.tiers(place)), place, words)
    drawn.append(tier_history("tiers", tiers, words) if tiers else None)
    counted = route_counts(((one.work, one.claim) for one in evidence.routes(place)), words, held.get)
    drawn.append(routes("routes", place_of(place, words, held.get), counted, words))
    return tuple(picture for picture in drawn if picture is not None)
