"""What every worker needs, loaded when this is imported: the server from which workers are forked does so once."""

from sourcebook.sweep.page import read_page
from sourcebook.sweep.scan import scan_for
from sourcebook.vocabulary.topics import topics

_MAIN = next(iter(topics()))
_SENTENCE = b"<p>In 2014 police in Kenya identified 34 victims of human trafficking, 20 of them taken to Oman.</p>"

if scan_for(_MAIN).may_hold(_SENTENCE):
    read_page(_SENTENCE, "https://example.org/", _MAIN)
