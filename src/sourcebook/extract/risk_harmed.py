"""Words beside a name that make it the name of someone who was harmed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sourcebook.extract.risk_names import NAMED, Name
from sourcebook.extract.risk_words import one_of

_TEENS: Final = r"(?:\w+teen|ten|eleven|twelve|twenty(?:-\w+)?|thirty(?:-\w+)?|eight|nine|seven|six)"
_AGE: Final = rf"(?:aged?\s+|age\s+)?(?:[1-9]\d?|{_TEENS})"
VICTIM: Final = rf"(?:[\w\u2019'-]+\s+){{0,5}}?{one_of('victims')}(?!\s+(?:{one_of('offices')}|{one_of('titles')}))"
"""A victim, with up to five words before."""
_VICTIM_AFTER: Final = re.compile(
    rf"(?:(?:,\s*|\s*\(|\s+\u2013\s+|\s+\u2014\s*)(?:who\s+(?:is|was)\s+|then\s+|now\s+|only\s+|just\s+"
    rf"|barely\s+|maybe\s+|perhaps\s+|about\s+|around\s+|some\s+|not\s+yet\s+|still\s+|nearly\s+|almost\s+)?{_AGE}"
    rf"(?:\s+years?(?:\s+old|\s+of\s+age)?)?\)?(?=[,.;:)\u2013\u2014\s]|$)(?!\s*(?:per|%|months|people|victims|cases"
    rf"|women|girls|men))"
    rf"|,?\s+(?:then|now|who\s+(?:was|is)|was|is|turned|had\s+(?:just\s+)?turned)?\s*(?:an?|the|then|only|just"
    rf"|barely|not\s+yet"
    rf"|hardly|still)?\s*{_AGE}(?:[\s-]years?[\s-]olds?|(?=\s+(?:when|and|at\s+the)|[.,;]))"
    rf"|,?\s+(?:(?:,\s*)|(?:is|was)\s+)(?:an?|the|one\s+of\s+(?:the|them)|their|her|his)\s+{VICTIM}"
    rf"|,\s+(?:an?|the|one\s+of|their|her|his)\s+{VICTIM}"
    rf"|,?\s+(?:who\s+)?(?:and\s+\w+\s+others\s+)?(?:(?:was|were|had\s+been|has\s+been|have\s+been|is|got"
    rf"|being)\s+(?:\w+ly\s+|also\s+"
    rf"|then\s+|first\s+|again\s+|never\s+|twice\s+|later\s+|once\s+|not\s+){{0,2}}){one_of('done')}(?!\s+guilty)"
    rf"|,?\s+(?:who\s+)?(?:had\s+|has\s+)?(?:\w+ly\s+|never\s+|twice\s+)?{one_of('does')}"
    rf"|(?:,\s+[^,.;]{{2,50}})?,\s+whose\s+(?:\w+\s+){{0,2}}?{one_of('owned')}"
    rf"|,\s+(?:\w+ly\s+)?{one_of('done')}(?!\s+guilty)\s+(?:in|by|from|to|at|on|and|for|into|as|when|with)\b"
    rf"|\s*[:\u2013\u2014]\s+(?:an?|the)\s+{VICTIM}"
    r"|[\s,(]+(?:\w+['\u2019])?[^.,;]{0,25}?\b(?:\d{1,2}|[^\W\d]{3,})\s+(?:a\u00f1os|ans|anos|anni|ani|Jahre|lat"
    r"|rok\u016f|let|\u043b\u0435\u0442"
    r"|\u0440\u043e\u043a\u0456\u0432|tahun|tu\u1ed5i|ya\u015f\u0131nda|ya\u015f\u0131ndaki|godina|vje\u010dna)\b"
    r"|\s+and\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|the)\s+(?:other|others)\b"
    r"|(?:her|his)\s+(?:\w+\s+)?(?:friends?|cousins?|sisters?|brothers?|mother|wife|husband|baby|child|children"
    r"|daughter|son)\b"
    r"(?!\s+(?:were|was)\s+(?:\w+ly\s+)?(?:arrested|charged|convicted|sentenced|jailed)))"
    rf"|,\s+(?:an?|the)\s+[^,.;]{{2,50}},\s+(?:who\s+)?(?:was\s+"
    rf"|had\s+been\s+)(?:\w+ly\s+)?{one_of('done')}(?!\s+guilty)"
    rf"|['\u2019]s?\s+(?:(?!trial|case|conviction)[\w-]+\s+){{0,2}}?{one_of('owned')}"
    rf")",
    re.IGNORECASE,
)
_LIST_AFTER: Final = re.compile(
    rf"(?:,\s+{NAMED}){{0,6}},?\s+and\s+{NAMED}\s+(?:were|had\s+been|have\s+been)\s+(?:\w+ly\s+|both\s+"
    rf"|all\s+)?{one_of('done')}"
)
_TELLS_AFTER: Final = re.compile(
    r",?\s+(?:who\s+)?(?:has\s+|had\s+)?(?:told|tells|testified|said|says|thought|believed|hoped|wanted|dreamed"
    r"|agreed|accepted|met"
    r"|answered|recalled|recalls|remembers|knew|learned|explained|wrote|writes)\b"
    r"[^.]{0,80}\b(?:(?:she|he)\s+(?:was|had\s+been|and|would|could|thought|did|worked|slept|ran|escaped|had\s+to"
    r"|still|never|owed"
    r"|paid|got|left|went|came|signed|lost|cannot|can't|saw|ate|has\s+not|will|is|did\s+not)"
    r"|(?:a|the)\s+job|her\s+(?:captors?|boss|employers?|pimp|trafficker|passport|wages|body|mother|family|husband"
    r"|agent|hands?)"
    r"|his\s+(?:wages|passport|boss|employer|captors?|captain|family|mother|hands?)|my|I\s+was|I\s+had|me\b|promise"
    r"|beat\s+(?:her|him)"
    r"|(?:had|have)\s+been\s+(?:sold|locked|promised|beaten|raped))",
    re.IGNORECASE,
)
_VICTIM_BEFORE: Final = re.compile(
    rf"(?:{one_of('victims')}(?:\s+(?:named|called|known\s+as|identified\s+(?:only\s+)?as|whose\s+name\s+(?:is|was)"
    rf"|like|such\s+as"
    rf"|was|were|is|are)|[,:])?\s+[\"\u201c]?"
    rf"|\b(?:[1-9]\d?|{_TEENS})[\s-]years?[\s-]old,?\s+(?:[\w-]+\s+){{0,3}}?"
    r"|\b(?:named|called|identified\s+(?:only\s+)?as(?:\s+(?:the|an?)\s+\w+)?|(?:her|his|whose|the\s+girl's"
    r"|child's)\s+(?:\w+\s+)?name\s+(?:is|was)|name\s+is"
    rf"|{one_of('harmed_alone')}['\u2019]s\s+(?:\w+\s+)?name,?\s+(?:is\s+|was\s+)?"
    r"|my\s+name\s+is|names\s+the\s+\w+\s+as|answers\s+to|goes\s+by(?:\s+the\s+name(?:\s+of)?)?|(?:name|nickname"
    r"|identity)\s+(?:given\s+)?as|name\s+of|kn(?:own"
    r"|ew|ow|ows)\s+(?:\w+\s+){0,5}?as(?:\s+(?:aunt(?:y|ie)?|uncle|mama|papa|old|little|big|baby|sister|brother"
    r"|tante|t[i\u00ed]a|do\u00f1a))?"
    r"|addressed\s+to"
    r"|signed(?:\s+by)?|signs\s+(?:as|herself|himself))\s+[\"\u201c]?"
    rf"|\b{one_of('kin')}\s+of\s+(?:\w+\s+)?"
    r"|\b(?:sold|raped|rescued|abducted|kidnapped|freed|lured|beat|trafficked|murdered|bought|forced|took|locked"
    r"|drugged"
    r"|imprisoned|killed|married|recruited|beating|selling|raping|luring|buying|chained|whipped|adopted|trafficking"
    r"|enslaving"
    r"|disappearance\s+of|death\s+of|murder\s+of|rape\s+of|rescue\s+of|killing\s+of|body\s+of|sale\s+of|suicide\s+of"
    r"|search\s+for"
    r"|searching\s+for|looking\s+for|ransom\s+for|case\s+of|story\s+of|stories\s+of|testimony\s+of|statement\s+of"
    r"|behalf\s+of"
    r"|mourn\w*|buried|funeral\s+of|freedom\s+of|letter\s+from|wounds\s+of|photographs?\s+of|met)\s+"
    r"|\b(?:victims|survivors|men|women|workers|children|girls|boys|migrants|those\s+\w+)\s+(?:included?"
    r"|including)\s+(?:[^.;]{0,60},\s+(?:and\s+)?)?"
    r"|\b(?:among|of)\s+(?:the|those|them)\s+(?:\w+\s+){0,3}(?:dead|missing|rescued|freed|injured|returned|survivors"
    r"|victims|drowned"
    r"|them|women|girls|boys|children)?\s*(?:was|were|is|are|:)\s+"
    r"|\b(?:one|two|three|youngest|eldest|oldest|first|last|others?|some|most|none)\s+of\s+(?:them|the\s+\w+"
    r"|those\s+\w+|these\s+\w+),\s+"
    r"|\bvictims?\s*(?:\([^)]*\))?[:,]\s+(?:[^.;]{0,50}?(?:,|and)\s+)?"
    r"|\b(?:[Mm]issing|DESAPARECID[AO]|[Dd]esaparecid[ao]|[Ww]anted\s+for\s+reunion|[Dd]eceased|[Rr]epatriated"
    r"|[Rr]escued|[Rr]eturned"
    r"[\w ]{0,30}|[Pp]atient|[Nn]ame|[Cc]omplainant|[Cc]lient|[Bb]eneficiary|[Aa]pplicant):\s+"
    rf"|\b(?:her|the\s+girl['\u2019]s|the\s+boy['\u2019]s|the\s+victim['\u2019]s|the\s+child['\u2019]s"
    rf"|the\s+woman['\u2019]s|whose"
    rf"|the\s+survivor['\u2019]s)\s+(?:\w+\s+){{0,2}}?{one_of('kin')},?\s+"
    r")$",
    re.IGNORECASE,
)
_QUOTED_SELF: Final = re.compile(
    rf"[\"\u201c][^\"\u201d]*\b(?:I|me|my|us|we)\b[^\"\u201d]*(?:{one_of('done')}|\bran away|\bescape|\bbeat|\bcried"
    rf"|\bhit|\bslept"
    rf"|\braped|\bsold|\bhungry|\bpaid|\bafraid|\bhome|\bmother|\bbody|\bdie|\bnobody)[^\"\u201d]*[\"\u201d,]+\s*"
    rf"(?:(?:said|says|recalled|recalls|told\s+\w+|remembers|explains?|explained|adds?|added|whispers?|whispered"
    rf"|wrote|writes)"
    rf"(?:\s+{VICTIM},?)?|\u2013|\u2014)?\s*$",
    re.IGNORECASE,
)
_KIN_AFTER: Final = re.compile(rf"['\u2019]s?\s+(?:\w+\s+)?{one_of('kin')}\b", re.IGNORECASE)
_AND_BEFORE: Final = re.compile(rf"{NAMED},?\s+and\s+$")
_WERE_AFTER: Final = re.compile(
    rf"\s+(?:were|had\s+been|have\s+been)\s+(?:\w+ly\s+|both\s+|all\s+)?{one_of('done')}",
    re.IGNORECASE,
)


def is_kin_after(name: Name) -> bool:
    """Tell whether kin of the one who is named are spoken of right after a name ("Amina's mother")."""
    return _KIN_AFTER.match(name.after) is not None


_AGED: Final = re.compile(
    rf"(?:,|\s*\(|,?\s+(?:who\s+)?(?:is|was|turned))\s*(?:then\s+|now\s+|only\s+"
    rf"|just\s+)?{_AGE}(?:[\s-]years?[\s-]old)?"
    r"(?=[,.;)\s])(?!\s*(?:per|%|million|percent|people|victims|cases|women|girls|men|Jan|Feb|Mar|Apr|May|Jun"
    r"|Jul|Aug|Sep"
    r"|Oct|Nov|Dec))",
    re.IGNORECASE,
)


def is_aged(name: Name) -> bool:
    """Tell whether an age stands right after a name."""
    return _AGED.match(name.after) is not None


def is_called_harmed(name: Name) -> bool:
    """Tell whether the words before a name make it that of someone who was harmed, or of their kin."""
    return _is_called_before(name.before)


# The words around a name come again in lists and tables.
@lru_cache(maxsize=1024)
def _is_called_before(before: str) -> bool:
    return _VICTIM_BEFORE.search(before) is not None


def is_harmed_after(name: Name) -> bool:
    """Tell whether the words after a name are of age, of harm, or of what only the harmed tell."""
    return _is_told_after(name.after)


@lru_cache(maxsize=1024)
def _is_told_after(after: str) -> bool:
    return any(pattern.match(after) for pattern in (_VICTIM_AFTER, _TELLS_AFTER, _LIST_AFTER))


def is_harmed_with_others(name: Name) -> bool:
    """Tell whether a name ends a list of those to whom something was done, or follows what a harmed person said."""
    if _AND_BEFORE.search(name.before) and _WERE_AFTER.match(name.after):
        return True
    return _QUOTED_SELF.search(name.before) is not None
