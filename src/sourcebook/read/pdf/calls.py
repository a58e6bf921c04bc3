"""Those of pdfium's functions that are called hundreds of times for a page, bound so that a call costs least.

They take addresses as numbers and are called without giving up the interpreter's lock, since each takes less than a
microsecond: that halves what a call costs.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any

from pypdfium2 import raw


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., int]:
    address = cast(function, c_void_p).value
    return PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


page_object = _bound(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
"""The address of an object of a page, by its number."""
object_kind = _bound(raw.FPDFPageObj_GetType, c_int, c_void_p)
"""What an object is: text, a path, a picture."""
object_bounds = _bound(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
"""Write where an object stands: left, bottom, right, top, each a C float; 0 where it stands nowhere."""
path_strokes = _bound(raw.FPDFPath_CountSegments, c_int, c_void_p)
"""How many strokes a path is made of."""
text_box = _bound(raw.FPDFText_GetRect, c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
"""Write where a run of text stands: left, top, right, bottom, each a C double."""
letter_box = _bound(raw.FPDFText_GetCharBox, c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
"""Write where a character stands: left, right, bottom, top, each a C double."""
line_box = _bound(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
"""Write where the line of a character's font stands: left, top, right, bottom, four C floats."""
letter_weight = _bound(raw.FPDFText_GetFontWeight, c_int, c_void_p, c_int)
"""How heavy a character's font is: 400 is regular, 700 bold."""
unmapped = _bound(raw.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
"""1 where a character's font has no map to text."""

DOUBLE = 8
"""How many bytes a C double takes."""
FLOAT = 4
"""How many bytes a C float takes."""


def address_of(handle: Any) -> int:
    """Return the address that one of pdfium's handles stands for, to be given to the functions above."""
    return cast(handle, c_void_p).value or 0


def four_doubles() -> Any:
    """Return room for the four sides of a box."""
    return (c_double * 4)()
