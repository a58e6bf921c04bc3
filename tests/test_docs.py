"""The documentation says what the program does, leads where it says, and names every command and setting."""

from __future__ import annotations

import ast
import functools
import importlib.machinery
import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import typer

from sourcebook.cli.app import app
from sourcebook.cli.folder import OPTION
from sourcebook.settings import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
COMMANDS = typer.main.get_command(app).commands
KINDS = ("added", "changed", "fixed", "removed")


@functools.cache
def made_pages():
    path = str(ROOT / "scripts/make_reference")
    spec = importlib.util.spec_from_loader("reference", importlib.machinery.SourceFileLoader("reference", path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def anchors(path):
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def command_lines():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"^```(?:sh|console)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                found = re.search(r"(?:^|/|&& )sourcebook (.*)$", line.removeprefix("$ "))
                if found:
                    yield page.relative_to(ROOT).as_posix(), found[1]


def words_of(line):
    words = shlex.split(line, comments=True)
    return words[2:] if words[0] == OPTION else words


def options_of(command):
    return {name for p in command.params for name in [*p.opts, *p.secondary_opts] if name.startswith("-")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


def test_every_page_can_be_reached_from_the_index():
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        targets = re.findall(r"\]\(([^)\s#:]+)", page.read_text(encoding="utf-8"))
        waiting += [(page.parent / target).resolve() for target in targets]
    beside = {page for page in PAGES if page.parent.name == "commands"}
    assert set(PAGES) - reached - beside == {ROOT / "README.md"}


def test_the_reference_is_what_the_program_makes_of_itself():
    stale = [
        name
        for name, text in made_pages().items()
        if not (DOCS / "reference" / name).exists() or (DOCS / "reference" / name).read_text(encoding="utf-8") != text
    ]
    assert not stale, "run scripts/make_reference"


def test_no_page_tells_of_a_command_that_is_gone():
    pages = {path.stem for path in (DOCS / "reference/commands").glob("*.md")}
    assert pages == {*COMMANDS, "sourcebook"}, "run scripts/make_reference"


def test_every_command_argument_and_option_says_what_it_is():
    silent = [
        f"{name} {p.name}" for name, command in COMMANDS.items() for p in command.params if not p.help and not p.hidden
    ]
    assert not silent
    assert all(command.help for command in COMMANDS.values())


def test_every_command_stands_in_a_tutorial_or_a_how_to():
    told = {words_of(line)[0] for page, line in command_lines() if page.startswith(("docs/tutorial", "docs/how-to"))}
    assert not set(COMMANDS) - told


@pytest.mark.parametrize(("page", "line"), list(command_lines()))
def test_a_command_line_in_the_docs_names_a_command_and_options_that_exist(page, line):
    words = words_of(line)
    assert words[0] == "--version" or words[0] in COMMANDS
    if words[0] in COMMANDS:
        used = {word.split("=")[0] for word in words[1:] if word.startswith("-") and word not in ("-", "--")}
        assert used <= options_of(COMMANDS[words[0]]) | {OPTION}


def test_every_setting_says_what_it_is():
    text = made_pages()["settings.md"]
    names = [
        field.name for field in msgspec.structs.fields(Settings) if not hasattr(field.default, "__struct_fields__")
    ]
    for name in names:
        assert re.search(rf"^\| `{name}` \| .* \| \w.*\. \|$", text, re.MULTILINE), name


def bare_names(node):
    """Yield the public classes, functions and methods under a node that say nothing of themselves."""
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.ClassDef | ast.FunctionDef) and not child.name.startswith("_")
        if named and not ast.get_docstring(child):
            yield child.name
        if isinstance(child, ast.ClassDef | ast.If):
            yield from bare_names(child)


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.stem)
def test_a_module_and_its_public_names_have_docstrings(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert not list(bare_names(tree))


@pytest.mark.parametrize("path", sorted((ROOT / "changelog.d").glob("*.md")), ids=lambda path: path.name)
def test_a_fragment_is_of_a_known_kind_and_is_one_paragraph_that_ends(path):
    text = path.read_text(encoding="utf-8").rstrip("\n")
    assert path.name.split(".")[-2] in KINDS
    assert text.endswith((".", "`", ")"))
    assert "\n\n" not in text


@pytest.mark.slow
def test_the_fragments_make_a_changelog():
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9"]
    draft = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    fragments = list((ROOT / "changelog.d").glob("*.md"))
    assert draft.count("\n- ") == len(fragments)
