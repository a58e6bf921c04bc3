"""The themes that a page's guidance for students names, spelled alike whatever the page."""

from __future__ import annotations

import re

_LITTLE = r"(?:of|the|in|for|by|to|with|on)"
_CAPITAL = r"[A-Z][\w\u2019'&-]*"
_ITEM = rf"(?:the\s+)?{_CAPITAL}(?:\s+(?:{_LITTLE}\s+){{0,2}}{_CAPITAL}|\s+[a-z][\w-]+(?=\s*[?;]))*"
_JOINT = r"(?:\s*[,;?/]\s*(?:(?:or|and)(?:\s+even)?\s+)?|\s+(?:or|and)\s+)"
_CHAIN = re.compile(rf"(?<![\w-])(?:{_ITEM})(?:{_JOINT}(?:{_ITEM}))+")
_QUESTIONS = re.compile(r"\b(?:about|on|of|as)\s+((?:[\w\u2019' -]{3,40}\?\s*(?:or\s+)?){2,})", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:about|such\s+as|including|include|like|lead\s+you\s+to|subject\s+is|topics?\s+(?:is|are)|themes?\s+(?:is|are)|between|among|are|is|on|to)\s*:?\s+"
    rf"({_ITEM})(?=\s*[?.])"
)
_SENTENCE = re.compile(r"[^.?!]+")
_PRECURSOR = re.compile(r"\bprecursors?\b", re.IGNORECASE)
_SUCH_AS = re.compile(r"\b(?:such\s+as|like|including|namely)\s+(.+)$", re.IGNORECASE)
_AS_PRECURSOR = re.compile(
    r"^\W*([A-Z][\w-]*(?:\s+[\w-]+){0,2}),?\s+(?:as|is|are|being)\s+(?:a|an|one|possible)?\s*(?:possible\s+)?precursors?",
    re.IGNORECASE,
)
_SPLIT = re.compile(_JOINT)
_NOT_THEMES = re.compile(
    r"(?:human\s+|the\s+subject\s+of\s+)?trafficking(?:\s+in\s+(?:persons|people|human\s+beings))?|human\s+trafficking.*|term[\s-]?papers?|etc|i|you|students?|teachers?|resources?.*"
    r"|(?:the\s+)?(?:web|internet|google|country|countries|region|regions|page|webpage)",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(?<=\w)-(?=[A-Z])")


def themes(text: str) -> tuple[str, ...]:
    """Return the themes that a guidance text lists, in order.

    A theme stands in a list of phrases in capitals ("Debt Bondage, Forced Begging or the Sale of Organs"), or of short
    questions ("Hunger? Begging?"), or is named as a precursor, and is then marked so.
    """
    found: dict[str, int] = {}
    plain = _SENTENCE.sub(
        lambda sentence: " " * len(sentence.group()) if _names_precursors(sentence) else sentence.group(), text
    )
    for chain in _CHAIN.finditer(plain):
        _add(found, plain, chain.start(), chain.end())
    for questions in _QUESTIONS.finditer(plain):
        _add(found, plain, questions.start(1), questions.end(1))
    for single in _LEADING.finditer(plain):
        _add(found, plain, single.start(1), single.end(1))
    for sentence in filter(_names_precursors, _SENTENCE.finditer(text)):
        for name in _precursors(sentence.group()):
            found.setdefault(f"{name} (precursor)", sentence.start())
    return tuple(sorted(found, key=lambda name: found[name]))


def _add(found: dict[str, int], text: str, start: int, end: int) -> None:
    at = start
    for piece in _SPLIT.split(text[start:end]):
        name = canonical(piece)
        if name and not _NOT_THEMES.fullmatch(name):
            at = text.find(piece.strip(), at)
            found.setdefault(name, at)


def _names_precursors(sentence: re.Match[str]) -> bool:
    return bool(_PRECURSOR.search(sentence.group()))


def _precursors(sentence: str) -> list[str]:
    listed = _SUCH_AS.search(sentence)
    if listed:
        names = [canonical(piece) for piece in _SPLIT.split(listed.group(1))]
        return [name for name in names if name and len(name.split()) <= 4]
    named = _AS_PRECURSOR.match(sentence)
    return [canonical(name) for name in _SPLIT.split(named.group(1))] if named else []


def canonical(phrase: str) -> str:
    """Return a theme's name in lower case, acronyms kept, a hyphen between two capitals opened, "labour" so spelled."""
    words = _HYPHEN.sub(" ", phrase.strip(" \t\n.,;:?!\"'()")).split()
    if words and words[0].lower() in {"the", "a", "an", "or", "and"}:
        words = words[1:]
    if words and words[-1].lower().strip(".") == "etc":
        words = words[:-1]
    lowered = [word if sum(letter.isupper() for letter in word) > 1 else word.lower() for word in words]
    return re.sub(r"\blabor\b", "labour", " ".join(lowered))
