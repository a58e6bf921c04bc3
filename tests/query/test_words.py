import pytest

from sourcebook.query.words import MAX_UNITS, units
from sourcebook.store.match import Unit

CASES = [
    ("", []),
    ('  ***  "" \'', []),
    ("Glass WORKERS", [Unit(words=("glass",)), Unit(words=("workers",))]),
    ('"debt bondage" law', [Unit(words=("debt", "bondage")), Unit(words=("law",))]),
    ("traffick*", [Unit(words=("traffick",), prefix=True)]),
    ("t* tr*", [Unit(words=("t",)), Unit(words=("tr",), prefix=True)]),
    ('"debt bond"*', [Unit(words=("debt", "bond"), prefix=True)]),
    ("re-trafficked", [Unit(words=("re", "trafficked"))]),
    ("Besançon", [Unit(words=("besancon",))]),
    ("Besanc\u0327on", [Unit(words=("besancon",))]),
    ('an "open phrase', [Unit(words=("an",)), Unit(words=("open",)), Unit(words=("phrase",))]),
    ("labour", [Unit(words=("labour",), also=(("labor",),))]),
    ("law law", [Unit(words=("law",))]),
]


@pytest.mark.parametrize(("typed", "wanted"), CASES)
def test_what_is_typed_becomes_words_phrases_and_beginnings(typed, wanted):
    assert list(units(typed)) == wanted


def test_a_very_long_text_gives_a_few_units():
    assert len(units(" ".join(f"word{n}" for n in range(1000)))) == MAX_UNITS
