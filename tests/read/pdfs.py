"""PDFs made by hand: small ones of every kind that readers meet, and large ones for measuring."""

import random
import zlib

WORDS = [
    "boys",
    "and",
    "girls",
    "of",
    "the",
    "town",
    "were",
    "sent",
    "to",
    "the",
    "quarries",
    "by",
    "men",
    "from",
    "the",
    "coast",
    "who",
    "paid",
    "their",
    "parents",
    "in",
    "salt",
]


def text_at(x, y, words, size=10):
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET"


def pdf(
    pages, *, info="", font="/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding", outline=()
):
    """Return a PDF whose pages are these content streams."""
    objects = ["<< /Type /Catalog /Pages 2 0 R" + (f" /Outlines {4 + 2 * len(pages)} 0 R" if outline else "") + " >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", f"<< {font} >>"]
    for at, page in enumerate(pages):
        data = zlib.compress(page.encode("cp1252") if isinstance(page, str) else page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>"
        )
        objects.append((f"<< /Length {len(data)} /Filter /FlateDecode >>", data))
    if outline:
        first = 4 + 2 * len(pages)
        objects.append(
            f"<< /Type /Outlines /First {first + 1} 0 R /Last {first + len(outline)} 0 R /Count {len(outline)} >>"
        )
        for at, (title, page) in enumerate(outline):
            following = f" /Next {first + at + 2} 0 R" if at + 1 < len(outline) else ""
            objects.append(
                f"<< /Title ({title}) /Parent {first} 0 R /Dest [{4 + 2 * (page - 1)} 0 R /Fit]{following} >>"
            )
    return assembled(objects, info)


def assembled(objects, info=""):
    out, places = bytearray(b"%PDF-1.7\n"), []
    if info:
        objects = [*objects, f"<< {info} >>"]
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        head, data = body if isinstance(body, tuple) else (body, None)
        out += f"{number} 0 obj\n{head}\n".encode("cp1252")
        if data is not None:
            out += b"stream\n" + data + b"\nendstream\n"
        out += b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    told = f" /Info {len(objects)} 0 R" if info else ""
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R{told} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def lines(words, x=72, top=740, step=12, size=10):
    return "\n".join(text_at(x, top - step * at, line, size) for at, line in enumerate(words))


def made(pages, seed):
    """Return a report of this many pages, each of fifty lines with a running head and marks."""
    rng = random.Random(seed)

    def page(number):
        body = [" ".join(rng.choices(WORDS, k=14)) + f". ({rng.randint(1, 40)})" for _ in range(50)]
        return lines([f"ANNUAL SURVEY OF HARBOURS {number}", *body])

    return pdf([page(number) for number in range(1, pages + 1)])
