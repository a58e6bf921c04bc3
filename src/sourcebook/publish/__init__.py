"""Show the archive: pages, citations, packs and exports."""
