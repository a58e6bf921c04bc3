import json

from tests.cli.run import run
from tests.cli.test_rebuild import SAMPLE


def test_what_is_withdrawn_is_found_no_more_and_listed_with_the_reason(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt")
    assert "Nothing was withdrawn" in run("-C", folder, "withdraw").out
    found = json.loads(run("-C", folder, "search", "women", "--json").out)
    passage = found["hits"][0]["found"]["passage"]["id"]
    assert run("-C", folder, "withdraw", passage).code == 2
    done = run("-C", folder, "withdraw", passage, "--why", "A person is named.", "--by", "ed")
    assert (done.code, "Withdrawn: passage" in done.out) == (0, True)
    assert passage not in run("-C", folder, "search", "women", "--json").out
    assert "A person is named." in run("-C", folder, "withdraw").out
    assert run("-C", folder, "cite", passage).code == 2
    assert run("-C", folder, "verify").code == 0
