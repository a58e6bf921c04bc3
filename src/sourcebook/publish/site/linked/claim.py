"""Figures as claims, and findings as reviews of them, in schema.org's words: what is claimed, by whom, what we found.

A `ClaimReview` commonly carries a rating of truth. We never give one, because comparing what sources say shows whether
they agree, add up or repeat one another, and not which is right; so there is no `reviewRating`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model.finding import Family, FamilyMention, Finding, Mention
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Node
from sourcebook.publish.site.linked.document import To
from sourcebook.publish.site.linked.work import sure_date
from sourcebook.publish.site.parts.findings import SIGNS
from sourcebook.publish.site.site_page import Site

MOST = 12
"""A page names so many; the others stand on the pages of their figures."""


def claim_id(figure: str, to: To) -> str:
    """Return the identifier of the claim that a figure makes."""
    return f"{to(addresses.figure(figure))}#claim"


def claim_node(mention: Mention, family: Family, to: To) -> Node:
    """Return a figure as a claim: its sentence, who says it, and the works in which the number appears."""
    members = family.mentions[:MOST]
    own = next((one for one in members if one.mention.id == mention.id), None)
    quote = own.quote if own else mention.text
    speaker = mention.said_by or mention.publisher
    node: Node = {
        "@type": "Claim",
        "@id": claim_id(mention.id, to),
        "url": to(addresses.figure(mention.id)),
        "name": mention.number,
        "text": quote,
        # Whether a person or a body speaks is not known, so neither is said.
        "author": {"name": speaker} if speaker else None,
        "datePublished": sure_date(mention.issued),
        "contentLocation": {"@type": "Place", "identifier": mention.place} if mention.place else None,
        "firstAppearance": _appearance(members[0], to) if members else None,
        "appearance": [_appearance(one, to) for one in members],
    }
    return {name: value for name, value in node.items() if value}


def _appearance(member: FamilyMention, to: To) -> Node:
    mention = member.mention
    node: Node = {
        "@type": "CreativeWork",
        "name": mention.title,
        "url": to(addresses.passage(mention.passage)),
        "datePublished": sure_date(mention.issued),
    }
    return {name: value for name, value in node.items() if value}


def review_nodes(findings: Iterable[Finding], site: Site, to: To, days: dict[str, str]) -> Sequence[Node]:
    """Return findings that rest on figures as reviews without a rating; `days` tells when each was found last."""
    resting = [finding for finding in findings if finding.figures][:MOST]
    return [_review(finding, site, to, days.get(finding.id, "")) for finding in resting]


def _review(finding: Finding, site: Site, to: To, day: str) -> Node:
    first, keeper = finding.figures[0], site.settings.owner or site.title
    node: Node = {
        "@type": "ClaimReview",
        "@id": f"{to(addresses.figure(first))}#{finding.id}",
        "url": to(addresses.figure(first)),
        "author": {"@type": "Organization", "name": keeper, "url": to(addresses.FRONT)},
        "claimReviewed": " / ".join(finding.numbers) or finding.text,
        "itemReviewed": [{"@type": "Claim", "@id": claim_id(figure, to)} for figure in finding.figures[:MOST]],
        "reviewAspect": site.words.say(SIGNS[finding.kind].word),
        "reviewBody": finding.text,
        "datePublished": day,
    }
    return {name: value for name, value in node.items() if value}
