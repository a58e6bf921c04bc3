"""The words that tell how well a speaker is named, read from their file once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sourcebook.model import Value


class SpeakerWords(Value, frozen=True):
    """The lists of `speakers.toml` in their plain forms; `bodies` gives each known name the one that stands for it."""

    kinds: frozenset[str]
    vague: frozenset[str]
    posts: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    ranks: frozenset[str]
    public: frozenset[str]
    umbrella: frozenset[str]
    little: frozenset[str]
    media: frozenset[str]
    works: frozenset[str]
    parts: frozenset[str]
    spellings: dict[str, str]
    bodies: dict[str, str]


_SETS = (
    "kinds",
    "vague",
    "posts",
    "titles",
    "institutions",
    "ranks",
    "public",
    "umbrella",
    "little",
    "media",
    "works",
    "parts",
)


@cache
def words_on_speakers() -> SpeakerWords:
    """Return the lists."""
    table = tomllib.loads(files("sourcebook.vocabulary").joinpath("speakers.toml").read_text(encoding="utf-8"))
    bodies = {plain(name): known for known, names in table["bodies"].items() for name in (known, *names)}
    sets = {key: frozenset(plain(word) for word in table[key]) for key in _SETS}
    return SpeakerWords(bodies=bodies, spellings=table["spellings"], **sets)


def plain(text: str) -> str:
    """Return a phrase without case, articles, full stops and typographic apostrophes."""
    words = " ".join(text.replace("’", "'").replace(".", "").replace("/", " ").split()).casefold()
    return words.removeprefix("the ")


def singular(word: str) -> str:
    """Return a word in its plain form, without a plural or possessive s."""
    bare = plain(word).removesuffix("'s").removesuffix("'")
    if bare.endswith("ies") and len(bare) > 4:
        return bare[:-3] + "y"
    return bare[:-1] if bare.endswith("s") and len(bare) > 3 and not bare.endswith(("ss", "ics", "us", "is")) else bare
