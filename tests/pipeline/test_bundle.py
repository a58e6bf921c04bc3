"""A bundle carries a whole sourcebook, and nothing that is not as it is listed gets in."""

import json
import shutil
import zipfile

import pytest
from tests.pipeline.archives import NOW, SAMPLE, new, put, shown
from tests.pipeline.test_rebuild import decided, figures, works

from sourcebook.errors import InputRefused, NotASourcebook, UsageError
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.bundle import new_from_bundle, write_bundle
from sourcebook.pipeline.verify import verify
from sourcebook.pipeline.withdraw import withdraw


@pytest.fixture(scope="module", name="folder")
def made(tmp_path_factory):
    folder = new(tmp_path_factory.mktemp("whole") / "archive")
    put(folder, SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    decided(folder, figures(folder)[0], "reject")
    withdraw(folder, Withdrawal(target=works(folder)[1], what="work", why="A person is named.", at=NOW))
    return folder


@pytest.fixture(scope="module", name="bundle")
def written(folder):
    target = folder.parent / "all.bundle"
    write_bundle(folder, target, now=NOW)
    return target


def test_a_sourcebook_made_from_a_bundle_shows_the_same(folder, bundle, tmp_path):
    report = new_from_bundle(tmp_path / "copy", bundle)
    assert report.findings == ()
    assert report.head == verify(folder).head
    assert shown(tmp_path / "copy") == shown(folder)
    put(tmp_path / "copy", SAMPLE / "LV.txt")
    assert verify(tmp_path / "copy").findings == ()


def test_a_bundle_of_a_bundle_holds_the_same_parts(bundle, tmp_path):
    new_from_bundle(tmp_path / "copy", bundle)
    again = write_bundle(tmp_path / "copy", tmp_path / "again.bundle", now=NOW)
    with zipfile.ZipFile(bundle) as archive:
        assert [part.path for part in again.parts] == [
            item["path"] for item in json.loads(archive.read("bundle.json"))["parts"]
        ]
    assert (tmp_path / "again.bundle").read_bytes() == bundle.read_bytes()


def changed(bundle, target, change):
    """Write a copy of a bundle whose parts a function has changed."""
    with zipfile.ZipFile(bundle) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    listing = json.loads(parts["bundle.json"])
    change(parts, listing)
    if "bundle.json" in parts:
        parts["bundle.json"] = json.dumps(listing).encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def flip(parts, _):
    name = next(name for name in parts if name.startswith("captures/"))
    parts[name] = parts[name][:-1] + bytes([parts[name][-1] ^ 1])


def lose(parts, _):
    del parts[next(name for name in parts if name.startswith("chain/"))]


def slip_in(parts, _):
    parts["captures/../../evil"] = b"x"


def climb(parts, listing):
    parts["../evil"] = b"x"
    listing["parts"].append({"path": "../evil", "bytes": 1, "digest": "sha256:00"})


def swell(parts, listing):
    listing["parts"][1]["bytes"] = 5


def other_format(_, listing):
    listing["format"] = "sourcebook-bundle-9"


def no_list(parts, _):
    del parts["bundle.json"]


@pytest.mark.parametrize("change", [flip, lose, slip_in, climb, swell, other_format, no_list])
def test_a_bundle_that_is_not_as_it_is_listed_is_refused_and_nothing_is_left(bundle, tmp_path, change):
    spoiled = changed(bundle, tmp_path / "spoiled.bundle", change)
    with pytest.raises(InputRefused, match=r"spoiled\.bundle"):
        new_from_bundle(tmp_path / "copy", spoiled)
    assert not (tmp_path / "copy").exists()
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + bytes(50)])
def test_what_is_no_bundle_is_refused(tmp_path, data):
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(InputRefused):
        new_from_bundle(tmp_path / "copy", tmp_path / "x")


def test_a_sourcebook_is_never_written_over(folder, bundle):
    with pytest.raises(UsageError, match="already"):
        new_from_bundle(folder, bundle)


def test_a_bundle_of_no_sourcebook_is_not_written(tmp_path):
    with pytest.raises(NotASourcebook):
        write_bundle(tmp_path, tmp_path / "x.bundle", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_damage_in_the_kept_files_travels_and_is_told(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    (warc,) = (copy / "captures").iterdir()
    data = bytearray(warc.read_bytes())
    data[2000] ^= 1
    warc.write_bytes(data)
    write_bundle(copy, tmp_path / "x.bundle", now=NOW)
    assert not new_from_bundle(tmp_path / "again", tmp_path / "x.bundle").sound
