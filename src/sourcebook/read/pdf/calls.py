"""Those of pdfium's functions that are called hundreds of times for a page, bound so that a call costs least.

They are called without giving up the interpreter's lock, since each takes less than a microsecond, and without a
declaration of what they take, which halves what a call costs: handles and places must be given as the values of ctypes
that `address_of` and `place_in` make, and numbers are taken as C's int.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from ctypes import PYFUNCTYPE, byref, c_int, c_void_p, cast
from functools import cache
from struct import Struct
from typing import Any

from pypdfium2 import raw


class Address(c_void_p):
    """Where something of pdfium's is."""


def _bound(function: Any, result: Any) -> Callable[..., Any]:
    return PYFUNCTYPE(result)(cast(function, c_void_p).value)  # type: ignore[arg-type]


page_object: Callable[[Address, int], Address] = _bound(raw.FPDFPage_GetObject, Address)
"""An object of a page, by its number."""
object_kind: Callable[[Address], int] = _bound(raw.FPDFPageObj_GetType, c_int)
"""What an object is: text, a path, a picture."""
object_bounds: Callable[..., int] = _bound(raw.FPDFPageObj_GetBounds, c_int)
"""Write where an object stands: left, bottom, right, top, each a C float; 0 where it stands nowhere."""
path_strokes: Callable[[Address], int] = _bound(raw.FPDFPath_CountSegments, c_int)
"""How many strokes a path is made of."""
text_box: Callable[..., int] = _bound(raw.FPDFText_GetRect, c_int)
"""Write where a run of text stands: left, top, right, bottom, each a C double."""
letter_box: Callable[..., int] = _bound(raw.FPDFText_GetCharBox, c_int)
"""Write where a character stands: left, right, bottom, top, each a C double."""
line_box: Callable[..., int] = _bound(raw.FPDFText_GetLooseCharBox, c_int)
"""Write where the line of a character's font stands: left, top, right, bottom, four C floats."""
letter_weight: Callable[[Address, int], int] = _bound(raw.FPDFText_GetFontWeight, c_int)
"""How heavy a character's font is: 400 is regular, 700 bold."""
unmapped: Callable[[Address, int], int] = _bound(raw.FPDFText_HasUnicodeMapError, c_int)
"""1 where a character's font has no map to text."""

DOUBLE = 8
"""How many bytes a C double takes."""
FLOAT = 4
"""How many bytes a C float takes."""

place_in = byref
"""A place in room for boxes, so many bytes from its beginning."""

_FLOATS = Struct("4f")
_DOUBLES = Struct("4d")


def address_of(handle: Any) -> Address:
    """Return the address that one of pdfium's handles stands for, to be given to the functions above."""
    return cast(handle, Address)


def for_each(calls: Iterator[int]) -> None:
    """Make calls one after the other, whatever they return."""
    deque(calls, maxlen=0)


def room_for(kind: Any, count: int) -> Any:
    """Return room for so many of C's values and some more: of few sizes, since a new one takes ten times as long."""
    return _room(kind, 1 << max(0, count - 1).bit_length())()


@cache
def _room(kind: Any, count: int) -> Any:
    return kind * count


def float_boxes(room: Any, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Return the first boxes in room for C floats."""
    return _FLOATS.iter_unpack(memoryview(room).cast("B")[: 4 * FLOAT * count])


def double_boxes(room: Any, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Return the first boxes in room for C doubles."""
    return _DOUBLES.iter_unpack(memoryview(room).cast("B")[: 4 * DOUBLE * count])
