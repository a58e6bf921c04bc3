"""Six more layouts, written after the rules were and read once before any was mended on them."""

from __future__ import annotations

import random
from collections.abc import Callable

from bench.cluttered import parts, words
from bench.cluttered.layouts import Body, Made


def wiki(chance: random.Random) -> Made:
    """Return an encyclopedia's article: a box of facts, a table of contents, edit links, notes and categories."""
    body = Body(chance)
    facts = "".join(
        f"<tr><th>{head}</th><td>{chance.randint(3, 900)}</td></tr>" for head in ("Founded", "Members", "Cases")
    )
    body.clutter('<div class="hatnote">For the town of this name, see <a href="/wiki/T">another page</a>.</div>')
    body.beside(f'<table class="infobox vcard"><caption>{{}}</caption>{facts}</table>', body.title)
    body.either.append("Founded Members Cases")
    body.paragraphs(2)
    contents = "".join(f'<li class="toclevel-1"><a href="#s{at}"><span>{at}</span> <span>{head}</span></a></li>' for at, head in enumerate(words.HEADS[:4], 1))  # fmt: skip
    body.clutter(f'<div id="toc" class="toc"><h2>Contents</h2><ul>{contents}</ul></div>')
    for head in chance.sample(words.HEADS, 3):
        body.put(
            '<h2><span class="mw-headline">{}</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>',
            head,
        )
        for _ in range(2):
            body.put('<p>{}<sup class="reference"><a href="#n">[1]</a></sup></p>', words.paragraph(chance))
    body.listed(4)
    body.either.append("edit 1 References")
    notes = "".join(f'<li id="n{at}"><a href="#b">^</a> <span class="reference-text">{chance.choice(words.NAMES)}, <a href="http://x.example/{at}"><i>{words.title(chance)}</i></a>, {words.day(chance)}.</span></li>' for at in range(6))  # fmt: skip
    body.markup.append(f'<h2>References</h2><div class="reflist"><ol class="references">{notes}</ol></div>')
    body.either.append(notes)
    before = f'{parts.head(chance, body.title)}<body class="mediawiki skin-vector"><div id="content" class="mw-body" role="main"><h1 id="firstHeading">{body.title}</h1><div id="bodyContent"><div id="siteSub">From the harbour encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output">'  # fmt: skip
    after = f'</div></div><div id="catlinks" class="catlinks">Categories: <ul>{parts.links(chance, words.MENU, 5)}</ul></div></div></div><div id="mw-navigation"><div id="mw-panel">{parts.menu(chance, "p-nav")}{parts.menu(chance, "p-tb")}</div></div>{parts.footer(chance)}</body></html>'  # fmt: skip
    return body.made(before, after)


def ministry(chance: random.Random) -> Made:
    """Return a ministry's release out of a content system: fields in wrappers, documents to fetch, a contact."""
    body = Body(chance)
    body.put(
        '<div class="field field--name-field-intro field__item"><strong>{}</strong></div>',
        words.paragraph(chance, 1, 2),
    )
    body.markup.append(
        '<div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><div class="field__item">'
    )
    body.paragraphs(3)
    body.put("<h3>{}</h3>", chance.choice(words.HEADS))
    body.table(4)
    body.paragraphs(2)
    body.put("<p>{}<br><br>" + words.sentence(chance) + "</p>", words.paragraph(chance))
    body.main.append(body.markup[-1].split("<br><br>")[1].removesuffix("</p>"))
    body.markup.append("</div></div>")
    body.clutter('<div class="field field--name-field-documents"><div class="field__label">Documents</div><ul><li><a href="/d.pdf">Full text of the order</a> (PDF, 2 MB)</li><li><a href="/e.pdf">Annex</a> (PDF, 90 KB)</li></ul></div>')  # fmt: skip
    body.clutter('<div class="block block-contact"><h2>Press contact</h2><p>Office of the spokesperson, Quay Street 4, open on weekdays from nine to four, telephone 555 0100, by letter or in person only.</p></div>')  # fmt: skip
    before = f'{parts.head(chance, body.title)}<body class="path-node page-node-type-release"><div class="dialog-off-canvas-main-canvas">{parts.menu(chance)}<div class="region region-breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/press">Press</a></li></ol></div><div class="layout-content"><div class="region region-content"><article class="node node--view-mode-full"><h1>{body.title}</h1>{_dated(body)}<div class="node__content">'  # fmt: skip
    latest = f'<div class="views-element-container block"><h2>Latest releases</h2><div class="view-content">{"".join(f"""<div class="views-row"><time>{words.day(chance)}</time> <a href="/r">{label}</a><p>{words.sentence(chance)}</p></div>""" for label in words.RELATED[:4])}</div></div>'  # fmt: skip
    return body.made(before, f"</div></article>{latest}</div></div>{parts.footer(chance)}</div></body></html>")


def _dated(body: Body) -> str:
    date = words.day(body.chance)
    body.either.append(f"Released {date}")
    return f'<div class="node__meta">Released <time>{date}</time></div>'


def hashed(chance: random.Random) -> Made:
    """Return a magazine's page whose names were made by a program and say nothing, every paragraph in its own box."""
    body = Body(chance)
    box = (
        f'<div class="sc-{chance.randint(1000, 9999)}"><div class="css-{chance.randint(1000, 9999)}">'
        "<p>{}</p></div></div>"
    )
    for part in range(3):
        body.paragraphs(2, box)
        if part == 1:
            body.put('<div class="sc-77aa"><h2 class="css-9">{}</h2></div>', chance.choice(words.HEADS))
        body.clutter(f'<div class="sc-19bc"><div class="css-0"><span>Get the letter</span><p>{chance.choice(words.ADVERTS)}</p><div><input><div role="button">Sign up</div></div></div></div>')  # fmt: skip
        body.beside(
            '<div class="sc-30"><picture><img src="/p.webp" alt=""></picture><span class="css-cap">{}</span></div>',
            words.sentence(chance),
        )
    body.paragraphs(2, box)
    cards = "".join(f'<a class="css-card" href="/s/{at}"><div><img src="/t"><h3>{label}</h3><p>{words.sentence(chance)}</p></div></a>' for at, label in enumerate(chance.sample(words.RELATED, 4)))  # fmt: skip
    before = f'{parts.head(chance, body.title)}<body><div id="__next"><div class="sc-1"><div class="css-a">{parts.links(chance, words.MENU, 9, "div")}</div></div><div class="sc-2"><div class="css-b"><h1 class="css-t">{body.title}</h1></div><div class="css-c">'  # fmt: skip
    legal = "".join(f"<div>{words.filled(chance, text)}</div>" for text in words.LEGAL)
    return body.made(
        before,
        f'</div><div class="css-d"><div>Keep on reading</div>{cards}</div></div><div class="sc-9">{legal}</div></div></body></html>',
    )


def report(chance: random.Random) -> Made:
    """Return a long report: chapters to jump to, numbered paragraphs, a boxed case, notes at its end."""
    body = Body(chance)
    body.put('<div class="abstract"><h2>Summary</h2><p>{}</p></div>', words.paragraph(chance))
    body.main.append("Summary")
    number = 0
    for head in chance.sample(words.HEADS, 3):
        body.put('<section><h2 class="chapter">{}</h2>', head)
        for _ in range(3):
            number += 1
            body.put(
                f'<p class="para"><span class="num">{number}.</span> {{}}<a class="fn" href="#f{number}">{number}</a></p>',
                words.paragraph(chance),
            )
            body.either.append(f"{number} {number}")
        body.clutter("</section>")
    body.put('<div class="box box--case"><h3>{}</h3>', "The case of the night bus")
    body.paragraphs(2)
    body.clutter("</div>")
    body.table(5)
    notes = [
        f"{at}. {chance.choice(words.NAMES)}, {words.title(chance)}, {words.day(chance)}, page {chance.randint(2, 90)}."
        for at in range(1, number + 1)
    ]
    body.markup.append('<section class="footnotes"><h2>Notes</h2><ol>' + "".join(f'<li id="f{at}">{one} <a href="#r">back</a></li>' for at, one in enumerate(notes)) + "</ol></section>")  # fmt: skip
    body.either += [*notes, "Notes", "back " * number]
    chapters = "".join(f'<li><a href="#c{at}">{head}</a></li>' for at, head in enumerate(words.HEADS[:5]))
    before = f'{parts.head(chance, body.title)}<body>{parts.menu(chance, "div")}<div class="report-layout"><div class="report-chapters"><ul>{chapters}</ul><a class="btn" href="/all.pdf">Download the report (PDF)</a></div><div class="report-main"><h1>{body.title}</h1>'  # fmt: skip
    return body.made(before, f"</div></div>{parts.cookies(chance)}{parts.footer(chance)}</body></html>")


def questions(chance: random.Random) -> Made:
    """Return a page of questions that open when they are pressed, with their answers."""
    body = Body(chance)
    body.paragraphs(1)
    asked = ["Who is counted as a victim?", "Where can a child go for help?", "What does the law of the coast say?", "How are the recruiters paid?", "Can those who went home return?"]  # fmt: skip
    for at, question in enumerate(chance.sample(asked, 5)):
        if at % 2:
            body.put("<details><summary>{}</summary>", question)
            body.paragraphs(2)
            body.markup.append("</details>")
        else:
            body.put(
                f'<div class="accordion-item"><h3><button aria-expanded="false" aria-controls="p{at}">{{}}</button></h3><div id="p{at}" class="accordion-panel">',
                question,
            )
            body.paragraphs(2)
            body.markup.append("</div></div>")
    before = f'{parts.head(chance, body.title)}<body>{parts.cookies(chance)}{parts.menu(chance)}<main><div class="hero"><h1>{body.title}</h1></div><div class="wrapper"><div class="faq">'  # fmt: skip
    helped = '<div class="was-this-useful"><p>Was this page of use to you? Tell us what you were looking for.</p><button>Yes</button><button>No</button></div>'
    return body.made(before, f"</div>{helped}</div></main>{parts.sidebar(chance)}{parts.footer(chance)}</body></html>")


def live(chance: random.Random) -> Made:
    """Return a page that was written as things happened: posts with their hour, the newest first."""
    body = Body(chance)
    body.put('<div class="standfirst"><p>{}</p></div>', words.paragraph(chance, 1, 2))
    events = "".join(
        f'<li><a href="#post-{at}"><time>{at + 9}.15</time> {words.sentence(chance)}</a></li>' for at in range(4)
    )
    body.clutter(f'<div class="key-events"><h2>Key events</h2><ul>{events}</ul></div>')
    for at in range(6):
        hour = f"{18 - at}.{chance.randint(10, 59)}"
        body.either.append(hour)
        body.markup.append(
            f'<article id="post-{at}" class="live-post"><header><time>{hour}</time>{parts.share(chance)}</header>'
        )
        body.put("<h2>{}</h2>", chance.choice(words.HEADS))
        body.paragraphs(chance.randint(1, 3))
        body.markup.append("</article>")
        if at == 2:
            body.clutter(parts.advert(chance))
    before = f'{parts.head(chance, body.title)}<body>{parts.menu(chance)}<main><h1>{body.title}</h1>{_dated(body)}<div class="live-stream">'
    return body.made(
        before,
        f"</div><button>Show older posts</button></main>{parts.related(chance, 'more-on')}{parts.comments(chance)}{parts.footer(chance)}</body></html>",
    )


LATER: dict[str, Callable[[random.Random], Made]] = {
    "wiki": wiki,
    "ministry": ministry,
    "hashed": hashed,
    "report": report,
    "questions": questions,
    "live": live,
}
"""The layouts by their names."""
