"""Who says a figure is read wherever a sentence names them, and nobody is made up."""

import pytest

from sourcebook.extract import claims


def said(text, about="GH"):
    return [figure.said_by for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to a survey of the Lake Institute, 320 boys were trafficked.", "a survey of the Lake Institute"),
        ("Some 320 boys were trafficked, according to Ama Boateng of Lake Watch.", "Ama Boateng of Lake Watch"),
        ("UNICEF estimates 320 boys have been trafficked.", "UNICEF"),
        ("Ama Boateng, director of Lake Watch, told a hearing that 320 boys were trafficked.", "Ama Boateng, director of Lake Watch"),
        ("Ama Boateng, who runs Lake Watch, says 320 boys were trafficked.", "Ama Boateng"),
        ("Some 320 boys were trafficked, said Ama Boateng, director of Lake Watch.", "Ama Boateng, director of Lake Watch"),
        ("“We freed 320 trafficked boys,” said Captain Kojo Mensah.", "Captain Kojo Mensah"),
        ("Some 320 boys were trafficked, Save the Children estimates.", "Save the Children"),
        ("Save the Children puts the number of trafficked boys at 320.", "Save the Children"),
        ("Campaigners point to 320 trafficked boys.", "Campaigners"),
        ("A spokesman said that officers had identified 320 victims.", "A spokesman"),
        ("In 2014, 320 victims were identified by the Ministry of Labour.", "the Ministry of Labour"),
        ("Lake Watch's analysts, working from old files, estimate that 320 boys were trafficked.", "Lake Watch's analysts"),
        ("Reports compiled by Lake Watch show that 320 boys were trafficked.", "Lake Watch"),
        ("Squads raided the camps and found 320 trafficked boys.", "Squads"),
    ],
)  # fmt: skip
def test_a_speaker_is_read(text, speaker):
    assert said(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "We identified 320 victims in 2014.",
        "Our survey found that 320 boys were trafficked.",
        "It is said that 320 boys were trafficked.",
        "Some 320 boys are thought to have been trafficked.",
        "Ghana recorded 320 victims in 2014.",
    ],
)
def test_a_document_that_speaks_of_itself_or_of_nobody_names_no_speaker(text):
    assert said(text) == [None]


def test_each_clause_has_its_own_speaker():
    text = "Some 320 boys were trafficked, according to the police; the number may reach 500, a pastor in Tamale said."
    assert said(text) == ["the police", "a pastor in Tamale"]


def test_parts_are_said_by_whoever_says_the_whole():
    text = "Authorities registered 591 victims, of whom 458 were trafficked for prostitution; 366 were female."
    assert set(said(text)) == {"Authorities"}


def test_a_number_owned_by_another_counter_is_theirs():
    text = "NGOs identified 59 labour trafficking victims, compared with the government's three."
    assert said(text) == ["NGOs", "the government"]
