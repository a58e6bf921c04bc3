"""Words beside a name that make it that of someone who may be named: an office, a charge, a work, a public deed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from sourcebook.extract.risk_harmed import VICTIM
from sourcebook.extract.risk_names import NAMED, UP, Name
from sourcebook.extract.risk_words import one_of, risk_words
from sourcebook.vocabulary.name_words import is_english

_OF_WHAT: Final = (
    r"(?:\s+(?:of|for|at|in|with|from|to|on|against|under)\s+(?:the\s+|its\s+|their\s+)?[\w\u2019'&-]++"
    r"(?:\s+(?:(?:of|for|and|the|in|on|at|&|to|against|affairs|rights|women|children)\b"
    r"|(?-i:[A-Z])[\w\u2019'&.-]*+))*)?"
)
_SHORT_TITLES: Final = (
    *("Dr", "Prof", "Rep", "Sen", "Gov", "Sgt", "Maj", "Insp", "Supt", "Adm", "Amb", "Atty", "Det", "Hon", "Rev", "Lt"),
    *("Col", "Capt", "Gen"),
)
_WORD: Final = re.compile(r"\w+")
_LEARNED: Final = re.compile(r"(?:ologist|ographer|ologue|\u00f3logo|\u00f3loga|\u043b\u043e\u0433)\b")
_OFFICE: Final = rf"(?:{one_of('offices', 's?')}|{one_of('titles', 's?')})"
_OFFICE_BEFORE: Final = re.compile(
    rf"(?:(?:{_OFFICE}|\b\w+(?:ologist|ographer|ologue|\u00f3logo|\u00f3loga"
    rf"|\u043b\u043e\u0433))(?:\s+d['\u2019]\w+)?[.,]?(?:\s+(?:emeritus|designate|general|elect"
    rf"|and\s+\w+))?{_OF_WHAT},?\s+"
    rf"(?:{UP}[\w.\u2019-]+\s+){{0,2}}?"
    rf"|{_OFFICE},?\s+(?:(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+)?"
    rf"|(?:{'|'.join(_SHORT_TITLES)})\.\s+(?:\w\.\s+)?)$",
    re.IGNORECASE,
)
_OFFICE_AFTER: Final = re.compile(
    rf"\s*(?:\(?\d\d\)?,?)?\s*(?:,|\(|\u2013|\u2014|-|\s(?:is|was|as|became"
    rf"|remains))\s*(?:\(?(?:aged?\s+)?\d\d\)?,\s*)?"
    rf"(?:who,?\s+as\s+|who\s+(?:is|was|has\s+been|had\s+been|works?|worked|serves?|served)\s+(?:as\s+)?)?"
    rf"(?:(?!{one_of('victims')}(?!\s+{_OFFICE})|{one_of('kin')}|(?:who|whom|whose|her|his|she|he|they|by|from|with"
    rf"|to|told|said|and"
    rf"|had)\b)"
    rf"[\w\u2019'./&-]+,?\s+){{0,7}}?{_OFFICE}(?!['\u2019]s|\s+by\s+(?:training|profession|trade)|\s+(?:daughter"
    rf"|son|wife|of\s+her|of\s+his))"
    r"|,\s+whose\s+(?:\w+\s+){0,2}?(?:organi[sz]ation|NGO|charity|shelter|foundation|group|research|book|study|film"
    r"|team|office|centre|center"
    r"|report|work\s+(?:with|on|for)|lawyers?|trial|gang|network|ring|brothels?)\b"
    rf"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{one_of('offenders')}\b|\s+(?:became|was|is)\s+the\s+(?:first"
    rf"|second|third|only|last)\s+(?:person|man|woman|\w+)\s+(?:ever\s+)?(?:to\s+be\s+)?(?:convicted|sentenced"
    rf"|charged|tried|jailed|prosecuted)"
    r"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){1,5}?who\s+(?:coordinates|heads|leads|runs|directs|founded|chairs|represents"
    r"|studies)\b",
    re.IGNORECASE,
)
_OF_BODY_AFTER: Final = re.compile(
    rf",?\s+(?:of|from|with|at|for)\s+(?:the\s+)?(?:[A-Z]{{2,}}\b|(?:{UP}[\w\u2019'&-]*\s+(?:of\s+|for\s+|the\s+"
    rf"|and\s+|against\s+"
    rf"|to\s+)*){{0,4}}(?i:{one_of('bodies', 's?')})|Save\s+the|Human\s+Rights|Anti|Amnesty|World\s|La\s+Strada"
    rf"|Migrant\s"
    rf"|{UP}\w+\s+(?:International|Without|Against|for|Watch))"
    rf"|\s*\((?:[A-Z]{{2,}}|{UP}\w+\s+(?:International|University|Foundation))[^)]{{0,40}}\)"
    rf"|,\s+[A-Z]{{2,}}\b|,?\s+of\s+{UP}\w+(?:\s+{UP}\w+)*,\s+(?:said|says|told|added|argued)"
)
_OFFENDER_BEFORE: Final = re.compile(
    rf"(?:{one_of('offenders', 's?')}(?:{_OF_WHAT})?,?\s+(?:named\s+|called\s+|identified\s+as\s+"
    rf"|known\s+as\s+)?[\"\u201c]?"
    rf"|\b(?:against|convict(?:ed|ion\s+of)?|sentence[ds]?|charge[ds]?|arrest(?:ed|s|ing|\s+of)?|trial\s+of"
    rf"|extradit(?:ed|ion\s+of)"
    rf"|indict(?:ed|s)|jail(?:ed|s)|detain(?:ed)|prosecut(?:ed|ing|ion\s+of)|wanted|hunt(?:ing)?\s+for|accus(?:ed|es"
    rf"|ing)|guilty"
    rf"|acquitt(?:ed|al\s+of)|(?:court|judges?|jury|magistrates?|tribunal)\s+(?:\w+\s+)?(?:gave|handed)"
    rf"|named\s+as\s+\w+|prosecutors?\s+say\s+(?:that\s+)?|remanded"
    rf"|investigat(?:ed|ing))\s+"
    r"(?:(?:the|two|three|four)\s+(?:[\w-]+\s+){0,2}?(?:brothers?|sisters?|couple|spouses|men|women|pair|cousins?"
    r"|citizens|nationals)\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:national|citizen|man|woman|businessman|couple|nationals|brothers?|sisters?)\s+)?"
    rf"(?:{NAMED}(?:,?\s+(?:aged\s+)?\d\d)?,?\s+(?:and\s+)?(?:(?:his|her|their)\s+\w+\s+)?){{0,5}}"
    rf"(?:(?:his|her|their)\s+(?:{one_of('kin')}|partner|accomplices?|girlfriend|boyfriend|aide|driver),?\s+)?"
    r"|\b(?:convicted|accused|alleged|suspected|jailed|fugitive|notorious|self-confessed)\s+(?:[\w-]+\s+){1,3}"
    r"|(?:^|[.;]\s*)(?:sentenced|convicted|jailed|arrested|found\s+guilty|condenad[oa]|condamn\u00e9e?"
    r"|condannat[oa])\b[^.;]{0,80},\s+"
    r"|(?:^|[.;]\s*)Having\s+been\s+(?:convicted|sentenced|charged|jailed|arrested)\b[^.;]{0,80},\s+"
    r"|\bWanted\b[^.;]{0,50}:\s+|(?:^|[.;:]\s*)(?:Charged|Arrested|Convicted|Sentenced|Jailed|Wanted|Accused"
    r"|Detained|Extradited|Named\s+in)\b[^.;]{0,90}?\b(?:is|are|was|were)\s+)$",
    re.IGNORECASE,
)
_AUTHOR_BEFORE: Final = re.compile(
    r"(?:\b(?:study|thesis|dissertation|book|report|film|documentary|article|paper|novel|(?:radio\s+)?play|song"
    r"|album|poem|painting"
    r"|memoir|column|blog|exhibition|survey|photos?|photographs?|pictures?|images?"
    r"|essay|research|work"
    r"|analysis|directed|written|edited|translated|filmed|photographed|interviewed|quoted|reporting|editing|review"
    r"|foreword|drawings?"
    r"|interview|painted|reviewed|chaired|founded|led|headed|run|introduced|drafted|signed\s+into\s+law|tabled"
    r"|sponsored|proposed|set"
    r"\s+up|created|established|opened|presented|moderated|launched|created|compiled|prepared|conducted"
    r"|described|provided|assisted|interpreted|commissioned|supervised|narrated|illustrated|hosted)\s+by\s+"
    r"(?:[\w. ]{0,40}(?:,|and)\s+)?"
    r"|(?:(?:^|[(;.]\s*)see|\bcf\.|\beds?\.|\baccord\w+\s+to|\bcredit:?|\b(?:words|text|pictures?|photos?"
    r"|photography|editing|reporting|translation|illustrations?|camera|author):|\bquot(?:es|ing)|\bcit(?:es|ing)"
    r"|\bthanks?\s+(?:to|you,?))\s+"
    r"|\b(?:reportagem|reportage|reportaje|estudio|\u00e9tude|estudo|libro|livre|livro|art\u00edculo"
    r"|artigo)\s+(?:de|por|di|par)\s+"
    r"|\b(?:selon|seg\u00fan|segundo|secondo|laut|enligt|ifølge|potrivit|wed\u0142ug"
    r"|\u043f\u043e\s+\u0441\u043b\u043e\u0432\u0430\u043c|theo)\s+(?:[\w'\u2019-]+\s+){0,4}"
    r"|\b[Ii]n\s+(?:her|his)\s+(?:\w+\s+)?(?:column|article|book|film|essay|blog|report|study|memoir|editorial),\s+"
    r"|\b(?:[Pp]hotographs?|[Pp]ictures|[Ii]mages|[Dd]rawings)\b[^.;]{0,50}\bby\s+"
    r"|\b(?:rule|reign|regime|presidency|fall|overthrow|government)\s+of\s+"
    r"|\b(?:elected|appointed|nominated|succeeded|replaced|awarded)\s+)$",
    re.IGNORECASE,
)
_AUTHOR_AFTER: Final = re.compile(
    r"(?:,?\s+(?:et\s+al|and\s+colleagues|\(\s*(?:eds?\.|(?:17|18|19|20)\d\d)|\s(?:19|20)\d\d[a-z]?[):,])"
    rf"|,\s+[\"\u201c]|,\s+{UP}[^.,]{{10,120}}\((?:[^)]*(?:19|20)\d\d)\)"
    rf"|\s+(?:and|&)\s+{NAMED},?\s+\(?(?:19|20)\d\d"
    rf"|(?:\s+(?:and|&)\s+{NAMED})?\s+(?:shows?|argues?|finds?|found|demonstrates?|conclude[sd]?|wrote"
    rf"|writes?)\s+(?:that|how|in\s+(?:their|his|her|an?|the)\s+(?:\w+\s+)?(?:study|book|report|paper|article"
    rf"|survey))"
    r"|['\u2019]s?\s+(?:\d{4}\s+|\w+\s+)?(?:book|analysis|article|study|report|research|film|documentary"
    r"|estimates?|novel"
    r"|paper|survey|work|thesis"
    r"|figures?|photographs?|investigation|office|government|administration|speech|cabinet|party|presidency|ministry"
    r"|bill|team|visit"
    r"|trial|conviction|gang|network|ring|sentence|accomplices?|lawyers?|appeal|cartel|brothels?|bar|farm|victims"
    r"|arrest|group|men"
    r"|factory|trawler|boats?|agency|claim|argument|list|theory|foundation|charity|organi[sz]ation|defence"
    r"|plantation|phone)\b)"
)
_CHAIN: Final = (
    rf"(?:\s*,?\s*\(?(?:aged\s+)?\d\d\)?,?)?(?:,\s+aged\s+\d\d\s+and\s+\d\d)?(?:,?\s+(?:and\s+)?(?:both\s+)?(?:from|born\s+in|a\s+resident\s+of)\s+[^,.;]{{2,50}},)?(?:,?\s+of\s+{UP}[\w-]+(?:\s+{UP}[\w-]+)*,?)?"
    rf"(?:(?:,\s+|,?\s+and\s+)(?:(?:his"
    rf"|her)\s+\w+\s+)?{NAMED}(?:\s*,?\s*\(?(?:aged\s+)?\d\d\)?,?)?){{0,6}}(?:,?\s+(?:both|all)\s+of\s+[\w ]+?,)?"
)
_ACCUSED_AFTER: Final = re.compile(
    rf"{_CHAIN}(?:,\s+(?:an?|the|one\s+of|another|his|who|born)\s+(?!{VICTIM})[^.;]{{3,110}}?,"
    rf"|(?:,\s+[^,.;]{{2,40}}){{1,4}},(?=\s+{one_of('accused')})|[^.;]{{0,30}}\band\s+(?=(?:charged|arrested"
    rf"|jailed|sentenced)\s+(?:him|her))"
    rf"|,\s+[^,.;]{{3,40}}\bwho\s+(?:traded|ran|{one_of('harms')})[^,.;]{{0,40}},)?,?\s+(?:who\s+)?"
    rf"(?:(?:must|was|were|is|are|has\s+been|had\s+been|have\s+been|been|got|will|both|later|also|each|allegedly"
    rf"|now|each"
    rf"|then)\s+)*(?:\w+ly\s+|also\s+|later\s+)?"
    rf"(?:(?:found\s+)?{one_of('accused')}|(?:got|gets|given|received|fac(?:es|ed)|serv(?:e|es|ing|ed)"
    rf"|began\s+serving"
    rf"|denie[ds]|den(?:y|ies)|admitted"
    rf"|appealed|awaits?|fled\s+(?:before|bail)|on\s+trial|stood\s+trial|goes\s+on\s+trial|behind\s+bars"
    rf"|in\s+custody|at\s+large"
    rf"|under\s+(?:arrest|investigation)|turned\s+(?:himself|herself)\s+in)(?:\s+[\w-]+){{0,4}}?"
    rf"(?=\s+(?:years?|life|months|sentence|charges?|court|trial|prison|counts?|it|that|the|guilt|running|selling"
    rf"|wrongdoing|jail|trafficking|up))"
    rf"|appeared\s+(?:before|in)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}(?:court|judge|magistrates?|dock)"
    rf"|brought\s+(?:before|to)\s+(?:the\s+|a\s+)?(?:\w+\s+)?(?:court|judge|justice|trial)"
    rf"|brought\s+(?:\w+\s+){{0,3}}(?:women|girls|men|children|workers))",
    re.IGNORECASE,
)
_HARMS_AFTER: Final = re.compile(
    rf"{_CHAIN}(?:,\s+(?:an?|the|born)\s+(?!{VICTIM})[^.;]{{3,60}}?,)?(?:,?\s+(?:who|known\s+as\s+[^,]+,"
    rf"|alias\s+\w+))?,?\s+(?:who\s+)?(?:had\s+|has\s+|have\s+"
    rf"|allegedly\s+|also\s+|had\s+allegedly\s+|would\s+|\w+ly\s+|then\s+){{0,2}}"
    rf"{one_of('harms')}(?:\s+and\s+\w+ed)?\s+(?:the\s+|her|him|them|his|at\s+least\s+|a\s+|an\s+|one\s+|two|three"
    rf"|four|five|six|seven"
    rf"|eight|nine|ten|dozens|hundreds"
    rf"|young|more\s+than|up\s+to|some|many|girls|women|men|children|victims|workers|migrants|\d|underage|teenage"
    rf"|other|recruits)",
    re.IGNORECASE,
)
_SERVES_AFTER: Final = re.compile(
    rf",?\s+(?:and\s+{NAMED}\s+|who\s+|which\s+|has\s+|have\s+|had\s+|also\s+|then\s+|since\s+\d{{4}}\s+|later\s+"
    rf"|\w+ly\s+)*(?:(?:re-?)?(?:elected|appointed|sworn)|took\s+office|came\s+to\s+power"
    rf"|ruled|rules|runs?(?:\s+(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    rf"|\d+))|ran\s+for|run\s+the|heads|headed|directs|directed|leads"
    rf"|led|chairs|chaired|coordinates"
    rf"|coordinated|founded|co-founded|established|set\s+up|works?\s+(?:for|with|at)\s+(?:the\s+)?{UP}|argues"
    rf"|argued|notes|noted|concludes|concluded|estimates"
    rf"|estimated|edits|covers|covered|interviewed|studied|reports|reported|investigated|investigates|photographed"
    rf"|filmed|announced"
    rf"|introduced|signed\s+(?:the|an?)\s+(?:\w+\s+)?(?:law|bill|act|decree|agreement|treaty|memorandum|accord"
    rf"|declaration)"
    rf"|drafted|tabled|sponsored|ratified|inaugurated|launched|urged|urges|criticised|criticized|praised|welcomed"
    rf"|warned|warns|published"
    rf"|document(?:s|ed)|edited|teaches|taught|lectures|painted|directed|prosecuted|presided|ruled\s+that|dissented"
    rf"|represents?|represented|defend(?:s|ed)|counsels|trains|trained|"
    rf"trac(?:es|ed)|describes|analyses|analysed|traces|calculated|counted|counts|compiled|surveyed"
    rf"|picks\s+up\s+the\s+phone|treats|treated|meets|met\s+(?:with\s+)?(?:the\s+)?(?:survivors|victims|families"
    rf"|returnees|delegates)|"
    rf"stood\s+for|resign(?:s|ed)|retired\s+as|stepped\s+down|took\s+over|succeed(?:s|ed)|came\s+after"
    rf"|spoke\s+(?:with|to)\s+(?:\d|dozens|hundreds|women|girls|survivors|victims|reporters|journalists)"
    rf"|put\s+(?:the|their)\s+\w+|spoke\s+(?:for|at|to\s+the|before|against)|speaks\s+for|opened\s+the"
    rf"|t(?:ook|akes?)\s+part\s+in|(?:was|were)\s+sworn|handed\s+(?:the|a|over)\s+(?:petition|report|letter"
    rf"|prize|award)"
    r"|(?:is|are)\s+(?:invoked|hono[u]?red|commemorated|celebrated|quoted|cited)"
    rf"|won\s+the|received\s+the\s+(?:prize"
    rf"|award)|was\s+awarded"
    rf"|was\s+(?:named|made(?!\s+to)|elected|appointed|portrayed|played|nominated)|wrote\s+(?:that|in\s+the|the"
    rf"|about|of"
    rf"|a\s+(?:book|report))|found\s+that"
    rf"|(?:help(?:s|ed)?|assist(?:s|ed)?|rescu(?:es|ed)|sav(?:es|ed)|freed|brought\s+back|bring\s+back|supports?"
    rf"|supported|look(?:s|ed)\s+after|took\s+in|takes\s+in|housed|houses|taken\s+in|advis(?:es|ed))\s+"
    rf"(?:to\s+\w+\s+(?:\w+\s+)?)?(?:(?:her|his|the)\s+first\s+)?(?:more|over|some|hundreds|dozens|scores|many|about"
    rf"|nearly|women|girls|children|victims|survivors|people|workers|migrants|men|families|two|three|four|five|six"
    rf"|ten|the\s+(?:women|girls|victims|children|survivors)|\d|them))\b",
    re.IGNORECASE,
)
_RELIGIOUS: Final = re.compile(r"\b(?:Sister|Father|Brother|Mother|Padre|Fr\.|Sr\.|Imam|Rabbi|Pope|Saint|St\.)\s+$")
_KIN_OF_ACCUSED: Final = re.compile(rf"\b(?:his|her|their)\s+(?:\w+\s+)?{one_of('kin')},?\s+$", re.IGNORECASE)
_ACCUSED: Final = re.compile(one_of("accused"), re.IGNORECASE)
_LONG_AGO: Final = re.compile(
    r"\b1[0-8]\d\ds?\b|\b(?:1[0-8]th|\w+teenth)[- ]century\b|\b(?:biblical|Bible|Genesis|Quran|legend(?:ary)?"
    r"|myth(?:ical|ology)?|goddess|martyr|folk\s?tale|fairy\s?tale|ancient|medieval|antiquity|patron\s+saint"
    r"|saint\s+of|canoni[sz]ed|beatified)\b",
)
_OF_NOW: Final = re.compile(r"\b(?:19[3-9]\d|20\d\d)\b")
_STORY: Final = re.compile(
    r"\b(?:protagonist|heroine|fictional|played\s+by|character\s+(?:of|in|called|named)|screenplay|starring"
    r"|(?:the|this|in\s+a|her|his|short)\s+(?:novel|story\s+by|film\s+by|opera|play\s+by))\b",
    re.IGNORECASE,
)
_GENERAL: Final = re.compile(
    r"\b(?:victims|women|girls|children|workers|migrants|people|government|police|law|traffickers|authorities"
    r"|countries|country|courts?"
    r"|region|families|cases|state|ministry|policy|problem|number|trade|demand|employers|recruiters|we|our)\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"\b(?:I|my|me|she|her|he|his|him|myself|herself|himself)\b")
_SAYS_AFTER: Final = re.compile(
    r",?\s+(?:has\s+|had\s+)?(?:said|says|told|tells|explained|explains|added|adds|stressed|insisted|insists|claims"
    r"|claimed|believes|thinks"
    r"|acknowledged|testified\s+(?:before|to)\s+(?:the\s+)?(?:Congress|Parliament|Senate|committee|House))\b",
    re.IGNORECASE,
)
SAYS_BEFORE: Final = re.compile(
    r"(?:said|says|explained|explains|added|adds|stressed|warned|warns|argued|argues|told\s+\w+)\s+$",
    re.IGNORECASE,
)
"""What of someone who is quoted stands before the name."""


def is_of_accused_or_old(name: Name, sentence: str) -> bool:
    """Tell whether a name is that of a cleric, of kin of somebody accused, or of times long past, legend or fiction."""
    if _RELIGIOUS.search(name.before) or _is_told_of(sentence):
        return True
    return _KIN_OF_ACCUSED.search(name.before) is not None and is_accused_near(name)


@lru_cache(maxsize=32)
def _is_told_of(sentence: str) -> bool:
    """Tell whether a sentence is of fiction or of times long past; remembered for the other names in it."""
    return bool(_STORY.search(sentence) or (_LONG_AGO.search(sentence) and not _OF_NOW.search(sentence)))


@lru_cache(maxsize=32)
def _is_general(sentence: str) -> bool:
    return _GENERAL.search(sentence) is not None and _SELF.search(sentence) is None


def is_accused_near(name: Name) -> bool:
    """Tell whether a charge or a conviction is spoken of beside a name."""
    return _ACCUSED.search(name.before + name.after) is not None


def is_called_offender(name: Name) -> bool:
    """Tell whether the words before a name make it an offender's."""
    return _OFFENDER_BEFORE.search(name.before) is not None


def is_offender_after(name: Name) -> bool:
    """Tell whether the words after a name are of a charge, or of what offenders do."""
    return bool(_ACCUSED_AFTER.match(name.after) or _HARMS_AFTER.match(name.after))


_OF_NAMED: Final = re.compile(
    rf",?\s+(?:of|from|with|at)\s+(?:the\s+)?(?P<first>{UP}[\w-]+)\s+(?:for\s+|the\s+|and\s+|of\s+)?{UP}\w+",
)


def _is_of_body(name: Name) -> bool:
    """Tell whether a name is followed by that of a body which opens with an English word ("of Equality Myanmar")."""
    found = _OF_NAMED.match(name.after)
    return found is not None and len(found["first"]) > 3 and is_english(found["first"].lower())


def is_public(name: Name) -> bool:
    """Tell whether words beside a name give an office, a charge, an authorship or deeds in public."""
    return _is_public_before(name.before) or _is_of_body(name) or _is_public_after(name.after)


# The words around a name come again in lists and tables; the searches in them are the dearest of all.
@lru_cache(maxsize=1024)
def _is_public_before(before: str) -> bool:
    if _OFFENDER_BEFORE.search(before) or _AUTHOR_BEFORE.search(before):
        return True
    return (_names_office(before) or _LEARNED.search(before) is not None) and _OFFICE_BEFORE.search(before) is not None


def _names_office(text: str) -> bool:
    """Tell, by whole words, whether a search for an office before a name can find one."""
    words = {word.removesuffix("s") for word in _WORD.findall(text.lower())}
    return not words.isdisjoint(_office_words())


@cache
def _office_words() -> frozenset[str]:
    named = chain(risk_words("offices"), risk_words("titles"), _SHORT_TITLES)
    return frozenset(_WORD.findall(words.lower())[0].removesuffix("s") for words in named)


@lru_cache(maxsize=1024)
def _is_public_after(after: str) -> bool:
    patterns = (_OFFICE_AFTER, _OF_BODY_AFTER, _AUTHOR_AFTER, _ACCUSED_AFTER, _HARMS_AFTER, _SERVES_AFTER)
    return any(pattern.match(after) for pattern in patterns)


def speaks_of_many(name: Name, sentence: str) -> bool:
    """Tell whether someone is quoted on the matter at large, and not on what happened to one person."""
    if not (_SAYS_AFTER.match(name.after) or SAYS_BEFORE.search(name.before)):
        return False
    return _is_general(sentence)
