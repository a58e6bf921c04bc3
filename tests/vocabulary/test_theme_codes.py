"""The codes of themes are names that the standards have: HTCDS by the header of the CTDC global dataset of April 2020."""

from __future__ import annotations

from sourcebook.vocabulary.themes import themes

MEANS = """DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse SexualAbuse
FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours UsesChildren
ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other"""
LABOUR = """Agriculture Aquafarming Begging Construction DomesticWork Hospitality IllicitActivities Manufacturing
MiningOrDrilling Peddling Transportation Other"""
EXPLOITATION = """isForcedLabour isSexualExploit isOtherExploit isForcedMarriage isForcedMilitary isOrganRemoval
isSlaveryAndPractices isAbduction"""
NAMES = {
    *(f"meansOfControl{name}" for name in MEANS.split()),
    *(f"typeOfLabour{name}" for name in LABOUR.split()),
    *(f"recruiterRelation{name}" for name in ("IntimatePartner", "Friend", "Family", "Other")),
    *EXPLOITATION.split(),
}


def test_every_htcds_code_is_a_variable_of_the_dataset():
    assert {entry.htcds for entry in themes().values() if entry.htcds} <= NAMES
