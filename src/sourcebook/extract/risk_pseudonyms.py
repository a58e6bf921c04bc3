"""Names that a passage says are not the true ones."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from sourcebook.extract.risk_names import Name

_NEAR: Final = 90
_AFTER: Final = 50
_WORD: Final = re.compile(r"[^\W\d_][\w\u2019'-]+")
_CHANGED: Final = re.compile(
    r"\bnames?\b[^.]{0,50}\b(?:changed|altered|withheld|fictitious|fictional|invented|protected|disguised|concealed"
    r"|modified|replaced|substituted|made[ -]up|hidden|anonymi[sz]ed|imaginary|omitted|false)\b"
    r"|\b(?:pseudonym(?:s|ous)?|alias(?:es)?|assumed (?:first )?names?|pen[ -]names?|is the name (?:she|he|we"
    r"|they|I) (?:\w+ )?(?:picked|chose|chosen|used?|uses|gave|took|invented)\b|a name (?:she|he|we"
    r"|they) (?:chose|picked|gave|use[ds]?)|is not the name|hei\u00dft eigentlich anders|no se llama"
    r"|(?:ne )?s['\u2019]appelle pas|non si chiama|identit(?:y|ies) (?:is |are )?withheld|(?:are|am"
    r"|is) (?:calling|naming) (?:her|him|them)|identity (?:was|is|has been|is being) (?:withheld|protected)"
    r"|fictitious (?:first )?names?|fictional names?"
    r"|(?:is |are |was |were )?not (?:her|his|their|a|the) (?:real|true|actual|own|given|birth) (?:first )?names?"
    r"|not (?:the |their )?real names?|invented names?|made[ -]up names?|(?:changed|altered) names?|borrowed names?"
    r"|names? (?:is|was|are|were) (?:not (?:real|true|hers|his|theirs|the (?:real|true))|ours|made up|mine)"
    r"|no(?:ne|t one)? of (?:the|these|their) (?:\w+ )?names? (?:\w+ ){0,4}(?:real|true)"
    r"|neither (?:her|his|the|their) name[^.]{0,50}\b(?:real|true|own))\b"
    r"|\b(?:this|the|our) (?:report|article|study|book|film|paper|judgment|author|story|text) (?:uses|used|gives"
    r"|calls)"
    r" (?:her |him |them )?(?:by )?(?:the|a) name"
    r"|\bchang(?:ed|ing) (?:her|his|their|the|all)(?: \w+)? names?\b"
    r"|\b(?:real|true|actual) (?:first )?names? (?:(?:is|are|was|were|has|have|will) (?:been |be )?(?:withheld|not"
    r"|known|kept"
    r"|different|another)|(?:we|I|she|he|they) )"
    r"|\b(?:we|I|the (?:author|reporter|editors?|court|researchers?)) (?:have |has |had )?(?:chosen|chose|picked"
    r"|gave|given"
    r"|invented|made up|changed|use[ds]?|uses|borrowed) [^.]{0,40}\bnames?\b"
    r"|\b(?:to (?:protect|hide|conceal|shield)|protecting) (?:her|his|their|the)(?: \w+)? (?:identit(?:y|ies)"
    r"|privacy|safety"
    r"|anonymity|names?)\b"
    r"|\b(?:by|under|with) (?:a|an|another|some) (?:\w+ )?(?:name|pseudonym)\b(?=[^.]{0,40}\b(?:asked|chose|wish"
    r"|given|here"
    r"|for this))"
    r"|\b(?:given|under|have|had|bears?|with|by|use[ds]?) (?:an)?other (?:first )?names?|\b(?:false|fake|different"
    r"|new) (?:first )?names?\b"
    r"|\bname (?:given|used|chosen) (?:here|in this|for this|by (?:us|the|her|him))|\basked (?:us )?(?:to be"
    r"|that we) (?:called|call)"
    r"|\b(?:nom|prénom)s? (?:d['\u2019]emprunt|modifiés?|changés?|fictifs?)|\bnombres? (?:ficticio|cambiado|supuesto"
    r"|inventado)s?"
    r"|\bnomes? (?:fictício|trocado|alterado|suposto)s?|\bName(?:n)? (?:von der Redaktion )?geändert"
    r"|\bnome (?:di fantasia|inventato|cambiato)|\bимя (?:изменено|вымышленное)|\bимена (?:изменены|вымышленные)"
    r"|\b(?:pr\u00e9nom|nom|nombre|nome|numele|prenumele|imi\u0119|\u0438\u043c\u044f"
    r"|\u0456\u043c['\u2019]\u044f|t\u00ean|isim|ismi|naam|namn)(?:s|es|i|n)?\b"
    r"[^.]{0,40}\b(?:chang|modifi|cambia|trocad|alterad|fict|fant|schimbat|zmienion"
    r"|\u0438\u0437\u043c\u0435\u043d|\u0432\u044b\u043c\u044b\u0448|\u0437\u043c\u0456\u043d"
    r"|thay \u0111\u1ed5i|de\u011fi\u015ftir|gefingeerd|ge\u00e4ndert|inventa)"
    r"|\bin Wirklichkeit anders|\begentligen n\u00e5got annat|\bnama samaran|\bbukan nama sebenarnya",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"\b(?:we|I|let us|let's|us)\s+(?:(?:will|shall|may|might|can|have|choose\s+to|chose\s+to)\s+|['\u2019]ll\s+"
    r"|to\s+)?(?:call|name)(?:ed|d)?"
    r"\s+(?:her|him|them|this\s+\w+|the\s+\w+)\s+[\"\u201c\u2018']?$"
    r"|\b(?:whom|who)\s+(?:we|I|this\s+\w+|the\s+\w+)\s+(?:(?:will|shall|have)\s+)?(?:call|name)(?:s|ed"
    r"|d)?\s+[\"\u201c\u2018']?$"
    r"|\b(?:we|I)\s+(?:(?:will|shall|may)\s+|['\u2019]ll\s+)call\s+[\"\u201c\u2018']?$"
    r"|\brefer\s+to\s+(?:her|him|them)\s+(?:here\s+|only\s+)?as\s+[\"\u201c\u2018']?$"
    r"|\b(?:call|calls)\s+(?:her|him)\s+[\"\u201c\u2018']?$"
    r"|\b(?:referred\s+to|known|identified|appears?|described|introduced)\s+(?:\w+\s+)?(?:here|in\s+(?:this"
    r"|the)\s+\w+(?:\s+\w+)?)"
    r"\s+(?:only\s+)?as\s+[\"\u201c\u2018']?$"
    r"|\b(?:chamemos|chamaremos|ll[a\u00e1]m[e\u00e9]mos|llamaremos|appelons|nommons|chiamiamo|chiameremo"
    r"|nennen\s+wir|kalla"
    r"|\u043d\u0430\u0437\u043e\u0432[\u0451\u0435]\u043c|s\u0103)(?:[-\s]?(?:lhe|la|le|lo|las|l[aeo]s"
    r"|i\s+spunem|\u0435\u0451|\u0435\u0433\u043e|sie|ihn|henne))?\s+[\"\u201c\u201e]?$"
    r"|\bwants?\s+to\s+be\s+(?:called|known\s+as)\s+[\"\u201c\u2018']?$"
    r"|\b(?:asked|asks|wishes|preferred|prefers|chose|requested)\s+(?:us\s+)?to\s+be\s+(?:called|known\s+as"
    r"|identified\s+(?:only\s+)?as)"
    r"\s+[\"\u201c\u2018']?$",
    re.IGNORECASE,
)
_SHALL_CALL: Final = re.compile(
    r"\s*[\"\u201d\u2019']?(?:\s*\(\d\d\))?,?\s*(?:\(|as\s+|\u2013\s*|-\s*)?(?:as\s+)?(?:we|I|she|he)\s+(?:(?:will"
    r"|shall|may|'ll"
    r"|wants?\s+to\s+be"
    r"|wishes\s+to\s+be|asked\s+(?:us\s+)?to\s+(?:be)?|asks\s+to\s+be|is|was)\s+)?(?:call(?:ed|s)?|known|named)\b"
    r"(?:s?\s+(?:her|him|them|herself|himself))?(?:\s+(?:here|in\s+this|for\s+(?:this|her|his)))?"
)
_PLACEHOLDER: Final = re.compile(
    r"(?:Jane|John)\s+Doe(?:\s+\d+)?$|(?:Minor\s+)?(?:Victim|Witness|Survivor|Girl|Woman)[\s-]+(?:[A-Z]|\d+)$"
)
_OF_ALL: Final = re.compile(r"names|pseudonyms|aliases|imena|имена|identities", re.IGNORECASE)


class Declarations(NamedTuple):
    """What a passage says of names not being true: of all, where it says so, and the words near that."""

    of_all: bool
    starts: list[int]
    words: frozenset[str]


def declarations(text: str) -> Declarations:
    """Return what a passage says of names that are not true ones."""
    found = list(_CHANGED.finditer(text))
    near = (text[max(0, one.start() - _NEAR) : one.end() + _AFTER] for one in found)
    words = frozenset(word for part in near for word in _WORD.findall(part))
    return Declarations(any(_OF_ALL.search(one[0]) for one in found), [one.start() for one in found], words)


def declared(text: str, name: Name, said: Declarations) -> bool:
    """Tell whether what a passage says of names, as `declarations` found it, says that this one is not the true one."""
    if text[name.end : name.end + 2].strip("\"\u201d\u2019' ").startswith("*") or _PLACEHOLDER.match(name.text):
        return True
    if _CALLED.search(name.before) or _SHALL_CALL.match(name.after) or said.of_all:
        return True
    at = bisect_left(said.starts, name.start - _NEAR)
    beside = at < len(said.starts) and said.starts[at] <= name.end + _NEAR
    return beside or any(word in said.words for word in _WORD.findall(name.text)[:1])
