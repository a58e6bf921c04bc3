"""Packs to take away: what an archive holds of some countries, as one value and from it HTML, DOCX or PDF."""
