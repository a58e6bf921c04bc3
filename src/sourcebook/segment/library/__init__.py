"""Libraries of reference managers: a file of BibTeX, RIS, CSL-JSON or Zotero's JSON becomes works and visits."""

from sourcebook.segment.library.as_report import library_report
from sourcebook.segment.library.csl import CslItem, from_csl
from sourcebook.segment.library.placing import library_pages
from sourcebook.segment.library.registry import LIBRARIES, library_in

__all__ = ["LIBRARIES", "CslItem", "from_csl", "library_in", "library_pages", "library_report"]
