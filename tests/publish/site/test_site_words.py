import gettext
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from tests.world.archive import COUNTING, WORLD

from sourcebook.publish.site.pages.about import about
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.help import help_in
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import Words, sentence_case, words_in

ROOT = Path(__file__).parents[3]


WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()})
KEPT = re.compile(r"(%\(\w+\)s|<[^>]+>)")


class Pseudo(gettext.NullTranslations):
    """Every letter made wide, so that a word which did not come through the catalog stands out."""

    def gettext(self, message):
        return "".join(part if KEPT.fullmatch(part) else part.translate(WIDE) for part in KEPT.split(message))

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)


class Text(HTMLParser):
    """The words that readers see or hear, but for the citations, whose words are the styles'."""

    def __init__(self, html):
        super().__init__()
        self.words = set()
        # What comparing shows is told in English, and marked so.
        told = re.sub(r'<bdi lang="en">.*?</bdi>', "", html, flags=re.DOTALL)
        self.feed(re.sub(r'<div class="cite">.*?</div>', "", told, flags=re.DOTALL))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.handle_data(" ".join(attributes.get(name, "") for name in ("aria-label", "placeholder", "data-label")))

    def handle_data(self, data):
        self.words |= set(re.findall(r"[A-Za-z]{2,}", data))


PAGES = {
    "front": lambda site: front(WORLD, site),
    "country": lambda site: country(WORLD, site, "AD"),
    "entry": lambda site: entry(WORLD, site, COUNTING.id),
    "help": lambda site: help_in(WORLD, site, "AD"),
    "about": lambda site: about(WORLD, site),
}


def of_the_archive():
    """Return the words of the archive itself and the names of its places, formats and programs."""
    names = "Andorra France Fiji Sourcebook sourcebook Esc ADD FILE add BibTeX RIS CSL JSON Gazette"
    held = msgspec.json.encode(WORLD.held).decode() + names + " ".join(row.entry.work.id for row in WORLD.latest(99))
    return set(re.findall(r"[A-Za-z]{2,}", held))


@pytest.mark.parametrize("name", PAGES)
def test_every_sentence_of_the_interface_goes_through_the_catalog(name):
    site = Site(as_of="2026-11-25", words=Words("en", Pseudo()))
    body = render(PAGES[name](site), site).partition("<body>")[2]
    assert Text(body).words - of_the_archive() == set()


def test_a_language_written_from_right_to_left_turns_the_page():
    site = Site(as_of="2026-11-25", words=Words("ar"))
    html = render(front(WORLD, site), site)
    assert '<html lang="ar" dir="rtl">' in html


def test_english_stands_in_for_a_language_without_a_catalog():
    assert words_in("xx").say("Leave this page") == "Leave this page"
    assert words_in("xx").direction == "ltr"


@pytest.mark.parametrize(
    ("number", "written"), [(0, "no"), (1, "one"), (20, "twenty"), (21, "21"), (12345, "12,345"), (-1, "-1")]
)
def test_a_count_is_in_words_to_twenty_and_in_figures_beyond(number, written):
    assert words_in("en").number(number) == written


def test_a_list_is_joined_as_a_text_has_it():
    words = words_in("en")
    assert [words.join(parts) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert sentence_case("ten entries") == "Ten entries"


def test_the_list_of_sentences_to_translate_is_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "extract_messages", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
