"""The parts that several pages share: passages, entries, sentences about their condition, small drawings."""
