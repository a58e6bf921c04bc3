"""An invented survey: as a reference prints it, and as an entry that holds it."""

SURVEY = "Harbour Institute. Children of the quarries: a survey of nine villages. Chisinau; March 3, 2014."
HELD = {
    "sourcebook_entries": 1,
    "place": "MD",
    "collection": "Human trafficking",
    "works": [
        {
            "title": "Children of the quarries: a survey of nine villages",
            "publisher": "Harbour Institute",
            "issued": "2014-03-03",
            "passages": ["We found 4,310 children at work in the quarries of Moldova."],
        }
    ],
}
