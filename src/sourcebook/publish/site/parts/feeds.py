"""The feeds that a page names in its head, for a reader of feeds to find."""

from __future__ import annotations

from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.words import Words


def feeds_of_all(words: Words) -> tuple[Link, ...]:
    """Return the feeds of the whole archive."""
    return (
        Link(text=words.say("New entries"), address=addresses.FEED_OF_ENTRIES),
        Link(text=words.say("New and changed findings"), address=addresses.FEED_OF_FINDINGS),
    )
