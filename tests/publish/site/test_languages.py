"""The interface in English, French, Spanish, Russian and Arabic: whole catalogs, compiled, with every gap in place."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import CATALOGS, Words, words_in

LANGUAGES = ("fr", "es", "ru", "ar")
GAP = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+>")
SITE = CATALOGS.parent


def catalog(language):
    with (CATALOGS / language / "LC_MESSAGES" / "sourcebook.po").open("rb") as held:
        return read_po(held, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_has_all_its_gaps_and_its_plural_forms(language):
    read = catalog(language)
    for message in read:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            assert len(message.string) == read.num_plurals
            assert all(message.string)
            for form in message.string:
                assert set(GAP.findall(form)) <= set(GAP.findall(message.id[0])) | set(GAP.findall(message.id[1]))
        else:
            assert sorted(GAP.findall(message.string)) == sorted(GAP.findall(message.id))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_reads_is_what_the_catalog_says(language):
    with (CATALOGS / language / "LC_MESSAGES" / "sourcebook.mo").open("rb") as held:
        compiled = gettext.GNUTranslations(held)
    for message in catalog(language):
        if message.id and isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_there_is_has_its_translation_and_no_other_has_one(language):
    with (CATALOGS / "sourcebook.pot").open("rb") as held:
        wanted = {message.id for message in read_po(held) if message.id}
    read = catalog(language)
    assert {message.id for message in read if message.id} == wanted
    lacking = [message.id for message in read if message.id and (message.fuzzy or not message.string)]
    assert not lacking
    assert not read.obsolete


def test_every_sentence_of_the_code_stands_in_it_word_for_word():
    written = {
        node.value
        for path in SITE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    with (CATALOGS / "sourcebook.pot").open("rb") as held:
        listed = [one for one in read_po(held) if one.id and all(file.endswith(".py") for file, _ in one.locations)]
    said = {form for one in listed for form in (one.id if isinstance(one.id, tuple) else (one.id,))}
    assert len(listed) > 300
    assert said - written == set()


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("fr", 1, "un ouvrage"),
        ("ru", 1, "1 работа"),
        ("ru", 3, "3 работы"),
        ("ru", 25, "25 работ"),
        ("ar", 2, "عملان"),
        ("ar", 5, "5 أعمال"),
        ("ar", 30, "30 عملًا"),
        ("es", 21, "21 obras"),
    ],
)
def test_numbers_take_the_form_that_their_language_wants(language, number, said):
    assert words_in(language).plural("%(n)s work", "%(n)s works", number) == said


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "BY", "Belarus"),
        ("fr", "BY", "Biélorussie"),
        ("es", "DE", "Alemania"),
        ("ru", "MD", "Молдова"),
        ("ar", "EG", "مصر"),
        ("xx", "EG", "Egypt"),
    ],
)
def test_countries_have_the_names_of_their_language(language, code, name):
    assert place_name(code, Words(language=language)) == name


def test_a_place_that_is_no_country_is_called_what_its_page_calls_it():
    assert place_name("ZZ", Words(language="fr"), "The Moon") == "The Moon"
    assert place_name("ZZ", Words()) == "ZZ"


def test_arabic_is_written_from_right_to_left_and_the_others_are_not():
    assert [words_in(language).direction for language in ("en", *LANGUAGES)] == ["ltr", "ltr", "ltr", "ltr", "rtl"]


def test_no_catalog_lies_beside_those_that_are_tested():
    assert {path.name for path in Path(CATALOGS).iterdir() if path.is_dir()} == set(LANGUAGES)
