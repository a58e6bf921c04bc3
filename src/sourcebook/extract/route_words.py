"""The words by which a clause tells a route: of harm, of movement, of what a country is, and of movement inside it."""

from __future__ import annotations

import re
from typing import Final

from ahocorasick_rs import AhoCorasick

from sourcebook.extract.cues import Cue

HARM: Final = Cue(
    r"\b(?:traffick\w*|exploit\w*|enslav\w*|slaver?y?|slaves|servitude|force[ds]?|forcing|forcibly"
    r"|coerc\w*|sold|sells?|selling|lur(?:ed|es?|ing)|abduct\w*|kidnap\w*|bondage|bonded|deceiv\w*"
    r"|prostitut\w*|begging|to beg|brothels?|victims?|compelled|sexual\w*|brides?|commercial sex"
    r"|domestic servants?|unpaid|confiscat\w*|withheld|locked (?:in|up)"
    r"|without (?:pay|wages)|organs?|kidneys?|child soldiers?)\b",
    "traffick exploit enslav slav servitude force forci coerc sold sell lure lurin abduct kidnap bond deceiv prostitut "
    "beg brothel victim compelled sexual bride sex servant unpaid confiscat withheld without =organ =organs kidney "
    "soldier locked",
)
# How the words of harm begin: where none stands, no harm is said.
_HARM_STEMS: Final = AhoCorasick(
    ["traffick", "exploit", "enslav", "slav", "servitude", "forc", "coerc", "sold", "sell", "lur", "abduct", "kidnap",
     "bond", "deceiv", "prostitut", "beg", "to beg", "brothel", "victim", "compelled", "sexual", "bride", "organ",
     "commercial sex", "domestic servant", "unpaid", "confiscat", "withheld", "without", "locked",
     "kidney", "child soldier"]
)  # fmt: skip


def first_harm(low: str) -> int:
    """Return where in a text harm is first said; its length where it is not."""
    for start in sorted({start for _, start, _ in _HARM_STEMS.find_matches_as_indexes(low, overlapping=True)}):
        if HARM.pattern.match(low, start):
            return start
    return len(low)


MOVED: Final = re.compile(
    r"\b(?:traffick(?:ed|ing|s)?|taken|takes?|took|brought|bring(?:s|ing)?|sent|sends?|sending"
    r"|transport\w*|lur\w+|sold|sells?|selling|smuggl\w+|mov(?:ed|e|ing)|travel\w*|migrat\w+"
    r"|export\w*|on (?:their|the) way|bound|destined|en route|recruit\w+|deliver\w*|going|go|goes"
    r"|went|transit\w*|march\w*|ship(?:ped|ping)?|carried|abduct\w*|kidnap\w*|forc\w+|exploit\w*"
    r"|subject\w*|enslav\w*|found|held|kept|work\w*|victims?|prostitut\w*|coerc\w*|trick\w*|deceiv\w*"
    r"|promis\w+|flow\w*|emigrat\w*|seeking|employ\w*|encounter\w*|fac(?:e|ed|ing)|endur\w+"
    r"|experienc\w+|suffer\w*|vulnerable|flown|ferried|dispatch\w*|conscript\w*|used|put to|married"
    r"|leave|leaving|left|cross\w*|end up|ended up|passed|arriv\w+|originat\w+|came|come|comes"
    r"|adopted|resettled|dragged|bought|sexually|without (?:pay|wages))\b"
)
TAKEN: Final = Cue(
    r"\b(?:marched|taken|brought|sent|transported|moved|shipped|carried|driven|flown|ferried"
    r"|delivered|dispatched|smuggled)\b",
    "marched taken brought sent transported moved shipped carried driven flown ferried delivered dispatched smuggled",
)
TAKEN_TO: Final = re.compile(
    r"\b(?:traffick\w+|taken|brought|sent|moved|lured|transported|sold|smuggled|carried|forced|recruited)\b"
)
COUNTRY_OF: Final = Cue(
    r"\b(?:is|was|are|were|remains?|remained|became|as|be|served|serves|been|considered|also|both"
    r"|mainly|primarily|longer)\b[^;.]{0,90}?\b(?:source|origin|transit|destinations?|sending|receiving"
    r"|supply|demand|(?:place|country|countries|market|markets) (?:to which|where|into which))\b",
    "source origin transit destination sending receiving supply demand where which",
)
CHIEF: Final = re.compile(r"\b(?:chief|main|top|principal|primary|most (?:common|frequent|important)|leading|usual)\b")
BUT_NOT: Final = Cue(r",? but (?:no longer|not|never)\b", "=but")
GOAL: Final = re.compile(r"\b(?:place|country|countries|markets?) (?:to which|into which|where)\b|\bdestinations?\b")
RANKED_AFTER: Final = re.compile(r"\b(?:followed by|ahead of|then)(?: the)? $")
ROLES: Final = re.compile(r"\b(source|origin|sending|supply|transit|destination(?=s?\b)|receiving|demand)")
INSIDE: Final = Cue(
    r"\bdestination (?:country )?for local\b|"
    r"\b(?:within (?:the )?(?:country|its (?:own )?borders|their (?:own )?(?:country|borders)"
    r"|national borders|the nation|country|the territory|borders|the country's borders)|internally"
    r"|domestically|in-country|inside the country|domestic (?:and foreign |and international "
    r"|and transnational |, foreign |or foreign )?(?:trafficking )?victims|domestic (?:and"
    r"|or) (?:foreign|international|transnational|migrant)"
    r"|foreign and domestic (?:trafficking )?victims"
    r"|internal (?:human |sex |labou?r |child |and transnational )?traffick\w*|trafficking (?:is|was"
    r"|occurs|occurring)(?: \w+){0,3} internal|intern(?:al|ally)(?: and transnational)? traffick\w+"
    r"|domestic (?:human |sex |labou?r )?trafficking(?! (?:law|act|unit|plan|legislation"
    r"|victims? act))|in their own country|at home and abroad|in the country and abroad"
    r"|within and outside|inside and outside)\b",
    "within =internal =internally domestic in-country inside =own =home =local =abroad",
)
RURAL: Final = Cue(
    r"\b(?:traffick\w+|taken|brought|sent|moved|lured|transported|sold|recruited"
    r"|lured)\b[^;.]{0,80}?\b(?:from (?:the )?(?:rural|poor|remote|impoverished|mountain\w*|north\w*"
    r"|south\w*|east\w*|west\w*|outer|villages?|highlands?|countryside|interior|poorer|hinterland"
    r"|provinces|outlying|small)\b[^;.]{0,60}?\bto (?:the )?(?:[\w-]+ ){0,3}?(?:cit(?:y|ies)|towns?"
    r"|urban|capital|coast|camps?|mines?|plantations?|farms?|resorts?|tourist|centers?|centres?"
    r"|industrial|south\w*|north\w*|zones?|areas?|estates|households?)\b|to (?:urban (?:areas|centers"
    r"|centres)|(?:the |larger |major |big )?cities|(?:tourist|resort|mining) (?:areas|destinations"
    r"|towns|centers|camps|communities|sites)|the capital)\b)",
    "rural urban cit town capital camp resort touris mine "
    "mining plantation farm estate households coast zones areas centers centres",
)
NEGATED: Final = Cue(
    r"\b(?:no longer|not (?:a|an|been|be|considered|known|believed|currently|trafficked)"
    r"|no (?:\w+ )?(?:proof|evidence|reports?|indications?|signs?|cases|confirmed cases"
    r"|instances) (?:that|of)|never|den(?:y|ies|ied) that|neither|ceased to be|n't|not)\b",
    "=no =not =never =deny =denies =denied =neither =ceased n't",
)
DENIED: Final = re.compile(
    r"\bno (?:\w+ )?(?:proof|evidence|reports?|indications?|signs?|confirmed cases|instances)"
    r"|no longer|denie[sd] that|not (?:been )?(?:traffick|a destination|a source|considered)"
    r"|never (?:been )?traffick|ceased"
)
SEIZED: Final = Cue(
    r"\b(?:kidnapped|abducted|seized|captured|intercepted"
    r"|held for ransom) (?:\w+ ){0,2}?in\b.{2,60}\b(?:sold|taken|moved|transferred|brought|passed)\b",
    "kidnapped abducted seized captured intercepted ransom",
)
SEEKERS: Final = Cue(
    r"\b(?:sex touris\w+|to solicit|soliciting|buy sex|purchas\w+ (?:commercial )?sex|seeking sex"
    r"|sex buyers|as clients|patroni[sz]e)\b",
    "touris solicit client patroni =buy purchas seeking buyers",
)
PRONOUN: Final = re.compile(
    r"^(?:and |but |while |whereas |where |then |though |although )*(?:some|others?|they|many|most"
    r"|these|those|the (?:rest|others|remainder|victims|women|girls|children|men)|others|where"
    r"|several|a few|a (?:small |large |significant |growing )?number)\b|^(?:and |but "
    r"|then )+(?:\w+ly )?(?:are|were|sold|forced|taken|made|put|kept|exploited|subjected|trafficked"
    r"|used|compelled|coerced|brought)\b"
)
ABROAD: Final = Cue(
    r"\b(?:abroad|overseas)\b",
    "abroad overseas",
)
CAME_FROM: Final = Cue(
    r"\b(?:came|come|comes|coming|are|were|was|is|originat\w+|hail\w*|recruited|identified"
    r"|trafficked)\b(?:[\w\s,-]{0,30}?)\bfrom\b",
    "from",
)
NATIONALS: Final = re.compile(
    r"\b(?:most|many|some|all|several|half|others|the (?:majority|rest|others|remainder))"
    r"(?: of (?:them|whom|these|those|the (?:victims|women|girls|men|children)))?,? (?:were|are|was|being)\b"
)
WITHIN_IT: Final = Cue(
    r"\b(?:traffick(?:ed|ing)|exploit(?:ed|ation)|sold|forced|enslaved|subjected|moved"
    r"|transported)\b[^,;]{0,60}\bwithin\b",
    "within",
)
