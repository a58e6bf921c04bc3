"""The XML parts of what is a ZIP within, such as DOCX and ODT: each read when it is asked for, without entities."""

from __future__ import annotations

import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sourcebook.errors import InputRefused
from sourcebook.read.reader import Source


class XmlParts:
    """The parts of a ZIP that is a `form`, as errors call it."""

    def __init__(self, archive: zipfile.ZipFile, source: Source, form: str) -> None:
        self._archive, self._source, self._form = archive, source, form

    def get(self, name: str) -> Element | None:
        """Return a part as XML, None where it is not there.

        Raises InputRefused where it cannot be unpacked, is no XML, or declares entities.
        """
        if (data := self.unpacked(name)) is None:
            return None
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except DefusedXmlException as error:
            raise self.broken(name, "it declares entities, which may fetch or grow without end") from error
        except (ParseError, ValueError) as error:
            raise self.broken(name, f"it is no XML ({error})") from error
        return root

    def unpacked(self, name: str) -> bytes | None:
        """Return a part as it is, None where it is not there; raises InputRefused where it cannot be unpacked."""
        try:
            return self._archive.read(name)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise self.broken(name, str(error).rstrip(".")) from error

    def broken(self, name: str, why: str) -> InputRefused:
        """Return the refusal of a part that cannot be read."""
        return InputRefused(
            f"The part {name} of this {self._form} cannot be read: {why}.",
            where=self._source.where,
            next_step="Open it in Word or LibreOffice, save it again, and give that file.",
        )
