"""How servers behave when someone looks again: the table that link classes are measured on.

Each row is a host of its own. `asked` is what it answers at the address that was cited, `others` what it answers at the
addresses that the redirects lead to, `made_up` at any other address, `front` at its front page. A list is a sequence of
answers to one request after another; the last one stays. `beyond` marks a row that no rule of ours tells right.
"""

from dataclasses import dataclass, field

TITLE = "Women from the river towns were sold abroad, police say"
EXCERPT = (
    "Police in the river towns said on Monday that 27 women had been taken abroad since the spring with promises of work "
    "in kitchens and hotels, and that eleven of them had come home by the end of the year."
)
SECOND = (
    "A spokesman for the border guard said that two men from the district had been charged and that a third was still "
    "being looked for in the neighbouring country, where he is thought to have family."
)
REST = (
    "The charity that runs the shelter in the old school says that it has beds for nine people and a waiting list twice "
    "as long. Its director has asked the ministry for help three times. The mayor said that the town council would take "
    "up the matter at its next sitting, and that the bus to the border would be checked more often than before. Teachers "
    "in the upper school have begun to talk with pupils about offers of work abroad that seem too good to be true. "
)
OTHER = (
    "The harvest festival will be held on the last Saturday of the month on the meadow behind the church. There will be "
    "music from noon, a market for cheese and honey, and a race for children around the pond. The fire brigade asks all "
    "visitors to leave their cars at the station and to take the shuttle. Tickets can be had from the baker and at the "
    "gate. The committee thanks the many volunteers who have mended the stage and painted the benches this summer. "
)
MENU = "<nav><a href='/'>Home</a> <a href='/news/'>News</a> <a href='/about/'>About us</a></nav>"
FOOTER = "<footer>Published by the River Courier. All rights reserved.</footer>"


def page(title, *paragraphs, head="", menu=MENU, footer=FOOTER, heading=None):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{menu}"
        f"<h1>{title if heading is None else heading}</h1>{text}{footer}</body></html>"
    )


ARTICLE = page(f"{TITLE} - River Courier", EXCERPT, SECOND, REST, REST, heading=TITLE)
HOME = page("River Courier - news from the valley", OTHER, "Weather", "Sports results of the week", OTHER)


def ok(body, *headers, status="200 OK", charset="utf-8"):
    return status, (f"Content-Type: text/html; charset={charset}", *headers), body


def go(status, to, *headers):
    return status, (f"Location: {to}", *headers), ""


def status(line, body="", *headers):
    return line, ("Content-Type: text/html; charset=utf-8", *headers), body or page(line, "")


def raw(*pieces):
    """Answer with these very bytes, and wait where a piece is a number of seconds."""
    return "raw", (), pieces


HONEST = status("404 Not Found", page("404", "The address is not known here."))


@dataclass(frozen=True)
class Row:
    name: str
    outcome: str
    asked: object
    others: dict = field(default_factory=dict)
    made_up: object = HONEST
    front: object = field(default_factory=lambda: ok(HOME))
    robots: object = HONEST
    path: str = "/news/2005/women-sold.html"
    title: str = TITLE
    excerpts: tuple = (EXCERPT, SECOND)
    kept: tuple = ()
    to: str | None = None
    beyond: bool = False


ROWS = []


def row(name, outcome, asked, **more):
    ROWS.append(Row(name, outcome, asked, **more))
