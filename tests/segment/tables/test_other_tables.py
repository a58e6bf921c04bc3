"""The other public tables: an index, treaties, goods and findings, detected victims, and synthetic records."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.invented import mention

from sourcebook.errors import InputRefused, SourcebookError
from sourcebook.model.kinds import Fact, Figure, Tier
from sourcebook.pipeline.claiming import claims_of
from sourcebook.read import document
from sourcebook.reconcile.parts import ways
from sourcebook.segment.tables import TABLES, table_pages

INDEX = """1 North_Korea 104.6 2,640,000 25,244,000
2 Ghana4.8 133,000 27,583,000
3 Congo 3.1 10,000 5,000,000
4 Iceland 2.1 <1,000 330,000
5 Congo 2.0 1,045,000 76,197,000
"""
TREATIES = """country,region,C_138_Ratified,Palermo_Ratified,C_182_Ratified
Ghana,Sub-Saharan Africa,Yes,No,N/A
"Korea, Republic of",Asia,Yes,Yes,
"""
GOODS = """<?xml version="1.0" encoding="UTF-8"?>
<Goods>
  <Good><Good_Name>A\u00e7a\u00ed &amp; Palm Fruit</Good_Name><Good_Sector>Agriculture</Good_Sector><Countries>
    <Country><Country_Name>Ghana</Country_Name><Child_Labor>Yes</Child_Labor><Forced_Labor>No</Forced_Labor></Country>
    <Country><Country_Name>Burma</Country_Name><Child_Labor>No</Child_Labor><Forced_Labor>Yes</Forced_Labor></Country>
  </Countries></Good>
</Goods>
"""
FINDINGS = """<Countries>
  <Country>
    <Name>Ghana</Name>
    <Advancement_Level>Moderate Advancement</Advancement_Level>
    <Description>In 2022, police in Ghana identified 40 child victims on the lake.</Description>
    <Goods><Good><Good_Name>Fish</Good_Name><Child_Labor>Yes</Child_Labor><Forced_Labor>Yes</Forced_Labor></Good></Goods>
    <Conventions><Palermo_Ratified>Yes</Palermo_Ratified></Conventions>
    <Legal_Standards><Minimum_Work><Standard>Yes</Standard><Age>15</Age></Minimum_Work></Legal_Standards>
    <Enforcements>
      <Labor_Inspectors>142</Labor_Inspectors><Criminal_Convictions>7</Criminal_Convictions>
      <Criminal_Prosecutions>Unknown</Criminal_Prosecutions>
    </Enforcements>
  </Country>
</Countries>
"""
UNODC = """Trafficking in persons,,,,,,,,,,,,
,,,,,,,,,,,,
Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source
GHA,Ghana,Africa,Sub-Saharan Africa,Detected trafficking victims,Total,Total,Total,Total,2018,Counts,348,UNODC
GHA,Ghana,Africa,Sub-Saharan Africa,Detected trafficking victims,by form of exploitation,Forced labour,Female,0 to 17 years,2018,Counts,<5,UNODC
GHA,Ghana,Africa,Sub-Saharan Africa,Persons convicted,Total,Total,Total,Total,2018,Counts,6,UNODC
GHA,Ghana,Africa,Sub-Saharan Africa,Detected trafficking victims,Total,Total,Total,Total,2018,"Rate per 100,000",1.2,UNODC
"""
SYNTHETIC = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,isForcedLabour,isSexualExploit\n" + (
    "2018,Woman,,GHA,GHA,1,0\n" * 3 + "2018.0,Man,,GHA,GHA,,1\n2018,Man,,GHA,,1,0\n2019,Man,,GHA,TGO,0,0\n"
)
COUNTRY = json.dumps(
    {
        "Introduction": {"Background": {"text": "Ghana was formed in 1957.<br>"}},
        "Geography": {"Land boundaries": {"total": {"text": "2,420 km"}, "border countries (2)": {"text": "Burkina Faso 602 km; Togo 1,098 km"}}},
        "Government": {"Country name": {"conventional short form": {"text": "Ghana"}}},
        "Transnational Issues": {"Trafficking in persons": {"tier rating": {"text": "Tier 2 Watch List &mdash; it makes efforts (2024)"}}},
    }
)  # fmt: skip


def page(text, place="GH"):
    made = {one.page.place: one for one in table_pages(document(text.encode())) or ()}
    return made[place]


def claims(text, kind, place="GH"):
    return [claim for listed in page(text, place).claims.values() for claim in listed if isinstance(claim, kind)]


def test_the_index_gives_an_estimate_and_a_name_of_two_countries_gives_none():
    (figure,) = claims(INDEX, Figure)
    assert (figure.low, figure.high, figure.status, figure.period, figure.said_by) == (
        133000, 133000, "estimated", "2016", "Walk Free Foundation",
    )  # fmt: skip
    (under,) = claims(INDEX, Figure, "IS")
    assert (under.low, under.high, under.qualifier, under.number) == (None, 1000, "at_most", "<1,000")
    assert {one.page.place for one in table_pages(document(INDEX.encode()))} == {"KP", "GH", "IS"}


def test_treaties_are_facts_and_an_empty_cell_says_nothing():
    assert [(fact.key, fact.value) for fact in claims(TREATIES, Fact)] == [
        ("treaty:c_138", "ratified"),
        ("treaty:palermo", "not ratified"),
        ("treaty:c_182", "does not apply"),
    ]
    assert len(claims(TREATIES, Fact, "KR")) == 2


def test_goods_are_facts_of_each_country_with_their_place():
    (fact,) = claims(GOODS, Fact)
    assert (fact.key, fact.value) == ("good:A\u00e7a\u00ed & Palm Fruit (Agriculture)", "child labour")
    (fact,) = claims(GOODS, Fact, "MM")
    assert fact.value == "forced labour"
    (passage,) = page(GOODS, "MM").page.entries[0].passages
    assert GOODS[passage.start : passage.end].startswith("<Country><Country_Name>Burma")
    assert GOODS[passage.start : passage.end].endswith("</Country>")


def test_findings_give_their_words_their_year_and_what_their_fields_say():
    made = page(FINDINGS)
    facts = {fact.key: fact.value for fact in claims(FINDINGS, Fact)}
    assert facts == {
        "advancement": "Moderate Advancement",
        "good:Fish": "child labour, forced labour",
        "treaty:palermo": "ratified",
        "law:Minimum Work Standard": "Yes",
        "law:Minimum Work Age": "15",
        "enforcement:Labor Inspectors": "142",
    }
    (convictions,) = claims(FINDINGS, Figure)
    assert (convictions.counts, convictions.high, convictions.period) == ("convictions", 7, "2022")
    assert made.page.topic == "child-labour-findings-2022"
    read = [claim for listed in claims_of(made.page, made.claims).values() for claim in listed]
    assert {claim.number for claim in read if isinstance(claim, Figure)} == {"40", "7"}


def test_detected_victims_are_figures_with_their_divisions_and_small_ones_stay_bounds():
    total, girls, convicted = claims(UNODC, Figure)
    assert (total.counts, total.status, total.high, total.period, total.place) == (
        "victims",
        "identified",
        348,
        "2018",
        "GH",
    )
    assert (girls.exploitation, girls.sex, girls.age, girls.low, girls.high) == ("labour", "female", "minor", None, 5)
    assert (convicted.counts, convicted.action) == ("offenders", "convicted")


def test_synthetic_records_are_counted_and_never_shown():
    made = page(SYNTHETIC)
    (passage,) = made.page.entries[0].passages
    assert passage.text.startswith("Ghana, 2018: 4 synthetic records")
    assert [(one.number, one.exploitation) for one in claims(SYNTHETIC, Figure)] == [
        ("4", None),
        ("3", "labour"),
        ("1", "sexual"),
    ]
    assert "Woman" not in passage.text


def test_forms_of_exploitation_that_can_overlap_are_no_sum():
    text = "8 synthetic records, 3 of them in forced labour, 2 of them in sexual exploitation."
    total = mention(text, "8", id="a")
    parts = [
        mention(text, number, id=number, part_of="a", exploitation=form)
        for number, form in (("3", "labour"), ("2", "sexual"))
    ]
    assert not [way for way in ways([total, *parts]) if way.verdict in ("short", "over")]


def test_a_country_of_the_factbook_gives_its_words_its_borders_and_its_tier():
    assert [(tier.tier, tier.year) for tier in claims(COUNTRY, Tier)] == [("2 Watch List", 2024)]
    assert {fact.key: fact.value for fact in claims(COUNTRY, Fact)} == {
        "borders": "2,420 km", "border:BF": "602 km", "border:TG": "1,098 km",
    }  # fmt: skip
    assert page(COUNTRY).page.entries[0].passages[0].text == "Ghana was formed in 1957."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<!DOCTYPE Goods [<!ENTITY a "aa">]><Goods><Good_Name>&a;</Good_Name></Goods>', "no table"),
        ("<Goods><Good_Name>a</Good_Name>", "not well-formed"),
        ("<Goods><Good_Name>a</Good_Name>" + "<a>" * 100 + "</a>" * 100 + "</Goods>", "nested"),
        ("<Goods><Good><Good_Name>a</Good_Name></Good></Goods>", "names a country"),
    ],
)
def test_broken_or_hostile_xml_is_refused_or_no_table(text, what):
    if what == "no table":
        assert table_pages(document(text.encode())) is None
        return
    with pytest.raises(InputRefused, match=what):
        table_pages(document(text.encode()))


def test_an_entity_defined_after_the_first_element_is_no_way_in():
    with pytest.raises(InputRefused):
        table_pages(document(b'<Goods><Good_Name>a</Good_Name><!DOCTYPE x [<!ENTITY a "b">]></Goods>'))


@pytest.mark.parametrize("text", [INDEX, TREATIES, GOODS, FINDINGS, UNODC, SYNTHETIC, COUNTRY])
def test_each_form_is_known_by_one_reader_and_every_claim_stands_in_its_passage(text):
    assert sum(table.accepts(document(text.encode())) for table in TABLES) == 1
    for made in table_pages(document(text.encode())):
        for passage in (passage for entry in made.page.entries for passage in entry.passages):
            assert 0 <= passage.start <= passage.end <= len(text)
            for claim in made.claims[passage.id]:
                assert 0 <= claim.start < claim.end <= len(passage.text)
                if isinstance(claim, Figure):
                    assert passage.text[claim.start : claim.end] == claim.number


@given(st.sampled_from([INDEX, TREATIES, GOODS, FINDINGS, UNODC, SYNTHETIC, COUNTRY]), st.data())
def test_a_file_that_is_cut_or_torn_is_read_or_refused_and_never_crashes(text, data):
    start = data.draw(st.integers(0, len(text)))
    torn = text[:start] + text[data.draw(st.integers(start, len(text))) :]
    try:
        table_pages(document(torn.encode()))
    except SourcebookError:
        return
