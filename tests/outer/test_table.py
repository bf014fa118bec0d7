"""The terminal table and the words used in it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from outer.from_gold import TEXT, small_coding
from trucewatch.exports.table import print_codings
from trucewatch.exports.wording import (
    SYNTHETIC,
    casualty_label,
    party_words,
    printable,
    published_label,
    quoted,
    row_label,
    when_label,
)
from trucewatch.model import Casualty, Coding, Party, Report, Span, When


def shown(*codings: Coding, width: int = 100, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    print_codings(codings, console)
    return stream.getvalue()


def test_each_claim_has_its_fields_and_its_words() -> None:
    text = shown(small_coding())
    for words in (
        "r<1> · 5 Aug 2022",
        "2 claims",
        "Small-arms fire",
        "[denied]",
        "AZE-MIL",
        "5 Aug 2022",
        "near Latchine",
    ):
        assert words in text
    assert "ARM-GOV accuses" in text and "AZE-GOV denies" in text and "2 killed" in text
    assert "“les forces azéries de tirer près de Latchine : deux morts”" in text
    assert SYNTHETIC not in text and SYNTHETIC in shown(small_coding(synthetic=True))


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(small_coding(), width=width).splitlines())) <= width


def test_no_party_has_a_colour() -> None:
    codes = {code for code in shown(small_coding(), colour=True).split("\x1b[") if code[:1].isdigit()}
    assert not {c for c in codes if c.split("m")[0] not in {"0", "1", "2", "3", "2;4", "1;7"}}


def test_input_cannot_steer_the_terminal() -> None:
    text = shown(
        small_coding(text=TEXT.replace("Bakou dément", "Bakou dém\x1bnt"), title="\x1b[31mred [bold]x[/bold]")
    )
    assert "\x1b" not in text and "[bold]x[/bold]" in text


@pytest.mark.parametrize(
    ("when", "label"),
    [
        (When("2022-08-04", "2022-08-05", "night", "explicit"), "4–5 Aug 2022, night"),
        (When("2022-08-05", "2022-08-05", "day", "explicit"), "5 Aug 2022"),
        (When("2022-09-13T00:05", "2022-09-13T00:05", "minute", "weekday"), "13 Sept 2022, 00:05"),
        (When("2022-09-13T09:00", "2022-09-13T12:00:00", "hour", "weekday"), "13 Sept 2022, 09:00–12:00"),
        (When("2022-09-13", "2022-09-13", "part_of_day", "weekday"), "13 Sept 2022, part of day"),
        (When("2022-09-13T06:00", "2022-09-13T12:00", "part_of_day", "weekday"), "13 Sept 2022, 06:00–12:00"),
        (When("2022-08-30", "2022-09-02", "range", "explicit"), "30 Aug – 2 Sept 2022"),
        (When("2021-12-30", "2022-01-02", "range", "explicit"), "30 Dec 2021 – 2 Jan 2022"),
        (When("2022-11-01", "2022-11-30", "month", "explicit"), "Nov 2022"),
        (When("2020-01-01", "2020-12-31", "year", "explicit"), "2020"),
        (When("2022", "2023", "range", "explicit"), "2022 – 2023"),
    ],
)
def test_times(when: When, label: str) -> None:
    assert when_label(when) == label


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (Casualty("killed", "ARM-MIL", False, 3, 3, 3, "at_least"), "at least 3 killed (ARM-MIL)"),
        (Casualty("wounded", None, True, 2, 2, 2, severe=1), "2 wounded (civilians), 1 in grave condition"),
        (Casualty("killed", None, None, None, None, None, "dozens"), "dozens killed"),
        (Casualty("killed", None, None, None, None, None, "none_stated"), "no one killed (stated)"),
        (Casualty("unspecified", "AZE", None, 5, 7, 7), "5–7 casualties (AZE)"),
        (Casualty("killed", None, None, 24, 24, 24, including=(Casualty("killed", "ISR-MIL", False, 1, 1, 1),)),
         "24 killed, including 1 killed (ISR-MIL)"),
    ],
)  # fmt: skip
def test_people(entry: Casualty, label: str) -> None:
    assert casualty_label(entry) == label


def test_party_words() -> None:
    labels = {"AZE": "Azerbaijan", "OSCE": "OSCE", "M23-REB": "March 23 Movement"}
    assert party_words(Party("AZE-MIL"), labels) == "Azerbaijan, armed forces"
    assert party_words(Party("M23-REB"), labels) == "March 23 Movement"
    assert [party_words(Party(code), labels) for code in ("OSCE", "XYZ-MIL", None)] == ["", "", ""]


def test_small_words() -> None:
    assert printable("a\r\nb\x00c\n") == "a \nb\ufffdc\n"
    assert (
        published_label(Report("r", "t", published="2022-08-03T20:15:00+04:00")) == "3 Aug 2022, 20:15 +04:00"
    )
    assert published_label(Report("r", "t")) == "date unknown"
    assert row_label("/a/trucewatch/packs/world/names.tsv:3") == "world/names.tsv:3"
    assert row_label("my-theatre/places.tsv:3") == "my-theatre/places.tsv:3"
    claim = small_coding().claims[1]
    assert quoted("« a\u00a0»\nb", type(claim)("x", "calm", (Span(0, 7),))) == "« a\u00a0» b"
