"""Sourcebook: a country-by-country evidence archive on human trafficking.

bytes -> Capture -> Document -> Page/Entry/Passage -> Claim -> Finding -> View -> page, pack, export, API
       preserve    read        segment               extract  reconcile  store/query  publish
"""

from sourcebook.version import __version__

__all__ = ["__version__"]
