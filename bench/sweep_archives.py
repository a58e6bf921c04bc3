"""WARC files for measuring a sweep: pages of our own sentences in the markup of a news site, some on the topic."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

from generated import texts

COUNTRIES = ("Moldova", "Kenya", "Ghana", "Nepal", "Belarus", "Peru", "Togo", "Laos", "Chad", "Malawi")
ENDS = ("Italy", "Oman", "Spain", "India", "Germany", "Chile", "Gabon", "Thailand", "Kuwait", "Greece")
KINDS = ("women", "girls", "men", "children", "boys")
OFF = str.maketrans("fxkFXK", "vscVSC")
"""What makes of any sentence one without a word of the topic in it."""


def page(chance: random.Random, words: Iterator[str], *, on_topic: bool) -> bytes:
    """Return a page of about 60 kB: a menu, an article, a list of others, scripts and styles."""
    title = next(words)[:70].translate(OFF)
    parts = [f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>"]
    parts.append(
        f"<style>{_code(chance, '.c{} {{ margin: {}px; color: #{:06x} }}', 120)}</style></head><body><nav><ul>"
    )
    parts += [
        f'<li><a href="/s/{chance.randrange(10**6)}">{next(words)[:24].translate(OFF)}</a></li>' for _ in range(60)
    ]
    parts.append(f"</ul></nav><article><h1>{title}</h1>")
    for paragraph in range(24):
        body = " ".join(next(words) for _ in range(3)).translate(OFF)
        parts.append(f'<p class="c{chance.randrange(99)}">{body} It&#8217;s &amp; so.</p>\n')
        if on_topic and paragraph % 6 == 2:
            parts.append(f"<p>{_evidence(chance)}</p>\n")
    parts.append("</article><aside>")
    parts += [f'<div class="card"><span>{next(words)[:90].translate(OFF)}</span></div>' for _ in range(80)]
    parts.append(f"</aside><script>{_code(chance, 'a[{}]=({}+x)*{:06x};', 500)}</script></body></html>")
    return "".join(parts).encode()


def _code(chance: random.Random, form: str, count: int) -> str:
    return "".join(
        form.format(chance.randrange(999), chance.randrange(99), chance.randrange(1 << 24)) for _ in range(count)
    )


def _evidence(chance: random.Random) -> str:
    total, part = chance.randint(40, 900), chance.randint(5, 39)
    home, end = chance.choice(COUNTRIES), chance.choice(ENDS)
    return (
        f"In {chance.randint(2003, 2023)} police in {home} identified {total} victims of human trafficking, {part} of "
        f"them {chance.choice(KINDS)} taken to {end} for forced labour. The courts convicted {chance.randint(2, 60)} "
        "traffickers."
    )


def write(path: Path, pages: int, *, every: int, seed: int = 1) -> int:
    """Write a WARC file of so many pages, each `every`th on the topic; return the bytes of its records undone."""
    chance, words, size = random.Random(seed), _again(seed), 0
    with path.open("wb") as file:
        for number in range(pages):
            body = page(chance, words, on_topic=number % every == 0)
            one = _response(f"https://example.org/{seed}/{number}", body)
            size += len(one)
            file.write(gzip.compress(one, 6, mtime=0))
    return size


def _again(seed: int) -> Iterator[str]:
    while True:
        seed += 1000
        yield from texts(20_000, seed)


def _response(url: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
    block = f"{head}Server: ours\r\nCache-Control: no-cache\r\n\r\n".encode() + body
    fields = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Date: 2020-05-01T10:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n"
    )
    return fields.encode() + b"\r\n" + block + b"\r\n\r\n"
