"""Invented reports in the manners in which reports are really laid out."""

from sourcebook.model import Document

REFERENCES = [
    "Embassy of Ruritania- Strelsau. reporting, February 12, 2015.",
    (
        "Ministry of Tides. “Ruritania,” in Annual Survey of Harbours- 2013. Port Royal, DC; February 27, 2014; "
        "http://tides.example/survey/index.htm."
    ),
    (
        "Rassendyll, R. “The boys of the quarry.” zendapost.example [online] June 10, 2011 [cited April 17, 2014]; "
        "http://www.zendapost.example/quarry.html."
    ),
    "Government of Ruritania. Labour Code, Law No. 548, enacted July 17, 2014. http://www.law.example/548.",
    "—. Penal Code. Enacted: 2010. [Source on file].",
    (
        "Tarlenheim, Fritz von, and Antoinette de Mauban. Who sews the uniforms? The Strelsau Courier, May 3, 2016. "
        "https://courier.example/2016/uniforms"
    ),
    "ILO-IPEC. Project to End Child Labour in Ruritania. Technical Progress Report. Geneva; October 2011.",
]


def listed(references, opening="{}. {}"):
    return "\n".join(opening.format(number, text) for number, text in enumerate(references, 1))


def report(pages, head="Ruritania\nMODEST ADVANCEMENT"):
    """Return a document whose pages all carry a running head with the page's number."""
    return Document(
        text="\n\f".join(
            f"{head}\n{at}\n{'BUREAU OF INVENTED AFFAIRS' if at % 2 == 0 else '2015 FINDINGS OF NOTHING'}\n{page}"
            for at, page in enumerate(pages, 1)
        ),
        media_type="text/plain",
    )


BODY = (
    "I. WHERE CHILDREN WORK\n"
    "Children in Ruritania cut stone.(1, 2) Some were taken across the border by a man from Strelsau, who had prom-\n"
    "ised them school.(3-5) The mines employ 1,203 (388,541) people. The quarries were closed in May; few were \n"
    "compensated. (6;\n7)\n"
)
