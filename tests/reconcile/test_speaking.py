"""A work that speaks of itself speaks for its publisher; a newspaper speaks for whomever it quotes."""

import pytest

from sourcebook.reconcile.speaking import speaking
from tests.reconcile.invented import mention


def spoken(text, publisher, said_by=None):
    return speaking(mention(text, "320", publisher=publisher, said_by=said_by))


@pytest.mark.parametrize(
    ("text", "publisher", "said_by"),
    [
        ("In 2014 we freed 320 boys.", "Lake Watch", None),
        ("Our social workers freed 320 boys.", "Lake Watch", None),
        ("The ministry assisted 320 victims in 2014.", "Ministry of Labour of Ghana", None),
        ("The Unit rescued 320 victims in 2014.", "Ghana Police Service", None),
        ("The survey found 320 victims.", "Lake Watch", "The survey"),
        ("The Institute's census found 320 victims.", "Lake Institute", "The Institute's census"),
        ("Lake Watch freed 320 boys in 2014.", "Lake Watch", None),
        ("Some 320 were found by the ministry in Tamale.", "Ministry of Labour", "the ministry in Tamale"),
    ],
)
def test_a_report_speaks_for_its_publisher(text, publisher, said_by):
    found = spoken(text, publisher, said_by)
    assert (found.itself, found.voice.speaker, len(found.voice.bodies)) == (True, "body", 1)


@pytest.mark.parametrize(
    ("text", "publisher", "said_by", "speaker"),
    [
        ("In 2014 we freed 320 boys, it is said.", "Valley Courier", None, "none"),
        ("It is said that 320 boys were trafficked.", "Lake Watch", None, "none"),
        ("Some 320 boys were trafficked.", "Lake Watch", None, "none"),
        ("The Forest Police freed 320 boys.", "Lake Watch", None, "body"),
        ("In all, 320 traffickers were convicted.", "Ministry of Justice of Ghana", None, "body"),
        ("“We freed 320 boys,” said Captain Kojo Mensah.", "Lake Watch", "Captain Kojo Mensah", "official"),
    ],
)
def test_others_speak_for_themselves(text, publisher, said_by, speaker):
    found = spoken(text, publisher, said_by)
    assert (found.itself, found.voice.speaker) == (False, speaker)


def test_an_apposition_tells_the_body_behind_a_person():
    text = "Ama Boateng, who runs the northern office of Lake Watch, said 320 boys were trafficked."
    found = spoken(text, "Valley Courier", "Ama Boateng")
    assert [one.name for one in found.voice.bodies] == ["Lake Watch"]
