"""A pack as PDF, tagged by PDF/UA-1; words that no font here can set are named as missing, never shown as boxes."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import msgspec

from sourcebook.errors import MissingExtra
from sourcebook.model import Value
from sourcebook.publish.packs.pack import Pack
from sourcebook.publish.packs.unset import without, without_controls

_NO_FONT = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_FIRST_DAY = "1980-01-01"
_TRIES = 60


class PdfMade(Value, frozen=True):
    """A PDF, and the characters that no font of this machine could set."""

    content: bytes
    unset: frozenset[str] = frozenset()


def to_pdf(pack: Pack) -> PdfMade:
    """Return a pack as PDF, the same bytes for the same pack and fonts; MissingExtra where typst is not there."""
    if find_spec("typst") is None:
        raise MissingExtra("pdf", "A pack as PDF")
    import typst

    setter = _Setter(typst)
    pack = without_controls(pack)
    unset = setter.unset(pack)
    return PdfMade(content=setter.set(without(pack, unset) if unset else pack), unset=unset)


class _Setter:
    """Sets packs with the fonts of this machine, which are looked up once."""

    def __init__(self, typst: Any) -> None:
        self._error = typst.TypstError
        self._compiler = typst.Compiler(font_paths=typst.Fonts())
        self._template = files(__package__).joinpath("pack.typ").read_bytes()

    def set(self, pack: Pack) -> bytes:
        """Return a pack as PDF; an error of typst where a character cannot be set."""
        inputs = {"pack": msgspec.json.encode(pack).decode(), "day": pack.as_of or _FIRST_DAY}
        made = self._compiler.compile(self._template, format="pdf", pdf_standards="ua-1", sys_inputs=inputs)
        return bytes(made)

    def unset(self, pack: Pack) -> frozenset[str]:
        """Return the characters of a pack that no font here can set, found on small pages, writing system by system."""
        signs = sorted(set(msgspec.json.encode(pack).decode()))
        by_system: dict[str, list[str]] = {}
        for sign in signs:
            if not sign.isascii() and unicodedata.category(sign) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}:
                by_system.setdefault(unicodedata.name(sign, "UNNAMED").split()[0].split("-")[0], []).append(sign)
        return frozenset(sign for held in by_system.values() for sign in self._unset_of(held))

    def _unset_of(self, signs: list[str]) -> list[str]:
        """Return those of some characters that cannot be set; a half of them that can be set whole is not divided."""
        if not signs or self._sets(signs):
            return []
        if len(signs) == 1 or (len(signs) > _TRIES and not self._sets(signs[:1])):
            return signs
        middle = len(signs) // 2
        return [*self._unset_of(signs[:middle]), *self._unset_of(signs[middle:])]

    def _sets(self, signs: list[str]) -> bool:
        page = f'#set document(title: "x")\n#set text(font: ("Liberation Serif", "DejaVu Sans"))\n= x\n{_quoted(signs)}'
        try:
            self._compiler.compile(page.encode(), format="pdf", pdf_standards="ua-1")
        except self._error as error:
            if _NO_FONT.search(str(error)):
                return False
            raise
        return True


def _quoted(signs: list[str]) -> str:
    """Return characters as words of a page, parted so that no two of them join into one glyph."""
    return "".join(f'#text({msgspec.json.encode(sign).decode()})#text(" ")' for sign in signs)
