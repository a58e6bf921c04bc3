"""The interface's own words in one language, with the direction in which that language is written."""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DOMAIN = "sourcebook"
CATALOGS = Path(__file__).with_name("locale")
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True)
class Words:
    """A language of the interface: `say` and `plural` translate whole sentences and fill in their named gaps."""

    language: str = "en"
    catalog: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    @property
    def direction(self) -> str:
        """Return `rtl` where the language is written from right to left, else `ltr`."""
        return "rtl" if self.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"

    def say(self, sentence: str, **gaps: object) -> str:
        """Return a sentence in this language, its `%(name)s` gaps filled."""
        return self.catalog.gettext(sentence) % gaps if gaps else self.catalog.gettext(sentence)

    def apart(self, text: str) -> str:
        """Return a text of another script as it stands among ours: on a right-to-left page it keeps its own order."""
        return f"\u2068{text}\u2069" if self.direction == "rtl" else text

    def plural(self, one: str, many: str, number: int, **gaps: object) -> str:
        """Return the sentence that fits the number; `%(n)s` is the number as this language writes it in a text."""
        return self.catalog.ngettext(one, many, number) % {"n": self.number(number), **gaps}

    def number(self, number: int) -> str:
        """Return a count as a text has it: in words to twenty, in figures beyond, thousands parted."""
        names = self.say(SMALL_NUMBERS).split()
        return names[number] if 0 <= number < len(names) else f"{number:,}"

    def join(self, parts: tuple[str, ...]) -> str:
        """Return a list as a text has it: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])


def translatable(sentence: str) -> str:
    """Return the sentence as it is; the name tells the list of sentences to hold it, where `say` is given it later."""
    return sentence


# A language in which number words change with their noun translates this as figures: "0 1 2 3 ...".
SMALL_NUMBERS = translatable(
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)


@cache
def words_in(language: str, catalogs: Path = CATALOGS) -> Words:
    """Return the words of a language; English stands in for every sentence that its catalog lacks."""
    found = gettext.translation(DOMAIN, catalogs, [language.replace("-", "_")], fallback=True)
    return Words(language=language, catalog=found)


def sentence_case(text: str) -> str:
    """Return a sentence that opens with a capital, whatever word it happens to begin with."""
    return text[:1].upper() + text[1:]
