"""Every kind of bad input has its message, and the rest of the batch goes on."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from trucewatch.bulk import Reading, read_inputs

TODAY = date(2026, 11, 24)
FRENCH = "Deux soldats ont été tués près de Latchine, a déclaré le ministère à Erevan."
RUSSIAN = "Министерство обороны Азербайджана сообщило о нарушении режима прекращения огня."


def read(*paths: Path | str, **options: Any) -> list[Reading]:
    return list(read_inputs(paths, today=TODAY, **options))


def codes(readings: list[Reading]) -> list[str]:
    return [p.code for r in readings for p in r.problems]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(readings: list[Reading]) -> Reading:
    assert len(readings) == 1, readings
    return readings[0]


def text_of(reading: Reading) -> str:
    assert reading.report is not None, reading.problems
    return reading.report.text


def test_plain_text_with_id_from_its_bytes(tmp_path: Path) -> None:
    found = only(read(write(tmp_path / "a.txt", FRENCH), published="2022-08-05"))
    assert found.problems == () and found.report is not None
    assert found.report.id == sha256(FRENCH.encode()).hexdigest()[:16]
    assert (found.report.text, found.report.published) == (FRENCH, "2022-08-05")


def test_a_date_is_never_invented_for_plain_text(tmp_path: Path) -> None:
    found = only(read(write(tmp_path / "2022-08-05.txt", FRENCH)))
    assert found.report is not None and found.report.published is None


@pytest.mark.parametrize(
    ("raw", "text", "expected"),
    [
        (b"\xef\xbb\xbf" + FRENCH.encode(), FRENCH, []),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le"), FRENCH, []),
        (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), RUSSIAN, []),
        (FRENCH.encode("cp1252"), FRENCH, ["encoding-guessed"]),
        (RUSSIAN.encode("cp1251"), RUSSIAN, ["encoding-guessed"]),
        (FRENCH.encode() + b" caf\xe9", FRENCH + " caf\ufffd", ["encoding-broken"]),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le") + b"x", FRENCH + "\ufffd", ["encoding-broken"]),
        (
            "Tué à la ligne".encode("cp1252") + b" \x81",
            "Tué à la ligne \ufffd",
            ["encoding-guessed", "encoding-broken"],
        ),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes, text: str, expected: list[str]) -> None:
    found = read(write(tmp_path / "a.txt", raw))
    assert text_of(only(found)) == text
    assert codes(found) == expected


def test_a_guess_says_which_encoding(tmp_path: Path) -> None:
    found = read(write(tmp_path / "a.txt", RUSSIAN.encode("cp1251")))
    assert "cp1251" in found[0].problems[0].text and found[0].problems[0].where.endswith("a.txt")


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "input-empty"),
        ("a.txt", b" \n\t ", "input-empty"),
        ("a.txt", b"PK\x03\x04\x00\x00", "input-binary"),
        ("a.jsonl", b"\x00\x01{}\n{}\n", "input-binary"),
        ("a.jsonl", b"\n\n", "input-empty"),
        ("a.json", b"{", "json-broken"),
        ("a.json", b"[]", "input-empty"),
        ("a.json", b"[" * 100_000, "json-broken"),
        ("a.json", b'{"text": 1' + b"0" * 5000 + b"}", "json-broken"),
        ("a.json", b'"only text"', "report-invalid"),
        ("a.json", b'{"id": "x"}', "report-invalid"),
        ("a.json", b'{"text": "  "}', "input-empty"),
        ("a.json", b'{"text": "t", "lang": 3}', "report-invalid"),
        ("a.html", b"<html><body></body></html>", "html-empty"),
        ("a.html", b"", "input-empty"),
        ("a.txt", b"x" * 1001, "input-too-large"),
        ("a.json", b'{"text": "' + b"x" * 1001 + b'"}', "input-too-large"),
    ],
)
def test_what_costs_a_report(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    limit = 1000 if code == "input-too-large" else 1_000_000
    found = read(write(tmp_path / name, raw), limit=limit)
    assert [r.report for r in found] == [None]
    assert codes(found) == [code]
    assert name in found[0].problems[0].where


def test_a_missing_file_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = read(tmp_path / "no.txt", write(tmp_path / "a.txt", FRENCH))
    assert codes(found) == ["file-missing"] and text_of(found[1]) == FRENCH


def test_a_broken_line_costs_that_line_only(tmp_path: Path) -> None:
    lines = ['{"text": "one"}', '{"text": "two"', "", '{"text": "three", "id": 3}', '["no"]']
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [r.report.text for r in found if r.report] == ["one", "three"]
    where = [p.where.rpartition("/")[2] for r in found for p in r.problems]
    assert where == ["a.jsonl:2", "a.jsonl:5"]
    assert codes(found) == ["json-broken", "report-invalid"]


def test_a_line_too_long_costs_that_line_only(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "x" * size}) for size in (10, 5000, 20)]
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines) + "\n"), limit=1000)
    assert [len(r.report.text) if r.report else p for r in found for p in (None,)] == [10, None, 20]
    assert codes(found) == ["input-too-large"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "unnamed"])
def test_object_list_or_lines_by_content(tmp_path: Path, name: str) -> None:
    as_lines = '{"text": "one"}\n{"text": "two"}\n'
    assert [text_of(r) for r in read(write(tmp_path / name, as_lines))] == ["one", "two"]


def test_json_shapes(tmp_path: Path) -> None:
    pretty = json.dumps({"text": "one", "id": "i"}, indent=2)
    found = only(read(write(tmp_path / "a.json", pretty)))
    assert found.report is not None and (found.report.id, found.report.text) == ("i", "one")
    listed = read(write(tmp_path / "b.json", '[{"text": "one"}, 5, {"text": "two"}]'))
    assert [r.report.text if r.report else r.problems[0].where.rpartition("/")[2] for r in listed] == [
        "one", "b.json#2", "two",
    ]  # fmt: skip
    wide = b"\xff\xfe" + '{"text": "one"}\n{"text": "two"}\n'.encode("utf-16-le")
    assert [text_of(r) for r in read(write(tmp_path / "c.jsonl", wide))] == ["one", "two"]
    split = "one\u2028still one"
    assert (
        text_of(only(read(write(tmp_path / "d.jsonl", json.dumps({"text": split}, ensure_ascii=False)))))
        == split
    )


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    found = read(write(tmp_path / "a.json", r'{"text": "a\ud800b \ud83d\ude00", "title": "\udc00"}'))
    report = found[0].report
    assert report is not None and report.text == "a\ufffdb 😀" and report.title == "\ufffd"
    assert codes(found) == ["surrogate-replaced"]
    report.text.encode()


@pytest.mark.parametrize(
    ("given", "kept", "fault"),
    [
        ("2022-08-05", "2022-08-05", None),
        ("2022-08-05T18:00:00+02:00", "2022-08-05T18:00:00+02:00", None),
        ("2022-08-05T18:00:00Z", "2022-08-05T18:00:00Z", None),
        ("20220805", "2022-08-05", None),
        (" 2022-08-05 ", "2022-08-05", None),
        ("2026-11-26", "2026-11-26", None),
        ("2026-11-27", None, "future"),
        ("1944-12-31", None, "before 1945"),
        ("5 août 2022", None, "not an ISO date"),
        ("2022-13-45", None, "not an ISO date"),
        ("0000-00-00", None, "not an ISO date"),
    ],
)
def test_published(tmp_path: Path, given: str, kept: str | None, fault: str | None) -> None:
    found = only(read(write(tmp_path / "a.json", json.dumps({"text": "t", "published": given}))))
    assert found.report is not None and found.report.published == kept
    assert [p.code for p in found.problems] == (["published-implausible"] if fault else [])
    assert fault is None or fault in found.problems[0].text


PAGE = """<!doctype html><html lang="en"><head>{charset}<title>Titre de la dépêche</title>{ld}</head><body><nav>Menu</nav>
<article><h1>Titre de la dépêche</h1><p>Le président de la France a demandé vendredi à son homologue d'éviter une montée
des tensions dans la région contestée, plusieurs jours après de nouveaux affrontements.</p><p>Deux soldats ont été tués
près de Latchine, a indiqué le ministère arménien de la Défense dans un communiqué.</p></article></body></html>"""
LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2022-08-05T18:00:00+02:00"}]}</script>'


def test_html_gives_text_title_and_date(tmp_path: Path) -> None:
    report = only(read(write(tmp_path / "a.html", PAGE.format(charset="", ld=LD)))).report
    assert report is not None and report.title == "Titre de la dépêche"
    assert report.published == "2022-08-05T18:00:00+02:00"
    assert (
        report.text.startswith("Titre de la dépêche\n")
        and "Latchine" in report.text
        and "Menu" not in report.text
    )


def test_html_without_date_gets_none_from_its_prose(tmp_path: Path) -> None:
    page = PAGE.format(charset="", ld="").replace("vendredi", "le 3 août 2022")
    report = only(read(write(tmp_path / "a.html", page))).report
    assert report is not None and report.published is None


def test_html_declares_its_encoding(tmp_path: Path) -> None:
    page = PAGE.format(charset='<meta charset="windows-1252">', ld="").encode("cp1252")
    found = read(write(tmp_path / "a.htm", page))
    assert "dépêche" in text_of(only(found)) and codes(found) == []


def test_folders_in_order_with_oddities(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "2.txt", "two")
    write(tmp_path / "a.txt", "one")
    write(tmp_path / "c.md", "three")
    write(tmp_path / "d.pdf", "no")
    write(tmp_path / ".hidden.txt", "no")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "e.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "f.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "g.txt")
    found = read(tmp_path)
    assert [r.report.text for r in found if r.report] == ["one", "two", "three"]
    assert codes(found) == [
        "folder-circular", "format-unknown", "file-repeated", "file-missing", "file-unreadable",
    ]  # fmt: skip


def test_unreadable_folder_and_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    write(tmp_path / "a.txt", "one")
    write(tmp_path / "b.txt", "two")
    scan, opened = os.scandir, Path.open

    def refuse_folder(path: Any) -> Any:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def refuse_file(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)

    monkeypatch.setattr(os, "scandir", refuse_folder)
    monkeypatch.setattr(Path, "open", refuse_file)
    found = read(tmp_path)
    assert codes(found) == ["file-unreadable", "folder-unreadable"]
    assert "Permission denied" in found[1].problems[0].text and text_of(found[0]) == "one"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(raw: bytes) -> list[Reading]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return read("-")

    assert text_of(only(given(FRENCH.encode()))) == FRENCH
    assert [text_of(r) for r in given(b'{"text": "one"}\n{"text": "two"}\n')] == ["one", "two"]
    assert text_of(only(given(b"[Update] Baku said so."))) == "[Update] Baku said so."
    assert "Latchine" in text_of(only(given(PAGE.format(charset="", ld="").encode())))
    assert codes(given(b"")) == ["input-empty"]


def test_two_reports_never_share_an_id(tmp_path: Path) -> None:
    lines = ['{"text": "one", "id": "x"}', '{"text": "two", "id": "x"}', '{"text": "three", "id": "x"}']
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [r.report.id for r in found if r.report] == ["x", "x~2", "x~3"]
    assert codes(found) == ["id-repeated", "id-repeated"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_bytes(b"\x00")
    found = read(tmp_path)
    found[0].problems[0].where.encode("utf-8")
