"""Words that evidence is made of, read from the data files: nouns, verbs and the small words of English grammar.

A `Word` tells the part of speech as one letter, so that a sentence becomes a string of letters on which
rules can be written as patterns:

    N noun   V finite verb   E -ed form   G -ing form   W noun or verb   J adjective   A adverb
    d determiner   p preposition   o "of"   t "to"   c "and", "or"   b "be"   h "have"   m modal   r relative
    z "but", "while"
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace


class Word(Struct, frozen=True, gc=False):
    """What the vocabulary knows of a word; empty strings where it says nothing.

    `counts` is what a noun counts, `status` and `action` what a verb (or the noun made from it) does to those it
    governs, `kind` marks time, size, money, structure and other nouns that are no evidence.
    """

    tag: str
    counts: str = ""
    sex: str = ""
    age: str = ""
    exploitation: str = ""
    status: str = ""
    action: str = ""
    base: str = ""
    kind: str = ""
    plural: bool = False
    says: bool = False


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("sourcebook.vocabulary").joinpath(f"words/{name}.toml").read_text("utf-8"))


VOWELS: Final = "aeiou"
DOUBLED: Final = (
    "stop",
    "nab",
    "traffic",
    "kidnap",
    "beg",
    "plan",
    "drop",
    "refer",
    "transfer",
    "admit",
    "permit",
    "log",
    "flag",
    "tag",
)


def plural_of(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "z")) else "s")


def _stem(verb: str) -> str:
    return verb + verb[-1] if verb in DOUBLED and not verb.endswith("c") else verb


def past_of(verb: str) -> str:
    """Return the regular past of a verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def ing_of(verb: str) -> str:
    """Return the -ing form of a verb."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


def _nouns(words: dict[str, Word]) -> None:
    people, things = _load("people"), _load("things")
    for group in [*people["group"], *things["group"]]:
        for noun in group["words"]:
            word = Word(
                "N",
                counts=group["counts"],
                sex=group.get("sex", ""),
                age=group.get("age", ""),
                exploitation=group.get("exploitation", ""),
                base=noun,
            )
            words[noun] = word
            words.setdefault(plural_of(noun), replace(word, plural=True))
    for plural, noun in people["irregular"].items():
        words[plural] = replace(words[noun], plural=True)
    for plural, counts in things["irregular"].items():
        words[plural] = Word("N", counts=counts, base=plural, plural=True)
    kinds = [("time", things["measures"]["time"]), ("size", things["measures"]["size"])]
    kinds += [("structure", things["structure"]["words"]), ("uncounted", things["uncounted"]["words"])]
    grammar = _load("grammar")
    kinds += [("money", grammar["currency"]["words"]), ("background", grammar["background"]["words"])]
    for kind, nouns in kinds:
        for noun in nouns:
            for form, plural in ((noun, False), (plural_of(noun), True)):
                words[form] = (
                    replace(words[form], kind=words[form].kind or kind)
                    if form in words
                    else Word("N", base=noun, kind=kind, plural=plural)
                )


def _verb_forms(verb: str, word: Word) -> dict[str, Word]:
    return {
        verb: replace(word, tag="V"),
        plural_of(verb): replace(word, tag="V"),
        past_of(verb): replace(word, tag="E"),
        ing_of(verb): replace(word, tag="G"),
    }


def _beside_noun(verb: Word, noun: Word) -> Word:
    """Join a verb form and a noun that are written alike: "reports", "trafficked"."""
    if verb.tag in "EG":
        return replace(verb, counts=noun.counts, kind=noun.kind, plural=noun.plural)
    return replace(noun, tag="W", status=verb.status, action=verb.action, says=verb.says, base=noun.base)


def _verbs(words: dict[str, Word]) -> None:
    actions = _load("actions")
    says = set(actions["say"]["words"])
    senses: dict[str, Word] = {}
    groups = [*actions["group"], {"words": actions["say"]["words"]}, {"words": actions["other"]["words"]}]
    for group in groups:
        for verb in group["words"]:
            if verb not in senses:
                senses[verb] = Word(
                    "V", status=group.get("status", ""), action=group.get("action", ""), base=verb, says=verb in says
                )
    forms: dict[str, Word] = {}
    for verb, word in senses.items():
        for form, known in _verb_forms(verb, word).items():
            forms.setdefault(form, known)
    for form, verb in actions["irregular"].items():
        tag = "G" if form.endswith("ing") else "E"
        forms[form] = replace(senses.get(verb, Word("V", base=verb)), tag=tag)
    for form, verb in actions["past"].items():
        forms[form] = replace(senses.get(verb, Word("V", base=verb)), tag="V")
    for form, word in forms.items():
        words[form] = _beside_noun(word, words[form]) if form in words else word
    for sense, nouns in actions["nouns"].items():
        field = "status" if sense in ("assisted", "identified", "estimated") else "action"
        for noun in nouns:
            words[noun] = replace(words.get(noun, Word("N", base=noun)), **{field: sense})


@cache
def words() -> dict[str, Word]:
    """Return the lexicon: what is known of each lower-case word."""
    known: dict[str, Word] = {}
    _nouns(known)
    _verbs(known)
    grammar = _load("grammar")
    for noun in grammar["labels"]["words"]:
        known[noun] = replace(
            known.get(noun, Word("N", base=noun)),
            kind="label" if noun not in known or not known[noun].counts else known[noun].kind,
        )
    for tag, forms in grammar["tags"].items():
        for form in forms:
            known[form] = (
                replace(known[form], tag="J")
                if tag == "j" and form in known
                else Word(tag.upper() if tag in "aj" else tag, base=form)
            )
    return known


@cache
def governing_nouns() -> frozenset[str]:
    """Return the nouns made from verbs that govern what follows them: "assistance to", "arrest of"."""
    return frozenset(noun for nouns in _load("actions")["nouns"].values() for noun in nouns)


@cache
def grammar() -> dict[str, Any]:
    """Return the closed lists of the grammar: qualifiers, labels, currency."""
    return _load("grammar")


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in _load("sets").items()}


def word_set(name: str) -> frozenset[str]:
    """Return one of the small closed lists on which single rules stand."""
    return _sets()[name]


def _guess(word: str) -> Word:
    if word.endswith("ed") and len(word) > 4:
        return Word("E", base=word)
    if word.endswith("ing") and len(word) > 5:
        return Word("G", base=word)
    if word.endswith("ly") and len(word) > 4:
        return Word("A", base=word)
    if word.endswith(("al", "ive", "ous", "ful", "ary", "able", "ible", "less", "ic")):
        return Word("J", base=word)
    return Word("N", base=word, plural=word.endswith("s") and not word.endswith(("ss", "us", "is")))


NO_WORD: Final = Word("N")
MOST_GUESSES: Final = 20_000
_guesses: dict[str, Word] = {}


def guess(word: str) -> Word:
    """Return what the form of an unknown word suggests, or of a hyphenated one its last part."""
    if not word[0].isalpha():
        return NO_WORD
    known = _guesses.get(word)
    if known is None:
        last = word.rpartition("-")[2]
        part = words().get(last) if last != word else None
        if part is not None and part.tag == "N" and part.counts:
            known = part
        else:
            known = Word("J", base=word) if last != word and not word.endswith(("ing", "ed", "ly")) else _guess(word)
        if len(_guesses) >= MOST_GUESSES:
            _guesses.clear()
        _guesses[word] = known
    return known
