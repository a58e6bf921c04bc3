"""Personal names in a passage, and whose each is: someone who was harmed, or someone who may be named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from sourcebook.extract.risk_words import one_of, risk_words
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.credit_names import is_known_town

Whose = Literal["victim", "other", "unknown"]

_CAPITAL: Final = r"[A-Z\u00c0-\u00de\u0100-\u017f\u0410-\u042f]"
_LETTER: Final = r"[\w\u2019'-]"
_WORD: Final = rf"(?:{_CAPITAL}{_LETTER}*[a-z\u00df-\u017f\u0430-\u044f]{_LETTER}*|{_CAPITAL}\.)"
_LINK: Final = r"(?:bin|binti|bint|ibn|al|el|de|del|della|di|da|dos|du|van|von|der|den|la|le|ben|abu|y|e)"
_NAME: Final = re.compile(rf"(?<![\w\u2019'-]){_WORD}(?:[ ](?:{_LINK}[ ])?{_WORD}|-{_WORD})*")
# As _WORD, and never given back in part: so a list of names is gone through once, however long it is.
_LISTED: Final = rf"(?:{_CAPITAL}(?={_LETTER}*[a-z\u00df-\u017f\u0430-\u044f]){_LETTER}*+|{_CAPITAL}\.)"
_POSSESSIVE: Final = re.compile(r"[\u2019']s?$")
_INITIALS: Final = re.compile(rf"(?:{_CAPITAL}\.[ ]?)+$")
_BEFORE: Final = 90
_AFTER: Final = 130
_NEAR: Final = 60
_A_TITLE: Final = 25


class Name(NamedTuple):
    """A personal name, and the words around it in its sentence."""

    start: int
    end: int
    text: str
    before: str
    after: str
    following: str


def names_in(text: str, sentences: list[tuple[int, int]]) -> Iterator[Name]:
    """Yield what is written as a personal name, in the order of the text; places, bodies and laws are left out."""
    taken = [(match.start, match.end, match.form == "name") for match in countries_in(text)]
    for start, end in sentences:
        for match in _NAME.finditer(text, start, end):
            first, last = _trimmed(text, match.start(), match.end(), opens=match.start() == _opening(text, start))
            if first >= last or any(_is_place(first, last, *place) for place in taken):
                continue
            name = Name(
                first,
                last,
                text[first:last],
                text[max(start, first - _BEFORE) : first],
                text[last : min(end, last + _AFTER)],
                text[end : end + _AFTER],
            )
            if _may_be_personal(name):
                yield name


def _is_place(first: int, last: int, begin: int, stop: int, is_name: bool) -> bool:
    """Tell whether a country in a run of capitals makes it one: not where it can be a first name ("Mali Srisuk")."""
    return begin < last and first < stop and not (is_name and begin == first and stop < last)


def _opening(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _trimmed(text: str, start: int, end: int, *, opens: bool) -> tuple[int, int]:
    """Return a run of capitalised words without the common ones before it and the "'s" after it."""
    if found := _POSSESSIVE.search(text, start, end):
        end = found.start()
    while start < end:
        word = re.match(rf"{_LETTER}+\.?", text[start:end])
        if word is None or word[0].lower().rstrip(".") not in _leading(opens=opens):
            break
        start += word.end()
        while start < end and text[start] in " -":
            start += 1
    return start, end


@cache
def _leading(*, opens: bool) -> frozenset[str]:
    return risk_words("common") | risk_words("titles") | (risk_words("victims") if opens else frozenset())


def _may_be_personal(name: Name) -> bool:
    words = [word.lower().strip(".'\u2019") for word in re.split(r"[ ]", name.text)]
    if any(word in risk_words("bodies") for word in words) or _INITIALS.fullmatch(name.text) or len(name.text) < 3:
        return False
    if all(word in risk_words("common") for word in words) or is_known_town(name.text):
        return False
    if re.match(r"[A-Z]{2}", name.text):
        return False
    return not (_PLACE_BEFORE.search(name.before) or _THING_AFTER.match(name.after) or _NAMED_FOR.search(name.before))


_PLACE_BEFORE: Final = re.compile(
    r"(?:\b(?:in|at|near|into|towards?|around|outside|via|through|across|onto|throughout)\s+(?:the\s+)?(?:\w+ern\s+)?"
    r"|\b(?:city|town|village|port|province|region|district|state|capital|county|island|suburb|municipality|hamlet"
    r"|settlement|oblast|neighbou?rhood)\s+(?:of|called|named)\s+)$"
)
_THING_AFTER: Final = re.compile(
    r"(?:['\u2019]s)?\s+(?:province|region|district|city|county|state|oblast|airport|street|river|prison|market"
    r"|border|law"
    r"|act|case|village|town|island|hotel|bar|club|provinces|border|port|prefecture|governorate|department|foundation"
    r"|(?:Act|Law|Foundation|Street|Centre|Center|Fund|Prize|Award|Village|District|Province|Principles))\b"
)
_NAMED_FOR: Final = re.compile(
    r"\b(?:the|by|to|an?)\s+(?:centre|center|project|programme|campaign|clinic|operation|film|book|novel|song|ship"
    r"|company|magazine|newspaper|NGO|charity|organi[sz]ation"
    r"|group|shelter|network|association|radio|channel|daily|weekly)\s+$|\bNGO\s+$",
    re.IGNORECASE,
)

_AGE: Final = r"(?:aged?\s+)?(?:[1-9]\d?|\w+teen|twelve|eleven|ten|twenty(?:-\w+)?)"
_VICTIM_AFTER: Final = re.compile(
    rf"(?:(?:,\s*|\s*\()(?:who\s+(?:is|was)\s+|then\s+|now\s+|only\s+"
    rf"|just\s+)?{_AGE}(?:\s+years?\s+old)?\)?(?=[,.;:)\s])(?!\s*(?:per|%|months|people|victims|cases))"
    rf"|,?\s+(?:then|now|who\s+(?:was|is)|was|is)?\s*(?:an?|the|then|only|just|barely)?\s*{_AGE}[\s-]years?[\s-]olds?"
    rf"|,\s+(?:an?|the|one of the|their|her|his)\s+(?:[\w-]+\s+){{0,3}}?{one_of('victims')}"
    rf"|,?\s+(?:who\s+)?(?:(?:was|had\s+been|has\s+been|is|got|being)\s+(?:\w+ly\s+|also\s+|then\s+|first\s+"
    rf"|again\s+)?){one_of('done')}"
    rf"|(?:,\s+{_LISTED}(?:\s+{_LISTED})?)*,?\s+and\s+{_LISTED}(?:\s+{_LISTED})?\s+(?:were|had\s+been"
    rf"|have\s+been)\s+(?:\w+ly\s+|both\s+)?{one_of('done')}"
    rf"|,?\s+(?:who\s+)?(?:had\s+|has\s+)?(?:\w+ly\s+)?{one_of('does')}"
    rf"|['\u2019]s?\s+(?:\w+\s+)?{one_of('owned')}"
    r"|,?\s+(?:who\s+)?(?:told|tells|testified|said|says|thought|believed|hoped|wanted|dreamed|agreed|accepted|met"
    r"|answered)\b"
    r"[^.]{0,60}\b(?:(?:she|he)\s+(?:was|had\s+been|and|would|could|thought|did|worked|slept|ran|escaped|had\s+to)"
    r"|(?:a|the)\s+job|her\s+(?:captors?|boss|employers?|pimp|trafficker)|my|I\s+was|promise)"
    r")",
    re.IGNORECASE,
)
_VICTIM_BEFORE: Final = re.compile(
    rf"(?:{one_of('victims')}(?:\s+(?:named|called|known\s+as|identified\s+(?:only\s+)?as|whose\s+name\s+is)|,)?\s+"
    rf"|[1-9]\d?[\s-]year[\s-]old\s+(?:\w+\s+){{0,2}}?"
    r"|\b(?:named|called|identified\s+(?:only\s+)?as|her\s+name\s+(?:is|was)|his\s+name\s+(?:is|was)|name\s+is"
    r"|my\s+name\s+is)\s+"
    rf"|\b{one_of('kin')}\s+of\s+(?:\w+\s+)?"
    rf"|\b(?:sold|raped|rescued|abducted|kidnapped|freed|lured|beat|trafficked|murdered|bought|forced|took|locked"
    rf"|drugged|imprisoned|killed)\s+"
    r"|\b(?:among|of)\s+(?:the|those)\s+(?:\w+\s+)?(?:dead|missing|rescued|freed|injured|returned|survivors"
    r"|victims)\s+(?:was|were|is)\s+"
    r"|\bvictims?\s*(?:\([^)]*\))?[:,]\s+(?:[^.;]{0,50}?(?:,|and)\s+)?"
    r")$",
    re.IGNORECASE,
)
_QUOTED_SELF: Final = re.compile(
    rf"[\"\u201c][^\"\u201d]*\b(?:I|me|my)\b[^\"\u201d]*(?:{one_of('done')}|\bran away|\bescape|\bbeat|\bcried"
    rf"|\braped|\bsold)[^\"\u201d]*[\"\u201d,]+\s*"
    r"(?:said|says|recalled|recalls|told\s+\w+|remembers|explains?|explained|adds?|added)?\s*$",
    re.IGNORECASE,
)
_OTHER_BEFORE: Final = re.compile(
    rf"(?:{one_of('titles', 's?')}[.,]?\s+(?:(?-i:[A-Z])[\w-]+\s+){{0,2}}?"
    rf"|{one_of('offenders', 's?')},?\s+(?:named\s+|called\s+|identified\s+as\s+)?"
    r"|\b(?:by|from|study\s+by|book\s+by|report\s+by|film\s+by|directed\s+by|written\s+by|research\s+by|quoted\s+by"
    r"|photographed\s+by|edited\s+by)\s+"
    r"|\b(?:see|cf\.|eds?\.|in)\s+"
    r"|\b(?:arrested|convicted|sentenced|charged|extradited|indicted|jailed|detained|prosecuted|interviewed|elected"
    r"|appointed)\s+"
    r"|\b(?:Mr|Ms|Mrs|Miss)\.?\s+$(?<!x)"
    r")$",
    re.IGNORECASE,
)
_OTHER_AFTER: Final = re.compile(
    rf"(?:(?:,|\s*\(|\s+is|\s+was)\s*(?:\(?\d\d\)?,?)?\s*(?:an?\s|the\s|its\s|their\s|who\s+(?:is|was)\s|then\s)?\s*"
    rf"(?:[\w'\u2019-]+\s+){{0,4}}?{one_of('offices')}"
    r"|,?\s+of\s+(?:the\s+)?[A-Z]"
    r"|,?\s+(?:et\s+al|and\s+colleagues|\(\s*(?:19|20)\d\d|(?:19|20)\d\d[a-z]?[):,])"
    rf"|,?\s*(?:\(?(?:aged\s+)?\d\d\)?,?)?\s*(?:who\s+)?(?:and\s+[\w .]+?)?(?:(?:was|were|is|are|has\s+been"
    rf"|had\s+been|have\s+been|been)\s+)?(?:\w+ly\s+|also\s+|later\s+)?{one_of('accused')}"
    rf"|,?\s*(?:\(?(?:aged\s+)?\d\d\)?,?)?\s*(?:who\s+)?(?:had\s+|has\s+|allegedly\s+"
    rf"|also\s+)?{one_of('harms')}\s+(?:the\s+|her|him|them|his|at\s+least\s+|a\s+|an\s+|two|three|four|five|dozens"
    rf"|young|more\s+than|up\s+to|some|many|girls|women|men|children|victims|\d)"
    r"|,?\s+(?:who\s+)?(?:was\s+)?(?:re-?)?(?:elected|appointed|took\s+office|came\s+to\s+power|ruled|rules)\b"
    r"|,?\s+(?:who\s+)?(?:runs?|heads|directs|leads|chairs|coordinates|founded|works\s+(?:for|with"
    r"|at)\s+(?:the\s+)?[A-Z]|wrote|writes"
    r"|argues|argued|notes|concludes|estimates|estimated|found\s+that|interviewed|studied|reports|reported"
    r"|investigated|photographed|announced|chaired)\b"
    r"|['\u2019]s?\s+(?:trial|conviction|gang|network|ring|sentence|accomplices?|lawyer|appeal|book|article|study"
    r"|report|research|film|estimate|estimates|office|government|administration|speech|cartel|brothel|brothels|bar"
    r"|farm|victims|visit|work|team)"
    r")",
    re.IGNORECASE,
)


def whose(name: Name) -> Whose:
    """Return whose name it is, as the words around it tell."""
    if _RELIGIOUS.search(name.before) or (
        _KIN_OF_ACCUSED.search(name.before) and _ACCUSED.search(name.before + name.after)
    ):
        return "other"
    if _OTHER_AFTER.match(name.after) and not _harmed_first(name):
        return "other"
    if _OTHER_BEFORE.search(name.before) and not _VICTIM_BEFORE.search(name.before):
        return "other"
    return "victim" if _is_harmed(name) else "unknown"


def _is_harmed(name: Name) -> bool:
    if _AND_BEFORE.search(name.before) and _WERE_AFTER.match(name.after):
        return True
    if _VICTIM_BEFORE.search(name.before) or _VICTIM_AFTER.match(name.after):
        return True
    return _QUOTED_SELF.search(name.before) is not None


_SAID: Final = re.compile(r"[\"\u201d,]\s*(?:said|says|recalls|recalled|explained|added|whispered|remembers)\s+$")
_LATER_HARMED: Final = re.compile(rf"\b(?:she|he)\s+(?:was|had\s+been)\s+(?:\w+ly\s+)?{one_of('done')}", re.IGNORECASE)
_NOT_OF_PERSONS: Final = re.compile(
    r"\b(?:the|an?|from|to|for|towards?|in|at|of|near|or|like|than|between|with|on|via|reach(?:ed)?|leav\w+|left"
    r"|cross\w*"
    r"|called|v\.|versus|in\s+the|city|north|south|east|west)\s+$|[\"\u201c(]$|\d\s*$",
    re.IGNORECASE,
)
_OPENS_AS_PERSON: Final = re.compile(
    r",\s+who\b|\s+(?:told|tells|said|says|thought|knew|remembers|recalls|spent|came|went|left|was|had|is|has)\b"
    r"[^.]{0,90}\b(?:she|her|he|his|him)\b"
)
_ACTS: Final = re.compile(
    r"\s+(?:[a-z]+ed|[a-z]+s|fell|woke|ran|wept|went|came|gave|took|saw|told|said|left|is|was|had|did|thought|knew"
    r"|home|back|at|in|on|to|from|for|with|and(?=\s+(?:her|his|gives?|\w+ed)\b))\b|,|['\u2019]s"
)


def is_title_case(text: str) -> bool:
    """Tell whether most words of a text have a capital, as a title's do, so that capitals tell nothing."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) < _A_TITLE and sum(word[0].isupper() for word in words) > 0.6 * len(words)


def may_be_harmed(name: Name) -> bool:
    """Tell whether a name of which nothing is said stands in a sentence about one person, so that it may be theirs."""
    if _SAID.search(name.before) and _LATER_HARMED.search(name.following):
        return True
    if _NOT_OF_PERSONS.search(name.before):
        return False
    words = name.text.split()
    if any(sum(letter.isupper() for letter in word) > 1 for word in words if "." not in word and "-" not in word):
        return False
    if len(words) > 1:
        return _ACTS.match(name.after) is not None or not name.after.strip(" .\n")
    if not name.before.strip() or name.before.endswith("- "):
        return _OPENS_AS_PERSON.match(name.after) is not None
    return re.search(r"\b(?:she|her|he|his|him)\b", name.after) is not None


_AND_BEFORE: Final = re.compile(rf"{_WORD}(?:\s+{_WORD})?,?\s+and\s+$")
_WERE_AFTER: Final = re.compile(
    rf"\s+(?:were|had\s+been|have\s+been)\s+(?:\w+ly\s+|both\s+)?{one_of('done')}", re.IGNORECASE
)
_RELIGIOUS: Final = re.compile(r"\b(?:Sister|Father|Brother|Mother|Padre|Fr\.|Sr\.)\s+$")
_KIN_OF_ACCUSED: Final = re.compile(rf"\b(?:his|her|their)\s+{one_of('kin')}\s+$", re.IGNORECASE)
_ACCUSED: Final = re.compile(one_of("accused"), re.IGNORECASE)


def _harmed_first(name: Name) -> bool:
    """Tell whether a name is called a victim's right beside it, whatever office or charge comes after."""
    return bool(_VICTIM_BEFORE.search(name.before)) and not re.match(r"\s*,", name.after)


_CHANGED: Final = re.compile(
    r"\bnames?\b[^.]{0,40}\b(?:changed|altered|withheld|fictitious|invented|protected|disguised|concealed)\b"
    r"|\b(?:pseudonyms?|aliases|assumed names?|fictitious names?|not (?:her|his|their|a|the) (?:real|true"
    r"|actual) names?"
    r"|not real names?|invented names?|name (?:is|was) (?:not real|made up))\b"
    r"|\bchanged (?:her|his|their|the) names?\b|\breal names? (?:is|are|was|were|has|have) (?:been )?(?:withheld"
    r"|not|known)",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"\b(?:we|I|let us|let's)\s+(?:will\s+|shall\s+|'ll\s+)?call(?:ed)?\s+(?:her|him|them)\s+$|\b(?:whom"
    r"|who)\s+(?:we|I)\s+(?:will\s+|shall\s+)?call\s+$",
    re.IGNORECASE,
)


def declarations(text: str) -> list[re.Match[str]]:
    """Return where a passage says of names that they are not true ones."""
    return list(_CHANGED.finditer(text))


def declared(text: str, name: Name, said: list[re.Match[str]]) -> bool:
    """Tell whether what a passage says of names, as `declarations` found it, says that this one is not the true one."""
    if text[name.end : name.end + 1] == "*" or _CALLED.search(name.before):
        return True
    return any(_OF_ALL.search(found[0]) or _beside(name, found) or _same_name(text, name, found) for found in said)


_OF_ALL: Final = re.compile(r"names|pseudonyms|aliases", re.IGNORECASE)


def _beside(name: Name, found: re.Match[str]) -> bool:
    return 0 <= found.start() - name.end <= _NEAR or name.start - _NEAR <= found.start() < name.start


def _same_name(text: str, name: Name, found: re.Match[str]) -> bool:
    """Tell whether the declaration stands near another mention of the same name."""
    first = name.text.split()[0]
    return re.search(rf"\b{re.escape(first)}\b", text[max(0, found.start() - 80) : found.end() + 40]) is not None
