"""A template that is translated when it is compiled shows what Jinja itself would."""

import gettext

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from sourcebook.publish.site.compiling import TranslatedEnvironment
from sourcebook.publish.site.words import words_in


class Turned(gettext.NullTranslations):
    """A catalog in which every sentence has its gaps in another order, markup, and signs that mean something."""

    def gettext(self, message: str) -> str:
        return f"<i>100%%</i> {' '.join(reversed(message.split()))} & more"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid1 if n == 1 else msgid2}!"


MACROS = "{% macro shout(text, sign='!') %}<b>{{ text }}{{ sign }}</b>{% endmacro %}"
TEMPLATES = (
    "{{ _('Plain words') }}",
    "{{ _('%(n)s of %(site)s here', n=count, site=title) }}",
    "{{ _('A sign: 100%% of it') }}",
    "<p title=\"{{ _('One %(n)s', n=title) }}\">{{ title }}</p>",
    "{% trans %}Words <b>in</b> a block, 100%{% endtrans %}",
    "{% trans who=title %}Said by {{ who }}{% endtrans %}",
    "{% trans n=count %}One copy.{% pluralize %}{{ n }} copies.{% endtrans %}",
    "{{ _(spoken) }}",
    "{% from 'macros' import shout %}{{ shout(_('Deep %(n)s', n=title)) }}{{ shout(title, sign='?') }}{{ shout(safe) }}",
    "{% set kept = _('Kept') %}{{ kept }}{{ _('checked:') ~ ' ' ~ title if count }}{{ [title, kept]|join(' · ') }}",
    "{{ number }}{{ none }}{{ safe }}{{ title.upper() }}{{ title|trim }}{% for one in rows %}{{ one.name }}{% endfor %}",
)
SHOWN = {
    "title": "<script>\"'&",
    "count": 2,
    "number": 1.5,
    "safe": Markup("<hr>"),
    "spoken": "Said so",
    "rows": [{"name": "<a>"}],
}


def both(catalog: gettext.NullTranslations, source: str) -> tuple[str, str]:
    held = {"loader": DictLoader({"macros": MACROS, "page": source}), "autoescape": True, "undefined": StrictUndefined}
    plain = Environment(extensions=["jinja2.ext.i18n"], **held)
    plain.install_gettext_translations(catalog, newstyle=True)
    ours = TranslatedEnvironment(catalog, **held)
    return plain.get_template("page").render(SHOWN), ours.get_template("page").render(SHOWN)


@pytest.mark.parametrize("source", TEMPLATES)
@pytest.mark.parametrize(
    "catalog", [gettext.NullTranslations(), Turned(), words_in("ru").catalog, words_in("ar").catalog]
)
def test_it_shows_what_jinja_would(catalog, source):
    theirs, ours = both(catalog, source)
    assert ours == theirs
    assert theirs


def test_a_sentence_costs_no_call_when_a_page_is_rendered():
    ours = TranslatedEnvironment(Turned(), autoescape=True)
    before = ours.from_string("{{ _('Kept here') }}")
    ours.globals["_"] = ours.globals["gettext"] = None
    assert before.render() == "<i>100%</i> here Kept & more"


def test_a_missing_value_is_an_error():
    ours = TranslatedEnvironment(Turned(), autoescape=True, undefined=StrictUndefined)
    for source in ("{{ missing }}", "{{ missing.part }}", "{{ _('Said by %(who)s', who=missing) }}", "{{ missing() }}"):
        with pytest.raises(UndefinedError):
            ours.from_string(source).render()
