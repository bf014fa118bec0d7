"""README, Makefile, locks and version say the same thing, and the README shows what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z]+):", read(root, "Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", ".ci/run", "docs/architecture.md"])
def test_every_make_command_named_is_in_the_makefile(root: Path, page: str) -> None:
    named = set(re.findall(r"(?:^\s*|`)make ([a-z]+)", read(root, page), re.MULTILINE))
    assert named <= targets(root)
    if page == "README.md":
        assert {"run", "test"} <= named


def test_ci_runs_what_the_readme_says(root: Path) -> None:
    assert read(root, ".ci/run").rstrip().endswith("\nmake test")
    assert (root / ".ci" / "run").stat().st_mode & 0o111


def test_make_help_lists_every_target(root: Path) -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=root, capture_output=True, text=True, check=True
    )
    listed = set(re.findall(r"^make ([a-z]+)", done.stdout, re.MULTILINE))
    assert listed == targets(root) - {"help", "python"}


def test_links_lead_somewhere(root: Path) -> None:
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "eval").glob("*.md")]
    broken = [
        f"{page.relative_to(root)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not broken, "\n".join(broken)


def test_the_readme_shows_what_the_program_does(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "tools" / "readme.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_python_example_runs(root: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", read(root, "README.md"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "the example prints no claim"


def test_versions_agree(root: Path) -> None:
    import trucewatch

    version = tomllib.loads(read(root, "pyproject.toml"))["project"]["version"]
    assert version == trucewatch.__version__
    assert f"## {version} " in read(root, "CHANGELOG.md")
    assert f"Trucewatch {version}:" in read(root, "README.md")


@pytest.mark.parametrize(("lock", "extra"), [("requirements.lock", None), ("requirements-dev.lock", "dev")])
def test_locks_fit_the_list_of_dependencies(root: Path, lock: str, extra: str | None) -> None:
    held = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\$", read(root, lock), re.MULTILINE))
    pyproject = tomllib.loads(read(root, "pyproject.toml"))
    wanted = [*pyproject["project"]["dependencies"], *pyproject["build-system"]["requires"]]
    if extra:
        wanted += pyproject["project"]["optional-dependencies"][extra]
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        assert name in held, f"{name} is not in {lock}: run `make lock`"
        assert requirement.specifier.contains(held[name]), f"{name}=={held[name]} in {lock}: run `make lock`"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_name_hashes_and_no_place(root: Path, lock: str) -> None:
    text = read(root, lock)
    assert "://" not in text and not re.search(r"^--", text, re.MULTILINE)
    for name, hashes in re.findall(r"^(\S+==\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.MULTILINE):
        assert "--hash=sha256:" in hashes, name
    assert len(re.findall(r"^\S+==", text, re.MULTILINE)) == len(re.findall(r"^\S+==\S+ \\\n    --hash", text, re.MULTILINE))
