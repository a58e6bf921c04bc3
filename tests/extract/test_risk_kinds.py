"""Kinds of risk: ages with small places, addresses, numbers of cases, and names in many languages and scripts."""

from __future__ import annotations

import pytest

from sourcebook.extract.risks import risks


def kinds(text):
    return {risk.kind for risk in risks(text)}


@pytest.mark.parametrize(
    "text",
    [
        "One teenager, 16, had left the settlement of Puerto Lucerna to work in a bar.",
        "She was twelve when a broker took her out of Shina Wereda kebele.",
        "The youngest of the pickers was a Malian of seventeen lodged in the hamlet of Le Petit Broussy.",
        "She turned 17 in the bar. Later she was driven home to Staryja Kryvičy, a village of sixty people.",
        "Aldea El Ocotillo, where he grew up, has one school. He was fourteen when he was made to carry drugs.",
        "La niña, de 13 años, vecina de la vereda El Guamalito, fue ofrecida a turistas.",
        "La fille de quatorze ans, du village de Konkobougou, a été vendue.",
        "Девочка 14 лет из деревни Зарубино-Дальнее была продана.",
        "B.M., minoră din satul Poiana Vărbilău, a fost obligată să muncească.",
        "Two brothers, aged 9 and 11, disappeared from the hamlet of Huai Mae Lao.",
        "The injured party (23), raised in the village of Kisvadas, signed whatever he was given.",
        "A Brazilian, 31, who now guts fish at Castlehaven Seafoods, told of the flat in which she had been kept.",
    ],
)
def test_an_age_or_initials_with_a_small_place_are_held(text):
    assert "age_and_place" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Uma adolescente de 17 anos foi encontrada em São Paulo durante a fiscalização.",
        "Investigators in Moscow said the youngest of the women was 18.",
        "The girl of 14 was found in Lagos.",
        "El juez lo condenó a 22 años de prisión por hechos en la comunidad de Lomas Blancas.",
        "The minimum age for work is 15 in the Labor Code (14) of the country.",
        "A trafficker, 41, from the village of Ostrovna-Deal, was sentenced on Tuesday.",
    ],
)
def test_an_age_with_a_country_a_large_town_or_an_offender_passes(text):
    assert "age_and_place" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officers freed three victims at Calle de la Amapola 17 in Valencia.",
        "One of the victims has been rehoused at 27 Ashgrove Park, Drogheda.",
        "Her mother, who still receives mail at 880 Birchmount Crescent, has asked for news of her.",
        "The helper was beaten in their home, Flat C, 17/F, Block 3, Hoi Tin Gardens.",
        "Her parents ask that news be sent to Qr. No. 117/B, Railway Colony, Asansol.",
        "Les hommes l'ont retrouvée au 31 bis, rue des Poissonniers, à Rouen.",
        "A vítima mora na casa da irmã, Rua das Jabuticabas, 318.",
        "Letters kept arriving at the victim's registered address, 15 Kestenova Street.",
    ],
)
def test_the_address_of_somebody_is_held(text):
    assert "address" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write to the foundation at 41 Canonbury Mews, London N1, for the training pack.",
        "The foundation's registered office is in Rome, Via dei Glicini 54.",
        "In 2014 the court found that 3 House members and 12 women had met.",
        "He was convicted; he was formerly of 12 Ridley Road, Batley.",
    ],
)
def test_the_address_of_a_body_or_an_offender_passes(text):
    assert kinds(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Victima a fost repatriată prin dosarul nr. 2019-117/SNR.",
        "The file reference, II K 139/11, appears on every page that the victim signed.",
        "United States v. Doe Enterprises, No. 4:11-cv-02937: two welders allege that they were held.",
        "Her T-1 application, receipt EAC-18-203-51174, was approved last spring.",
        "Under charge number FHC/B/67C/2010 the witness was heard in Benin.",
        "Документ потерпевшей — паспорт N 09417735 — хранился в сейфе.",
        "Diligencias previas 1764/2014 hold everything that is known of the woman.",
        "The claim was heard as Writ Petition (C) No. 4471 of 2009.",
        "In judgment B 3718-11 the district court set out how the girl was driven about.",
        "Police booked the report of the nanny under OB 27/14/06/2016.",
    ],
)
def test_the_number_of_a_case_or_a_paper_is_held(text):
    assert kinds(text) & {"case_number", "document"}


@pytest.mark.parametrize(
    "text",
    [
        "Legea nr. 678/2001 a fost modificată de patru ori; victimele au drepturi.",
        "Resolution A/RES/55/25 was adopted in 2000 for victims.",
        "The committee's concluding observations, CEDAW/C/BLR/CO/8, speak of women.",
        "Act No. 29 of 2013 punishes the sale of girls.",
        "In 2012/2013 the court heard 14 cases of women.",
        "The grant, number 2014-MU-0021, paid for shelters for victims.",
    ],
)
def test_the_number_of_a_law_a_document_a_grant_or_years_passes(text):
    assert not kinds(text) & {"case_number", "document"}


@pytest.mark.parametrize(
    "text",
    [
        "Revenue dans un cercueil plombé, Voahirana Rasoamanarivo laisse trois enfants.",
        "Jucilene da Conceição Barbalho foi entregue aos nove anos a uma família.",
        "Айгуль Сериккызы Тлеубаева провела в рабстве девять лет.",
        "In the greenhouse they had numbers. Number 17 was Grażyna Świętochowska, who picked with her sister.",
        "They let Oleh Tkachyshyn keep his telephone but not the charger.",
        "A shelter in the capital took in Andreea Munteanu after her rescue.",
        "Police found Lakshmi Oraon asleep under the kitchen table of the flat.",
        "Photo: Kyaw Zin Phyo, sold to a fishing boat at 17, shows his hand.",
        "هربت الإثيوبية تسيهاي غبرمريم من شرفة الطابق الرابع.",
        "झारखंड की फूलमनी हेम्ब्रम को दिल्ली में बेचा गया।",
    ],
)
def test_a_name_that_nothing_clears_is_held_in_any_language(text):
    assert "name" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Selon la commandante Solène Kerbrat-Audoin, cheffe de l'office central, les recruteurs passent par des annonces.",
        "La viceministra de Gobernación, Ana Lucía Bermúdez Solano, anunció que las víctimas recibirán un permiso.",
        "По словам начальника управления Ерлана Жаксыбекова, было возбуждено 24 дела.",
        "Charged with arranging travel are Arturas Vilkelis, 36, and his brother Donatas, 29, both of Wisbech.",
        "Known as “Mama Sandra”, Patience Eghosa Omoruyi was extradited to face trial.",
        "Victims were moved between Charlotte, Madison and Austin by bus.",
        "For her safety this report uses the name Ploy. She had worked nights.",
        "The contractor, Nasser Bin Jaber & Sons Trading, kept the passports of 312 labourers.",
        "Hurricanes Eta and Iota left thousands of day labourers at the mercy of contractors.",
        "A doctoral thesis by Tamandani Phiri (University of Malawi, 2011) shows how tenants slide into debt.",
        "The captain, Chen Po-hsun, was found guilty of trafficking his crew.",
    ],
)
def test_who_acts_in_public_stands_accused_or_bears_a_given_name_passes_in_any_language(text):
    assert kinds(text) == set()
