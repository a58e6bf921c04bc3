"""What identifies without a name: an age with a small place, an address, the number of a case or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sourcebook.extract.risk_words import one_of, risk_words
from sourcebook.model.kinds.risk import RiskKind
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.credit_names import is_known_town


class Trace(NamedTuple):
    """Words that may lead to a person, and how."""

    kind: RiskKind
    start: int
    end: int


_NUMBER_WORD: Final = (
    r"(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[- ]\w+)?|ten|nine|eight|seven|six|five|four)"
)
_ONE_AGE: Final = re.compile(
    rf"\b(?:(?:[1-9]\d?|{_NUMBER_WORD})[\s-]years?[\s-]old\b(?!s)(?!\s+(?:girls|boys|women|men|children|teenagers"
    rf"|victims|youths|industry|law|practice|civil|war|conflict|problem|programme|program|ban|shelter|organi[sz]ation))"
    rf"|\b(?:aged|age)\s+(?:of\s+)?(?:[1-9]\d?|{_NUMBER_WORD})\b(?!\s*(?:to|and|or|-|\u2013|years?\s+(?:and"
    rf"|or)\s+(?:over|under|older|younger|above))\s*\d?)"
    rf"|\b(?:girl|boy|child|woman|man|daughter|son|student|youth)\s+of\s+(?:[1-9]\d?|{_NUMBER_WORD})\b"
    rf"|\b(?:who\s+(?:is|was)|she\s+(?:is|was)|he\s+(?:is|was)|turned)\s+(?:only\s+|just\s+)?(?:[1-9]\d?"
    rf"|{_NUMBER_WORD})\b(?=\s*[,.;]|\s+when)"
    r"|\bin\s+(?:her|his)\s+(?:early\s+|mid-?\s?|late\s+)?(?:teens|twenties|thirties|forties|fifties|sixties)\b"
    r"|(?<=[a-z.\"\u201d\u2019],\s)[1-9]\d(?=,\s))",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:girls|boys|women|children|men|them|they|their|victims|minors|those)\b", re.IGNORECASE
)
_ONE_PERSON: Final = re.compile(
    r"\b(?:one|her|his|she|he|another)\b|\b(?:girl|boy|woman|child|victim|survivor|daughter"
    r"|son|teenager|student|mother)\b",
    re.IGNORECASE,
)
_CAPITAL: Final = r"[A-Z\u00c0-\u00de][\w\u2019'-]+(?:[ ](?:[A-Z\u00c0-\u00de][\w\u2019'-]+))?"
_SMALL_PLACE: Final = re.compile(
    rf"(?:{one_of('small_places')}|\b(?:small\s+)?town)\s+(?:of|called|named)\s+(?P<of>{_CAPITAL})"
    rf"|\b(?:Barangay|Sitio|Kampung|Kampong|Desa|Aldea|Colonia|Vereda|Caser\u00edo|Kebele|Woreda|Hamlet|Purok"
    rf"|Mahalla|hamlet)\s+(?P<by>{_CAPITAL}|\d+)"
    rf"|(?P<own>{_CAPITAL})\s+(?:village|hamlet|settlement|township|parish|slum|barangay|kebele|camp)\b"
)
_FROM_PLACE: Final = re.compile(
    rf"\b(?:from|in|of|near|outside)\s+(?:the\s+)?(?P<place>{_CAPITAL})"
    r"(?=,\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:village|hamlet|settlement|small\s+town|farming\s+town|mining\s+town)"
    r"|\s*,|\s*[.;]|\s)"
)
_SCHOOL: Final = re.compile(
    rf"(?:\b(?:{_CAPITAL})\s+(?:Primary|Secondary|High|Middle|Boarding|Girls'|Boys')?\s*(?:School|Orphanage"
    rf"|Kindergarten|Lyceum|Gymnasium|Internat)\b"
    r"|\b(?:School|Orphanage|Internat|Boarding School|Gymnasium|Lyceum|Kindergarten)\s+(?:No\.?|Number|\u2116|#)\s*\d+)"
)
_STREET: Final = (
    r"(?:Street|Str\.|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Boulevard|Blvd\.?|Drive|Close|Crescent|Alley"
    r"|Square|Highway|Way|Court|Terrace|Prospekt|Sokak|Caddesi|Gata|gatan|stra\u00dfe|strasse|straat"
    r"|vej|utca)"
)
_ADDRESS: Final = re.compile(
    r"\b[A-Z\u00c0-\u00de][\w-]+(?:stra\u00dfe|strasse|gasse|weg|platz|allee|straat|laan|gatan|v\u00e4gen|vej|gade"
    r"|katu)\s+\d{1,4}[a-z]?\b|"
    rf"\b\d{{1,5}}[A-Za-z]?(?:[/-]\d+)?,?\s+(?:[A-Z\u00c0-\u00de][\w\u2019'.-]*\s+){{0,3}}?(?:[A-Z][\w-]*{_STREET}"
    rf"|{_STREET})(?![a-z])"
    rf"|\b(?:[A-Z\u00c0-\u00de][\w\u2019'-]+\s+){{1,3}}{_STREET},?\s+(?:No\.?\s*)?\d{{1,5}}[a-zA-Z]?\b"
    r"|\b(?:ulitsa|ul\.|ulica|rue|calle|via|rua|avenida|av\.|bulevar|bd\.|str\.|strada|jalan|jl\.|prospekt|pr\."
    r"|vulitsa|vul\.|vulytsia|sokak)\s+(?:[\w\u2019'.-]+\s+){0,3}?(?:[\w\u2019'.-]+,?\s+)(?:No\.?\s*)?\d{1,4}\b"
    r"|\b\d{1,4},?\s+(?:rue|calle|impasse|all[\u00e9e]e|quai|chemin|passage|place|cours|carrera|jir[\u00f3o]n|viale"
    r"|piazza|corso|vicolo|travessa|rua|ulitsa|ul\.|avenue|boulevard|bd\.)\s+(?:d[eu]s?\s+|la\s+"
    r"|le\s+)*[A-Z\u00c0-\u00de][\w\u2019'-]+"
    r"|\b(?:Area|Block|Sector|Phase|Zone|Ward|Section|Unit|House|Plot|Stand|Flat|Door|Lot|Stairway|Staircase|Building)"
    r"\s+(?:No\.?\s*)?\d+\w?,\s+(?:House|Plot|Flat|Block|Street|Ward|Door|Room|Unit|Apartment|Floor|Lot"
    r"|Building)\s+(?:No\.?\s*)?\d+"
    r"|\b(?:flat|apartment|apt\.?|room|house|plot|block|unit|villa|building|floor)\s+(?:no\.?|number|#"
    r"|\u2116)?\s*\d{1,5}[a-zA-Z]?\b(?=[^.]{0,40}\b(?:Street|Road|Avenue|Lane|block|estate|building|district"
    r"|quarter|compound|village|Block|Estate|Court|Towers?|House|Heights|ulitsa|street))",
)
_BODY_NEAR: Final = re.compile(
    r"\b(?:office|offices|embassy|consulate|ministry|headquarters|headquartered|secretariat|department|court"
    r"|police station|bureau|press|publisher|university|library|centre's|registered|"
    r"organi[sz]ation|NGO|foundation|institute|agency|commission|hotline|conference|seminar|hotel|write to|send"
    r"|visit us|mail|postal|printed|published|IOM|UNODC|ILO|company|council|parliament|based at|station|museum"
    r"|church|mission)\b",
    re.IGNORECASE,
)
_LIVES: Final = re.compile(
    rf"\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)|home|house|held|kept|locked|shelter(?:ed)?"
    rf"|safe\s*house|refuge|flat|apartment|hid(?:es|den|ing)?|moved|parents|mother|family|her|his|{one_of('done')})\b",
    re.IGNORECASE,
)
_SHELTERED: Final = re.compile(r"\b(?:shelter|safe\s*house|refuge|transit\s+house|halfway\s+house)\b", re.IGNORECASE)
_CASE: Final = re.compile(
    r"\b(?:(?:criminal|court|police|asylum|civil)\s+)?(?:case|docket|file|dossier|proceedings|complaint|indictment"
    r"|FIR|OB|police\s+report|claim|petition|investigation)\s*(?:file\s*)?"
    r"(?:no\.?|nos\.?|number|nr\.?|n[\u00b0\u00ba]|\u2116|#"
    r"|ref(?:erence)?\.?(?:\s+no\.?)?)[:\s]*(?=[\w/.-]*\d)[\w/.()-]+"
    r"|\b(?:case|docket|file|dossier)[:\s]+(?=[A-Z\d]*[/-])(?:[A-Z]{0,5}[-/. ]?)\d[\w]*(?:[/-][\w.]+)+"
    r"|\b\d{0,3}[A-Z]{2,4}[-/]\d{2,6}[-/](?:19|20)?\d\d\b(?=[^.]{0,30}\b(?:case|victim|file|complain))",
    re.IGNORECASE,
)
_NOT_A_CASE: Final = re.compile(
    r"\b(?:convention|resolution|law|decree|article|protocol|regulation|directive|order|act|act's|document"
    r"|application|project|report|bill|recommendation)\s+$",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"\b(?:passport|identity\s+card|ID(?:\s+card)?|identification|visa|permit|birth\s+certificate|social\s+security"
    r"|national\s+insurance|registration|licen[cs]e\s+plate|number\s+plate|insurance)[,:]?\s*(?:[Nn]o\.?|number"
    r"|[Nn]r\.?|\u2116|#)?[:\s]*(?:was\s+|is\s+)?(?=[A-Z0-9 -]*\d{3})[A-Z]{0,3}[ -]?\d[\d -]{3,}[A-Z]?\b",
)
_PHONE: Final = re.compile(r"(?<![\d.,/-])\+?\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}(?![\d/-])")
_YEARS: Final = re.compile(r"\(?(?:19|20)\d\d\)?(?:[\s./-]+\(?(?:19|20)\d\d\)?)+")
_EMAIL: Final = re.compile(
    r"\b[\w.+-]+@[\w-]+\.[\w.]+\b|(?<=\s)@[A-Za-z]\w{3,}\b|\b(?:facebook|instagram|vk|t)\.(?:com|me)/[\w.]+"
)
_HANDLE: Final = re.compile(
    r"\b(?:facebook|instagram|tiktok|telegram|whatsapp|viber|vk|snapchat|wechat|imo|odnoklassniki|profile|account"
    r"|user\s?name|handle|user|nickname"
    r"|page)\b\W{0,3}(?:(?:name|id|profile|account|page|as|is|was|under|called|of)\W{1,3}){0,4}[\"\u201c]?"
    r"(?P<handle>@?[a-z0-9]+(?:[._-][a-z0-9]+)+(?!\.(?:com|org|net))|@\w{3,}|[a-z]+_?\d{2,}\w*)(?![\w/])",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"\b(?:her|his|victim'?s?|survivor'?s?|mother'?s?|father'?s?|family'?s?|girl'?s?|daughter'?s?|sister'?s?"
    r"|parents'?|uncle'?s?|husband'?s?|brother'?s?|relatives'?)\b"
    r"[^.!?]{0,60}$",
    re.IGNORECASE,
)
_REACHED_NEAR: Final = re.compile(
    r"\b(?:her|she|his|he|victim|survivor|girl|boy|daughter|son|mother|father|family)\b", re.IGNORECASE
)
_PUBLIC: Final = re.compile(
    r"\b(?:hotline|helpline|toll[- ]free|call\s+us|embassy|office|website|press|contact\s+the|IOM|NGO|police\s+on"
    r"|fax|report\s+it|dial|for\s+(?:help|information))\b",
    re.IGNORECASE,
)
_BIRTH: Final = re.compile(
    r"\b(?:born\s+(?:on\s+|in\s+\w+\s+on\s+|(?=\d{1,2}[\s./-]))|date\s+of\s+birth[:,]?\s*|d\.?o\.?b\.?[:\s]+"
    r"|\bb\.\s+)(?=[^.]{0,20}\d)(?:the\s+)?[\w/.,\s-]{0,12}?\d{1,4}(?:st|nd|rd"
    r"|th)?[\s/.,-]+(?:of\s+)?[\w]+[\s/.,-]*\d{0,4}",
    re.IGNORECASE,
)
_PERSON_HARMED: Final = re.compile(rf"{one_of('victims')}|\b(?:she|her|hers)\b", re.IGNORECASE)
_RELATION: Final = re.compile(
    rf"\b(?:daughter|son|wife|widow|niece|nephew|sister|brother|child|fianc[e\u00e9]e?)\s+of\s+(?:the|a"
    rf"|an)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:mayor|headman|headmaster|headmistress|priest|imam|pastor|chief|teacher|doctor|baker|butcher|shopkeeper"
    r"|blacksmith|postmaster|judge|governor|policeman|librarian|miller|nurse|sexton|caretaker|beekeeper"
    r"|bus\s+driver|station\s?master|village\s+\w+)\b"
    rf"(?=[^.]{{0,60}}\b(?:of|in|at|from)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_CAPITAL})"
    rf"|\b(?:daughter|son|wife|widow|niece|nephew|granddaughter|grandson)\s+of\s+the\s+(?:\w+\s+){{1,3}}?(?:of|in|at"
    rf"|from)\s+(?!the\b){_CAPITAL}"
    r"|\b(?:the\s+)?only\s+(?:[\w-]+\s+){1,4}?(?:in|of|from)\s+(?:the\s+|her\s+|his\s+)?(?:village|hamlet|town"
    r"|parish|settlement|class|year|school)\b"
    rf"|\b(?:girl|boy|woman|man|victim|survivor|child|she|he)\s+(?:who\s+)?(?:is|was|had\s+been|has\s+been"
    rf"|became)\s+(?:[\w\u2019'-]+\s+){{0,4}}?(?:champion|medallist|medalist"
    rf"|beauty\s+queen|valedictorian|record\s+holder|Miss\s+[A-Z]\w+|captain\s+of|goalkeeper\s+of|winner\s+of)\b",
)
_DIGIT: Final = re.compile(r"\d")
_LINKED: Final = re.compile(
    r"@|\.(?:com|me)/|(?i:facebook|instagram|tiktok|telegram|profile|account|user|handle|viber)",
)
_COUNTED: Final = re.compile(r"@|\b(?:year|aged?|who (?:is|was)|turned|of)\b")
_OFFENDS: Final = re.compile(
    rf"\b(?:{one_of('accused')}|{one_of('offenders')}|trial\s+of|who\s+ran|couple\s+who)\b", re.IGNORECASE
)


def traces_in(text: str, sentences: list[tuple[int, int]]) -> Iterator[Trace]:
    """Yield what in a passage may lead to a person who was harmed, sentence by sentence."""
    for at, (start, end) in enumerate(sentences):
        until = sentences[at + 1][1] if at + 1 < len(sentences) else end
        # Each search is dear: none is begun in a sentence without what all that it finds must hold.
        digit = _DIGIT.search(text, start, end) is not None
        if digit or _COUNTED.search(text, start, end):
            yield from _age_and_place(text, start, end, until)
        if digit:
            yield from _addresses(text, start, end)
            yield from _numbers(text, start, end)
        if digit or _LINKED.search(text, start, end):
            yield from _contacts(text, start, end)
        yield from _kin_and_school(text, start, end)


def _age_and_place(text: str, start: int, end: int, until: int) -> Iterator[Trace]:
    for age in _ONE_AGE.finditer(text, start, end):
        if _offender(text, start, end) or not _of_one_person(
            text[max(start, age.start() - 60) : min(end, age.end() + 40)]
        ):
            continue
        place = _small_place(text, start, until, age.end())
        if place is not None:
            yield Trace("age_and_place", min(age.start(), place[0]), max(age.end(), place[1]))
            return


def _of_one_person(around: str) -> bool:
    return _ONE_PERSON.search(around) is not None or _SEVERAL.search(around) is None


def _offender(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence is of somebody accused, and not of what was done to somebody."""
    return bool(_OFFENDS.search(text, start, end)) and not re.search(
        rf"\b(?:{one_of('victims')})\b", text[start:end], re.IGNORECASE
    )


def _small_place(text: str, start: int, end: int, near: int) -> tuple[int, int] | None:
    for found in _SMALL_PLACE.finditer(text, start, end):
        name = found["of"] or found["by"] or found["own"]
        if not _known(name):
            return found.span()
    for found in _FROM_PLACE.finditer(text, max(start, near - 120), min(end, near + 120)):
        if not _known(found["place"]) and found["place"].lower() not in risk_words("common"):
            return found.span("place")
    return None


def _known(name: str) -> bool:
    """Tell whether a name is a country's, a known town's, a body's or a time's, which tell of no one."""
    words = [word.lower() for word in name.split()]
    if is_known_town(name) or any(is_known_town(word) for word in words) or countries_in(name):
        return True
    return any(word in risk_words("bodies") or word in risk_words("common") for word in words)


def _addresses(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _ADDRESS.finditer(text, start, end):
        if not _is_of_somebody(text[start:end]):
            return
        yield Trace("address", *found.span())


@lru_cache(maxsize=8)
def _is_of_somebody(around: str) -> bool:
    """Tell whether an address in a sentence is that of a person, and not of a body; remembered for the next in it."""
    public = _BODY_NEAR.search(around) and not _SHELTERED.search(around)
    return not public and (_LIVES.search(around) or _PERSON_HARMED.search(around)) is not None


def _numbers(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _CASE.finditer(text, start, end):
        if not _NOT_A_CASE.search(text, max(start, found.start() - 20), found.start()):
            yield Trace("case_number", *found.span())
    for found in _DOCUMENT.finditer(text, start, end):
        yield Trace("document", *found.span())
    for found in _BIRTH.finditer(text, start, end):
        if _PERSON_HARMED.search(text, start, end) and not _offender(text, start, end):
            yield Trace("birth", *found.span())


def _contacts(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _HANDLE.finditer(text, start, end):
        if _REACHED_NEAR.search(text, start, end) and not _PUBLIC.search(text, start, end):
            yield Trace("contact", *found.span())
    for pattern in (_EMAIL, _PHONE):
        for found in pattern.finditer(text, start, end):
            digits = sum(letter.isdigit() for letter in found[0])
            if pattern is _PHONE and (not 7 <= digits <= 15 or _YEARS.fullmatch(found[0])):
                continue
            if _REACHED.search(text[start : found.start()]) and not _PUBLIC.search(text, start, end):
                yield Trace("contact", *found.span())


def _kin_and_school(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _RELATION.finditer(text, start, end):
        yield Trace("relation", *found.span())
    for found in _SCHOOL.finditer(text, start, end):
        if re.search(
            r"\b(?:pupil|student|sophomore|freshman|grader|minor|victim|survivor|daughter|son|attend(?:s|ed)?"
            r"|graduate|schoolgirl|schoolboy|girl|boy|orphan|ward|raised|she|he)\b",
            text[start:end],
            re.IGNORECASE,
        ) and not _offender(text, start, end):
            yield Trace("school", *found.span())
