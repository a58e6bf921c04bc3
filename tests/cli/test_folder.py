import pytest

from sourcebook.cli.folder import hoisted

LINES = [
    ("add a.txt -C d", "-C d add a.txt"),
    ("-C d add a.txt", "-C d add a.txt"),
    ("add -Cd a.txt", "-Cd add a.txt"),
    ("search -- -C d", "search -- -C d"),
    ("add --dry-run -C d -- x", "-C d add --dry-run -- x"),
    ("show -C", "-C show"),
    ("show BY", "show BY"),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_the_folder_may_stand_anywhere_before_a_double_dash(line, wanted):
    assert hoisted(line.split()) == wanted.split()
