"""The work grows with the text and no faster, whatever the text is made of: counted in calls, not in seconds."""

import sys

import pytest

from sourcebook.model import Document
from sourcebook.segment import segment_page

TEXTS = {
    "blank lines": "\n",
    "brackets": "[",
    "open brackets on lines": "[\n",
    "stars on lines": "***\n",
    "titles": "A Title of Some Kind\n\n",
    "tight titles": "A Title of Some Kind\n",
    "access notes": "[accessed 3 May 2011]\n",
    "access notes on a line": " [accessed 3 May 2011]",
    "addresses": "www.page.example/x ",
    "a wrapped paragraph": "word " * 14 + "\n",
    "sources": "[The World Factbook, 2009] ",
    "sentences": "Word and more. ",
}


def calls(text):
    count = 0

    def counted(*_):
        nonlocal count
        count += 1

    document = Document(text=text, media_type="text/plain")
    sys.setprofile(counted)
    try:
        segment_page(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_about_twice_the_calls(name):
    once = TEXTS[name] * 300
    calls(once + "x")  # what is loaded when first used
    assert calls(once * 2) <= 2.5 * calls(once) + 500
