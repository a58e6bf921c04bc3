"""Numbers of cases and of papers by which one who was harmed can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sourcebook.extract.risk_words import one_of
from sourcebook.model.kinds.risk import RiskKind

_NO: Final = (
    r"(?:no\.?|n\b|nos\.?|number|nr\.?|n[\u00b0\u00ba]|n\u00famero|num\u00e9ro|\u2116|#"
    r"|ref(?:erence)?\.?(?:\s+no\.?)?)"
)
_CASE: Final = re.compile(
    rf"\b(?:(?:criminal|court|police|asylum|civil)\s+)?(?:{one_of('case_words')}|FIR|OB)\s*(?:file\s*|record\s*)?"
    rf"{_NO}[:\s]*(?=[\w/.-]*\d)[\w/.()-]+"
    rf"|\b{one_of('case_words')}[:\s]+(?=[A-Z\d]*[/-])(?:[A-Z]{{0,5}}[-/. ]?)\d[\w]*(?:[/-][\w.]+)+",
    re.IGNORECASE,
)
# Numbers that are written as those of cases are, whatever stands before them.
_DOCKET: Final = re.compile(
    r"\b\d:\d\d-[a-z]{2}-\d{3,6}\b|\b[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){1,3}/\d{2,6}\b"
    r"|\b[IVX]{1,4} [A-Z][a-z]{0,2} \d{1,4}/\d\d\b"
    r"|\([A-Z]{1,4} ?\d{1,5}/(?:19|20)\d\d\)|\b(?:[A-Z]\.){1,3}(?: ?No\.?)? ?\d{1,6}/(?:19|20)?\d\d\b"
    r"|\u2116 ?\d{6,}|\b\d{5,7}-\d\d\.\d{4}\.\d\.\d\d\.\d{4}\b|\b[A-Z]{2,5} \d{1,6}/(?:19|20)\d\d\b"
    r"|\b\w*nummer [\d/.-]{6,}"
    r"|(?<![\d/.-])\d{1,6}/(?:19|20)\d\d\b"
)
# What else is numbered as cases are, where a court, a register or a complaint is spoken of.
_NUMBERED: Final = re.compile(
    r"(?<![\w/.+-])(?:\(?[A-Z][A-Za-z]{0,7}\.?\)?(?:[ -]|(?=\d))){0,3}(?=[\w./-]{0,30}\d[\w./-]{0,30}[-/]"
    r"|[A-Z]{2,}\d)(?:[A-Z]{1,6}[-/])*\d{1,8}"
    r"(?:[-/.](?:[A-Z]{1,6}|\d{1,8}))+[a-z]?(?![\w%])|\b[Nn]o\.? ?\d{1,6} of (?:19|20)\d\d\b"
)
# What follows the word for a case or a client: groups of capitals and digits.
_GROUPS: Final = re.compile(
    rf"\b(?i:{one_of('case_words')}|{one_of('paper_words')}|client|patient|participant)\.?\s+(?:(?i:in|{_NO})\s*)?"
    r"(?P<mark>[A-Z0-9][A-Z0-9./&()-]{0,30}(?:[ ](?:[A-Z]{1,3}(?!\w)"
    r"|[A-Z0-9./&()-]{0,6}\d[A-Z0-9./&()-]{0,30})){0,6}(?:[ ]of[ ](?:19|20)\d\d)?)(?!\w)"
)
_IN_COURT: Final = re.compile(
    r"\b(?:court|proceedings|judge?ments?|regist(?:er|ry|ered)|booked|complaint|petition|lodged|accused|police"
    r"|tribunal|charge"
    r"|charged|petition\w*|docket|prosecut\w+|trial|ruling|verdict|appeal|file|case|claim|bench|hearing|heard)\b",
    re.IGNORECASE,
)
# What is numbered as papers of one person are, where one is spoken of.
_COMPOSED: Final = re.compile(
    r"(?<![\w/.+-])[A-Z0-9](?:[A-Za-z0-9]{0,12}\.){0,4}[A-Z0-9]{0,16}(?: \d{1,8}(?=/))?"
    r"(?:[-/][A-Z0-9.]{0,15}[A-Z0-9]){1,8}(?![\w%-])"
)
_DAY_OR_SPAN: Final = re.compile(
    r"(?:\d{1,2}[-/.]){2}(?:19|20)?\d\d|(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?:19|20)\d\d[-/](?:(?:19"
    r"|20)\d\d|\d\d)"
    r"|\d{1,3}[-/]\d{1,3}|\d+\.\d+"
)
_MONTH: Final = re.compile(r"(?:0?[1-9]|1[0-2]|(?:19|20)\d\d)/(?:19|20)\d\d")
_LONG: Final = re.compile(r"(?<![\d.,+-])\d{9,15}(?![\d.,]\d)")
_SYMBOL: Final = re.compile(r"(?:A|S|E|ST|CRC|CEDAW|CCPR|CAT|CERD|CMW|CED|HRC|HRI|GA|EC|COM|SWD|PE|OJ|ILO|WP)/")
_NOT_A_CASE: Final = re.compile(
    r"\b(?:convention|resolution|law|decree|article|protocol|regulation|directive|order|act|act's|document"
    r"|application|project|report|bill|recommendation)\s+$",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"\b(?:passport|ppt|identity\s+card|ID(?:\s+card)?|identification|visa|permit|birth\s+certificate"
    r"|social\s+security"
    r"|national\s+insurance|registration|licen[cs]e\s+plate|number\s+plate|insurance)[,:]?\s*(?:[Nn]o\.?|number"
    r"|[Nn]r\.?|\u2116|#)?[:\s]*(?:was\s+|is\s+)?(?=[A-Z0-9 -]*\d{3})[A-Z]{0,3}[ -]?\d[\d -]{3,}[A-Z]?\b",
)
_MARKED: Final = re.compile(
    rf"(?:\b{one_of('paper_words')}(?:\s+\w+){{0,2}}?[\s,:(]+(?:{_NO}[\s:]*)?(?:is\s+|was\s+)?|\b{_NO}[\s:]*)"
    r"(?P<mark>(?-i:(?=(?:[A-Z\d]*[/.\u2013-]?)*\d"
    r"|[A-Z]{1,5}[ ]\d)[A-Z]{0,5}[-/. ]?\d[A-Z\d]*(?:[-/.\u2013 ][A-Z]{0,5}\d[A-Z\d]*){0,6}(?:[-/][A-Z]{1,5})?))"
    r"(?![\w%])",
    re.IGNORECASE,
)
_OF_ONE: Final = re.compile(
    rf"{one_of('victims')}|\b(?:she|her|hers|he|his|him|ella|elle|ea|ei|ela|\u0435\u0451|\u0435\u0439"
    rf"|\u0435\u0433\u043e|claimant|applicant|complainant|grounds)\b",
    re.IGNORECASE,
)
_OF_LAWS: Final = re.compile(rf"{one_of('number_owners', 's?')}", re.IGNORECASE)
_ENOUGH: Final = 5
_FEW: Final = 4
_NEAR: Final = 60
_BEFORE_DIGITS: Final = re.compile(r"^[^\d]*")
_HAS_CASE: Final = re.compile(r"\b(?:case|file|claim|docket)\b")


def numbers_in(text: str, start: int, end: int) -> Iterator[tuple[RiskKind, int, int]]:
    """Yield the numbers of cases and papers in a sentence; those of laws, grants and documents of bodies are none."""
    yield from (("case_number", *found.span()) for found in _cases(text, start, end))
    for found in _DOCUMENT.finditer(text, start, end):
        yield ("document", *found.span())
    for found in _MARKED.finditer(text, start, end):
        before = text[max(start, found.start() - _NEAR) : found.end("mark")]
        enough = _digits(found["mark"]) >= _ENOUGH
        if enough and _OF_ONE.search(text, start, end) and not _OF_LAWS.search(before):
            yield ("document", *found.span())


def _cases(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for found in _CASE.finditer(text, start, end):
        if not _NOT_A_CASE.search(text, max(start, found.start() - 20), found.start()):
            yield found
    in_court = _IN_COURT.search(text, start, end) is not None
    patterns = (_DOCKET, _GROUPS, _NUMBERED) if in_court else (_DOCKET, _GROUPS)
    for pattern in patterns:
        yield from (found for found in pattern.finditer(text, start, end) if _is_case(text, start, found))
    if _OF_ONE.search(text, start, end):
        yield from (found for found in _COMPOSED.finditer(text, start, end) if _is_case(text, start, found))
    if _HAS_CASE.search(text, start, end):
        yield from _LONG.finditer(text, start, end)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _is_case(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether what is numbered is neither a law's, a document's, a day nor a span of years."""
    bare = _BEFORE_DIGITS.sub("", found[0])
    lettered = found[0].isupper() and found[0] != bare
    if _digits(bare) < _FEW or _SYMBOL.match(found[0]):
        return False
    if not lettered and (_DAY_OR_SPAN.fullmatch(bare) or _MONTH.fullmatch(bare)):
        return False
    return _OF_LAWS.search(text, max(start, found.start() - _NEAR), found.end()) is None
