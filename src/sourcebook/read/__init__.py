"""Turn kept bytes into a document: ask each reader, then read."""
