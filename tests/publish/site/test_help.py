"""The pages of numbers to call: what they show, what they withhold, and what they weigh."""

from __future__ import annotations

import re

import pytest
from tests.publish.site.helped import written

from sourcebook.errors import NotFound
from sourcebook.publish.site.inlined import inlined, policy_for
from sourcebook.publish.site.pages.help import help_in, help_index
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

DAY = "2026-11-25"
DIALS = re.compile(r'href="tel:([^"]*)"')


def page_of(view, folder, place="GB", day=DAY):
    site = Site(as_of=day, folder=folder)
    return render(help_in(view, site, place), site)


def test_a_verified_number_is_shown_as_it_is_dialled_with_its_last_day_of_use(view, tmp_path):
    html = page_of(view, written(tmp_path, {}))
    assert DIALS.findall(html) == ["08081570123", "+442079460123"]
    assert "Do not use after 3 November 2027." in html
    assert 'data-until="2027-11-03"' in html
    assert '<span lang="ar">العربية</span>' in html
    assert "3 November 2026, by A. Keeper, by calling" in html


@pytest.mark.parametrize(
    ("change", "day"),
    [
        ({}, "2027-11-04"),
        ({"verified": "2027-01-01"}, DAY),
        ({"phone": "0808 15"}, DAY),
        ({"name": "Line 0808 157 0123"}, DAY),
    ],
)
def test_a_lapsed_or_refused_number_stands_nowhere_on_the_page(view, tmp_path, change, day):
    html = page_of(view, written(tmp_path, change), day=day)
    assert DIALS.findall(html) == []
    assert "0808" not in html.partition("<main")[2]
    assert "Not verified" in html
    assert re.search(r"<h3[^>]*>(?:Invented line|Line)</h3>", html)


def test_a_number_is_usable_on_its_last_day(view, tmp_path):
    assert DIALS.findall(page_of(view, written(tmp_path, {}), day="2027-11-03"))


def test_an_emergency_number_stands_first(view, tmp_path):
    folder = written(tmp_path, {}, {"name": "Police", "kind": "emergency", "phone": "999"})
    assert DIALS.findall(page_of(view, folder))[0] == "999"


def test_a_country_without_a_number_says_so_and_one_unknown_is_not_found(view, tmp_path):
    assert "so none is shown" in page_of(view, tmp_path, "AD")
    with pytest.raises(NotFound):
        page_of(view, tmp_path, "GB")


def test_a_file_that_cannot_be_read_shows_no_number_and_breaks_no_page(view, tmp_path):
    (tmp_path / "help.toml").write_text("[[entry", encoding="utf-8")
    assert "so none is shown" in page_of(view, tmp_path, "AD")


def test_the_page_of_all_countries_bears_the_first_number_of_each(view, tmp_path):
    site = Site(as_of=DAY, folder=written(tmp_path, {}))
    html = render(help_index(view, site), site)
    assert ">United Kingdom</a>" in html
    assert ">Andorra</a>" in html
    assert DIALS.findall(html) == ["08081570123"]


@pytest.mark.parametrize("many", [1, 8, 20])
def test_a_page_weighs_under_15_kb_whatever_it_holds(view, tmp_path, many):
    changes = [{"name": f"Invented line of an office {chr(97 + n)}", "phone": f"0808 157 {n:04}"} for n in range(many)]
    html = page_of(view, written(tmp_path, *changes))
    assert len(DIALS.findall(html)) >= many
    assert len(html.encode()) < 15_000


@pytest.mark.parametrize("many", [1, 36, 249])
def test_the_page_of_all_countries_weighs_under_15_kb(view, tmp_path, many):
    from sourcebook.vocabulary.countries import countries

    changes = [
        {"country": code, "name": "Invented line", "phone": "112", "abroad": ""} for code in list(countries())[:many]
    ]
    site = Site(as_of=DAY, folder=written(tmp_path, *changes))
    assert len(render(help_index(view, site), site).encode()) < 15_000


def test_a_page_loads_nothing_and_allows_just_what_stands_within_it(view, tmp_path):
    html = page_of(view, written(tmp_path, {}))
    assert not re.search(r'(?:src|rel="stylesheet")=|<link rel="stylesheet"|@import|url\(', html)
    policy = policy_for(("help.css", "leave.js", "until.js"), framing=False)
    assert policy.count("'sha256-") == 3
    assert policy.replace("'", "&#39;") in html
    assert f"<style>{inlined('help.css')}</style>" in html


def test_nothing_on_a_page_names_the_topic(view, tmp_path):
    html = page_of(view, written(tmp_path, {}))
    assert "<title>Useful numbers</title>" in html
    assert not re.search("traffick|victim|slave|Sourcebook", html, re.IGNORECASE)
