"""The exercise of the old country pages: one country a student, read for five things and told to the class."""

from __future__ import annotations

from sourcebook.publish.cite import Text
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.pack import Listing, Section, Table, link, para, text
from sourcebook.publish.site import addresses
from sourcebook.publish.site.places import place_name

_QUESTIONS = (
    ("Magnitude", "How many people, who counted or estimated them, and when?"),
    ("Mode", "In which ways are people exploited, and how are they recruited and held?"),
    ("Factors", "What do the sources say makes it possible?"),
    ("Routes", "From where to where, and inside the country?"),
    ("Prevention", "What is done, by whom, and how does anybody know whether it helps?"),
)
_MOST = 250


def exercise(asked: Asked, *, apart: bool) -> tuple[Section, ...]:
    """Return the exercise with its sheet, and the countries that can be handed out; `apart` begins it on a page."""
    told = para(
        "Each student takes one country, reads its page, and fills in the sheet. Then the class puts the sheets side "
        "by side and says what can be compared and what cannot. A line that the page does not answer stays empty: "
        "that too is a finding."
    )
    sheet = Table(
        caption="The sheet: one country",
        head=("What", "The question", "What I found", "Who says so, and when", "Address of the passage"),
        rows=tuple((text(what), text(question), (), (), ()) for what, question in _QUESTIONS),
        widths=(12, 22, 26, 20, 20),
        blank=True,
    )
    return (
        Section(heading="Exercise: one country a student", apart=apart, blocks=(told, sheet)),
        Section(heading="Countries to hand out", level=3, blocks=(Listing(items=_countries(asked)),)),
    )


def _countries(asked: Asked) -> tuple[Text, ...]:
    headings = {row.place: row.heading for row in reversed(asked.view.pages())}
    named = sorted((place_name(place, asked.site.words, heading), place) for place, heading in headings.items())
    items = []
    for name, place in named[:_MOST]:
        address = asked.site.absolute(addresses.page(place))
        items.append((*text(f"{name}: "), *link(address, address)))
    return tuple(items) or (text("The archive holds no country yet."),)
