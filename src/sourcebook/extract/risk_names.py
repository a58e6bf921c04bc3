"""What is written as a personal name in a passage, and how likely it is to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from sourcebook.extract.risk_words import one_of, risk_words
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.credit_names import is_known_town
from sourcebook.vocabulary.name_words import is_city, is_english, is_personal, is_word_as_name


def _ranges(letters: list[int]) -> str:
    """Return code points as the inside of a character class."""
    made = []
    for _, run in groupby(enumerate(letters), key=lambda pair: pair[1] - pair[0]):
        points = [point for _, point in run]
        made.append(f"{chr(points[0])}-{chr(points[-1])}" if len(points) > 1 else chr(points[0]))
    return "".join(made)


UPPER: Final = "[" + _ranges([point for point in range(0x41, 0x2000) if chr(point).isupper()]) + "]"
"""One capital letter of any script that has them."""
UP: Final = rf"(?-i:{UPPER})"
"""A capital letter, also in a pattern that is blind to them."""
LETTER: Final = r"[\w\u2019'\u02bc-]"
WORD: Final = rf"(?:{UPPER}(?:(?![A-Z]{{2}}){LETTER})+|{UPPER}\.)"
NAMED: Final = rf"(?-i:{WORD}(?:[ -]{WORD}){{0,3}})"
"""One name of up to four words, also in a pattern that is blind to capitals."""
CAPITAL: Final = rf"(?-i:{UPPER}{LETTER}+(?:[ -]{UPPER}{LETTER}+){{0,2}})"
"""What may be the name of a place, also in a pattern that is blind to capitals."""
_LINK: Final = (
    r"(?:bin|binti|binte|bint|ibn|ould|mint|al|el|de|del|della|di|da|dos|das|du|van|von|der|den|la|le|ben|abu|ag|wa"
    r"|y|e)"
)
# A family name in capitals ("Blessing OKORO") belongs to the name.
_RUN: Final = re.compile(
    rf"(?<![\w\u2019'-]){WORD}(?:(?:[ ]|-)(?:{_LINK}[ ](?:{_LINK}[ ])?)?(?:{WORD}|{UPPER}{{3,}}(?![\w-])))*"
    rf"|(?<![\w\u2019'-]){UPPER}{{3,}}(?:[ ]{WORD})+"
)
_POSSESSIVE: Final = re.compile(r"[\u2019']s?$")
_INITIALS: Final = re.compile(rf"(?:{UPPER}\.[ -]?)+$")
_BEFORE: Final = 110
_AFTER: Final = 150
_FEW: Final = 40
_A_TITLE: Final = 25
_SHORT: Final = 3
_ACRONYMS: Final = frozenset(("ngo", "mp", "inc"))

_ARTICLES: Final = frozenset(("la", "el", "los", "las", "le", "les", "il", "al", "die", "der", "das", "o", "os"))
# Endings of common nouns in languages in which laws and bodies are often cited.
_FOREIGN: Final = re.compile(
    r"(?:ci\u00f3n|ci\u00f3nes|dad|miento|encia|ancia|ismo|i\u00e7\u00e3o|\u00e7\u00e3o|ique|iste|tion|ment|logie"
    r"|eur|aise|nacional|ario|aria|ista"
    r"|ilor|ului|schaft|ung|heit|ische|isation)$"
)
SURE: Final = 4
LIKELY: Final = 3
MAYBE: Final = 2
FAINT: Final = 1
"""A city's name, or an English word, that can be a person's only where it is called one."""


class Name(NamedTuple):
    """What is written as a name, the words around it in its sentence, and how likely it is a person's (1 to 3)."""

    start: int
    end: int
    text: str
    before: str
    after: str
    following: str
    preceding: str
    likely: int


def names_in(text: str, sentences: list[tuple[int, int]]) -> Iterator[Name]:
    """Yield what may be personal names, in the order of the text; places, bodies, laws and plain words are left out."""
    taken = [(match.start, match.end, match.form == "name") for match in countries_in(text)]
    peoples = {start: end for start, end, is_name in taken if not is_name}
    at = 0
    for start, end in sentences:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        opening = _opening(text, start)
        for match in _RUN.finditer(text, start, end):
            led = match.start()
            while led in peoples and peoples[led] < match.end():
                led = peoples[led] + 1
            first, last = _trimmed(text, led, match.end(), opens=led == opening)
            likely = _chance(text, first, last, end)
            country = first < last and _has_country(taken, at, text, first, last)
            if (
                not likely
                or country
                or _ends_as_thing(text[match.start() : first])
                or _OPPOSED.search(text, start, first)
            ):
                continue
            led_from = max(0, start - 40) if _SHORTENED.search(text, max(0, start - 8), start) else start
            before, after = text[max(led_from, first - _BEFORE) : first], text[last : min(end, last + _AFTER)]
            if _is_thing(before, after, likely) or _is_listed_place(before, after):
                continue
            around = text[end : end + _AFTER], text[max(0, start - _AFTER) : start]
            yield Name(first, last, text[first:last], before, after, *around, likely)


_OPPOSED: Final = re.compile(r" vs?\. $")


def _chance(text: str, first: int, last: int, end: int) -> int:
    """Return how likely a run of words is a name, by what they are or by what is told of them."""
    if first >= last:
        return 0
    return _likeliness(text[first:last]) or _as_told(text[first:last], text[last : min(end, last + _FEW)])


def _has_country(taken: list[tuple[int, int, bool]], at: int, text: str, first: int, last: int) -> bool:
    """Tell whether a country in a run makes it a place: not where it can be a part of a name ("Mali Srisuk")."""
    named = is_personal(text[first:last].split(maxsplit=1)[0])
    while at < len(taken) and taken[at][0] < last:
        begin, stop, is_name = taken[at]
        part = is_name and first < stop and (stop < last or (named and begin > first))
        if first < stop and not part:
            return True
        at += 1
    return False


def _opening(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _trimmed(text: str, start: int, end: int, *, opens: bool) -> tuple[int, int]:
    """Return a run of capitalised words without the common ones and titles before it and the "'s" after it."""
    if found := _POSSESSIVE.search(text, start, end):
        end = found.start()
    cut = _CUT.fullmatch(text, start, end) is not None and _GOES_ON.match(text, end) is not None
    while start < end and not cut:
        word = re.match(rf"{LETTER}+\.?", text[start:end])
        if word is None or not _is_leading(word[0].lower().rstrip("."), opens=opens, alone=start + word.end() >= end):
            break
        start += word.end()
        while start < end and text[start] in " -":
            start += 1
    return start, end


def _ends_as_thing(led: str) -> bool:
    """Tell whether the words before a name in a run end in a body's or a place's ("Project Hope", "Lake Victoria")."""
    words = led.lower().split()
    return bool(words) and words[-1] in risk_words("bodies") - risk_words("titles") - risk_words("common")


def _is_leading(word: str, *, opens: bool, alone: bool) -> bool:
    """Tell whether a capitalised word before others is none of a name's: common, a title, or just English."""
    if (
        word in risk_words("common")
        or word in risk_words("titles")
        or _LEARNED.search(word)
        or (opens and word in risk_words("victims"))
    ):
        return True
    return not alone and len(word) > 2 and is_english(word) and not is_word_as_name(word) and not is_personal(word)


_LEARNED: Final = re.compile(
    r"(?:ologist|ographer|ologue|\u00f3logo|\u00f3loga|\u043b\u043e\u0433|\u043e\u0432\u0435\u0434)$"
)


@lru_cache(maxsize=8192)
def _likeliness(name: str) -> int:
    """Return how likely words are a personal name, by what they are: 0 for a place, a body, or words of English."""
    words = [word.lower().strip(".'\u2019") for word in name.split()]
    if _is_no_name(name) or _names_body(words, name.split()) or _opens_as_thing(words):
        return 0
    if len(words) == 1:
        return 0 if name.isupper() else _of_one_word(name, words[0])
    if is_known_town(name) or is_city(name):
        return 0
    plain = [word for word in words if (is_english(word) or _FOREIGN.search(word)) and not is_personal(word)]
    return _of_several(words, plain, known=_is_given(words[0]) or is_word_as_name(words[0]))


def _is_no_name(name: str) -> bool:
    return len(name) < len("Li") or any(map(str.isdigit, name)) or _INITIALS.fullmatch(name) is not None


def _names_body(words: list[str], written: list[str]) -> bool:
    """Tell whether words name a body or a thing; an article inside a name is none, nor is "Ngo" in small letters."""
    return any(
        word in risk_words("bodies")
        and (at == 0 or word not in _ARTICLES)
        and (word not in _ACRONYMS or as_written.isupper())
        for at, (word, as_written) in enumerate(zip(words, written, strict=True))
    )


def _opens_as_thing(words: list[str]) -> bool:
    return words[0] in _ARTICLES and not any(map(is_personal, words[1:2]))


def _is_given(word: str) -> bool:
    return is_personal(word) or is_personal(word.split("-", maxsplit=1)[0])


def _of_one_word(name: str, word: str) -> int:
    known = _is_given(word)
    if is_known_town(name) or is_city(name):
        return MAYBE if known else FAINT
    if known and len(word) > _SHORT:
        return SURE
    return MAYBE if known or not is_english(word) or is_word_as_name(word) else 0


_AGED: Final = re.compile(
    r",?\s+(?:who\s+)?(?:is|was|turned|had\s+turned)\s+(?:only\s+|just\s+|barely\s+)?(?:\w+teen|ten|eleven|twelve"
    r"|twenty(?:-\w+)?|\d\d)\b"
    r"(?!\s*(?:per|%|million|percent))|,\s+(?:aged\s+)?\d\d,"
)


# A surname that is cut to its first letter, where no sentence ends ("Maral A., taken in Istanbul").
_CUT: Final = re.compile(rf"[^\W\d_]{{3,}} {UPPER}\.")
_GOES_ON: Final = re.compile(r"[,'\u2019]|,? [a-z]")


def _as_told(word: str, after: str) -> int:
    """Return how likely an English word is a name, by an age beside it ("Glory was nineteen") or an initial in it."""
    if _CUT.fullmatch(word) and _GOES_ON.match(after):
        return MAYBE
    is_word = word.isalpha() and len(word) > 3 and not word.isupper() and is_english(word.lower())
    barred = (
        word.lower() in risk_words("bodies")
        or word.lower() in risk_words("common")
        or word.lower() in risk_words("victims")
    )
    return FAINT if is_word and not barred and _AGED.match(after) else 0


def _of_several(words: list[str], plain: list[str], *, known: bool) -> int:
    named = any(is_personal(word) for word in words) or known
    odd = [word for word in plain if not is_word_as_name(word) and len(word) > 3]
    if known and len(odd) <= 1 and len(words) < 6:
        return SURE
    inside = len(words) > 2 and not {words[0], words[-1]} & set(odd)
    if (odd and not inside) or len(words) > 5:
        return MAYBE if named and len(odd) <= 1 else 0
    return SURE if named else LIKELY


# A shortened title at which a sentence seems to end.
_SHORTENED: Final = re.compile(
    r"\b(?:Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Insp|Supt|Adm|Hon|Rev|Msgr|Prof|Dr|Atty|Det|Amb)\.\s*$",
)
_PLACE_BEFORE: Final = re.compile(
    rf"(?:\b{one_of('street_types')}(?:\s+\d+)?,\s+|\b{one_of('street_openers')}\s+(?:(?:de|del|dei|degli|della"
    rf"|delle|di|da|das|do|dos|la|las|los)\s+)*|"
    r"(?<!took )(?<!taken )(?<!takes )(?<!take )\b(?:in|at|near|into|towards?|around|outside|via|through"
    r"|across|round|onto|throughout|reach(?:ed)?|cross\w*|left"
    r"|leav\w+|north|south|east|west|in\s+the|city|inside)\s+(?:the\s+)?(?:\w+ern\s+)?"
    r"|\b(?:city|town|village|port|province|region|district|state|capital|county|island|suburb|municipality|hamlet"
    r"|valley"
    r"|settlement|oblast|neighbou?rhood|villages|towns|cities|districts|provinces|places|areas|settlements"
    r"|regions|river|lake|mount|cape|bay|borough|slums?|camp|quarter|ranch|farm|estate|mine"
    r"|plant)"
    r"(?:\s+(?:of|called|named|such\s+as|like|including))?\s+)$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    r"(?<!took )(?<!taken )(?<!takes )(?<!take )\b(?:in|at|near|into|around|outside|through|across|inside"
    r"|throughout)\s+(?:\w+ern\s+)?$",
    re.IGNORECASE,
)
_MOVES_BEFORE: Final = re.compile(r"\b(?:to|from|of|between|beyond|or)\s+(?:\w+ern\s+)?$", re.IGNORECASE)
_THING_AFTER: Final = re.compile(
    r"\s*&\s|(?:['\u2019]s)?\s+(?:province|region|district|city|county|state|oblast|airport|street|river|prison"
    r"|market"
    r"|border|law|act|village|town|island|hotel|bar|club|provinces|port|prefecture|governorate|department|foundation"
    r"|commune|municipality|neighbou?rhood|square|bridge|valley|camp|settlement|hamlet|parish|township|slum"
    r"|(?:Act|Law|Foundation|Street|Centre|Center|Fund|Prize|Award|Village|District|Province|Principles|Protocol"
    r"|Declaration|Convention|Report|House|Project|Network|University|College|Airport|Hospital|Square|Bridge|Lake))\b"
)
_NAMED_FOR: Final = re.compile(
    r"\b(?:the|by|to|an?|from|of|with)\s+(?:[\w-]+\s+)?(?:centre|center|project|programme|campaign|clinic|operation"
    r"|film"
    r"|book|novel|song|ship|vessel|boat|trawler|ferry|dhow|company|firm|magazine|newspaper|website|NGO|charity"
    r"|organi[sz]ation"
    r"|group|shelter|network|association|radio|channel|daily|weekly|foundation|programme|album|play|opera"
    r"|musical|hotel"
    r"|bar|club|nightclub|restaurant|tribe|clan|storm|typhoon|hurricane|cyclone)\s+(?:called\s+"
    r"|named\s+)?[\"\u201c\u2018]?$"
    r"|\b(?:named\s+(?:after|for)|its\s+name\s+(?:from|to)|in\s+hono[u]?r\s+of|called\s+after)\s+(?:[\w-]+\s+){0,4}$"
    r"|\b(?:NGO|(?:MV|FV|SS|HMS|MS)|Operation|Hurricane|Typhoon|Cyclone|Storm|Saint|St\.?|Santa|San|Santo"
    r"|Our\s+Lady\s+of)"
    r"\s+(?:\w+\s+)?$"
    r"|\b(?:[\w-]*(?:vessel|ship|boat|trawler|ferry|jigger|liner|seiner|tanker|freighter|carrier)|hurricane"
    r"|typhoon|cyclone"
    r"|storm)s?\s+(?:the\s+)?[\"\u201c\u2018]?$"
    r"|(?i:\b(?:hurricane|typhoon|cyclone|storm)s?\b)[^.;]{0,50}$"
    r"|(?-i:\b[A-Z]\w+(?:'s|\u2019s)?\s+(?:v\.|vs\.?|versus)\s+)$",
    re.IGNORECASE,
)
_ARE_PLACES: Final = re.compile(
    rf"(?:(?:,\s+{CAPITAL}){{0,5}},?\s+and\s+{CAPITAL})?(?:,\s+\w+,)?\s+(?:is|are|were)\s+(?:the\s+|an?\s+"
    rf"|among\s+the\s+)?(?:[\w-]+\s+){{0,3}}?"
    r"(?:towns?|cities|villages?|points?|municipalit(?:y|ies)|districts?|provinces?|ports?|settlements?|streets?"
    r"|places?|regions?)\b"
)
_AMONG_PLACES: Final = re.compile(
    rf"\b(?:in|at|near|between|through"
    rf"|around)\s+(?:{CAPITAL},\s+){{0,5}}{CAPITAL},?\s+and\s+$"
)
_THING_TOLD: Final = re.compile(
    r"\s*(?:,|\(|\u2013|\u2014|\s(?:is|was))\s*(?:an?|the|another"
    r"|one\s+of\s+the)\s+(?:[\w-]+\s+){0,4}?(?:organi[sz]ations?|NGO|charity"
    r"|group|shelter|company|town|village|city|island|region|river|ship|vessel|freighter|ferry|newspaper|magazine"
    r"|law|suburb|district"
    r"|province|port|settlement|hamlet|cooperative|association|foundation|network|agency|firm|brand|hotel|bar|club"
    r"|ranch|lake|tribe"
    r"|people|language|festival|holiday|goddess|storm|programme|program|project|campaign|film|novel|song|coalition"
    r"|umbrella)"
    r"(?=\s*[,.;)]|\s+(?:of|in|on|at|near|founded|that|which|run|for|with|where|whose|based|set|between|called|by)\b)"
)
_LAW_AFTER: Final = re.compile(
    r"['\u2019]s?\s+(?:law|act|rule|list|house|place|code)\b|\s+(?:v\.|vs\.?|versus)\s|\s+and\s+(?:Others|Another)\b"
)


def _is_thing(before: str, after: str, likely: int) -> bool:
    """Tell whether the words beside a name make it that of a place, a body, a law, a ship or a storm."""
    if _NAMED_FOR.search(before) or _THING_AFTER.match(after) or _LAW_AFTER.match(after) or _THING_TOLD.match(after):
        return True
    if _PLACE_BEFORE.search(before) and (likely < SURE or _WITHIN.search(before)):
        return not after.startswith(("'s", "\u2019s"))
    return likely <= MAYBE and _MOVES_BEFORE.search(before) is not None


_LIST_BEFORE: Final = re.compile(rf"\b((?:{CAPITAL},\s+)*{CAPITAL}),?\s+(?:and|or)\s+$")
_LIST_AFTER: Final = re.compile(
    rf"(?:(?:,\s+{CAPITAL}){{0,6}},?\s+(?:and|or)\s+{CAPITAL})(?!\s+(?:was|were|had"
    rf"|who))"
)
_CAPITALS: Final = re.compile(CAPITAL)


def _is_listed_place(before: str, after: str) -> bool:
    """Tell whether a word stands in a list with a city or a town ("Charlotte, Madison and Austin")."""
    closes = before.endswith((" and ", " or "))
    if _ARE_PLACES.match(after) or (closes and _AMONG_PLACES.search(before)):
        return True
    listed = closes and _LIST_BEFORE.search(before), _LIST_AFTER.match(after)
    lists = [found[0] for found in listed if found]
    return any(_is_place(name) for listed in lists for name in _CAPITALS.findall(listed))


def _is_place(name: str) -> bool:
    words = name.lower().split()
    known = is_city(name) or is_known_town(name) or any(found.form == "name" for found in countries_in(name))
    return known or (len(words) > 1 and words[0] in risk_words("bodies"))


def is_title_case(text: str) -> bool:
    """Tell whether most words of a text have a capital, as a title's do, so that capitals tell nothing."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) < _A_TITLE and sum(word[0].isupper() for word in words) > 0.6 * len(words)


_CITED: Final = re.compile(
    r"https?://|www\.|\[(?:online|cited|accessed|blog|source on file|previously online|on file)|\bdoi:|\bISBN\b"
    r"|\bpp?\. ?\d|\bVol\. ?\d"
    r"|\b(?:Retrieved|Available|Accessed) (?:from|at|on)\b"
)
_ONE_PERSON: Final = re.compile(r"\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im)\b")


def is_reference(text: str) -> bool:
    """Tell whether a text is a reference to a work, with its authors and where it stands, and tells of nobody."""
    return len(text) < 600 and _CITED.search(text) is not None and _ONE_PERSON.search(text) is None
