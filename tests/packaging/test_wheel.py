"""The wheel holds everything and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

SOURCE = Path("src") / "trucewatch"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout, without network: the build tool is part of the dev lock."""
    root = Path(__file__).parent.parent.parent
    out = tmp_path_factory.mktemp("dist")
    call = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(root)]
    done = subprocess.run(call, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the wheel in a folder of their own."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def away(unpacked: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command from the unpacked wheel: isolated, in an empty folder, without the environment of this run."""
    start = (
        f"import sys; sys.path.insert(0, {str(unpacked)!r}); import trucewatch;"
        f"assert trucewatch.__file__.startswith({str(unpacked)!r}), trucewatch.__file__;"
        "from trucewatch.cli import main; main()"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-I", "-c", start, *arguments]
        env = {"PATH": os.defpath, "LANG": "C.UTF-8"}
        return subprocess.run(call, capture_output=True, text=True, cwd=tmp_path, env=env, encoding="utf-8")

    return run


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    ours = {
        f"trucewatch/{path.relative_to(root / SOURCE).as_posix()}"
        for path in (root / SOURCE).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert held == ours
    for needed in (
        "py.typed", "samples/reports.jsonl", "exports/page.css", "exports/page.js", "packs/world/pack.toml",
        "packs/lang/fr/acts.tsv", "packs/lang/en/acts.tsv", "packs/lang/es/acts.fire.tsv", "packs/theatre/south-caucasus/places.tsv",
        "packs/theatre/levant/pack.toml",
    ):  # fmt: skip
        assert f"trucewatch/{needed}" in held


def test_the_wheel_carries_its_licences_and_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = {Path(n).name: n for n in archive.namelist() if ".dist-info/" in n}
        for licence in ("LICENSE", "LICENSE-packs", "LICENSE-unicode"):
            assert archive.read(info[licence]).strip()
        assert "trucewatch = trucewatch.cli:main" in archive.read(info["entry_points.txt"]).decode()
        metadata = archive.read(info["METADATA"]).decode()
    assert "Requires-Python: >=3.11" in metadata
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_samples_are_coded_outside_the_checkout(
    away: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = away("code", "--samples", "--out", "samples.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "samples.html").read_text(encoding="utf-8")
    assert page.count("sample-fr-01") and page.count("sample-en-07")
    assert page.rstrip().endswith("</html>")


def test_the_packs_are_found_outside_the_checkout(away: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = away("packs", "list")
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in ("fr", "en", "es", "world", "south-caucasus", "levant"))
