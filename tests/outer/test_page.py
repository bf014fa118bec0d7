"""The page: self-contained, escaped, every span cut right, claims and words tied both ways, legible in both lights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outer.from_gold import TEXT, coding_from, small_coding
from trucewatch.exports.page import render_page
from trucewatch.exports.segments import ROLES, Mark, cut, find_marks
from trucewatch.exports.wording import SYNTHETIC
from trucewatch.model import Coding, Party, Problem
from trucewatch.service import CodeRequest, code_inputs

VOID = {"meta", "br", "hr", "link"}
LABELS = {"ARM": "Armenia", "AZE": "Azerbaijan"}


class Page(HTMLParser):
    """Elements with their attributes and text; complains about what is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], tuple[str, ...], str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names, classes = tuple(t for t, _ in self._open), tuple(c for _, c in self._open)
        self.texts.append((names, classes, data))

    def inside(self, wanted: str, *, leaving: str = " ") -> str:
        """The text inside the elements of a class, without what stands in elements of class `leaving`."""
        return "".join(d for _, cs, d in self.texts if wanted in cs and leaving not in cs)

    def values(self, name: str) -> Iterator[str]:
        yield from (value for _, attributes in self.found if (value := attributes.get(name)))


@pytest.fixture(scope="module")
def samples() -> list[Coding]:
    return [item for item in code_inputs(CodeRequest(samples=True)) if isinstance(item, Coding)]


@st.composite
def marks_in_text(draw: st.DrawFn) -> tuple[int, list[Mark]]:
    length = draw(st.integers(1, 40))
    bounds = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda b: b[0] != b[1])
    one = st.builds(
        lambda b, c, r: Mark(min(b), max(b), c, r), bounds, st.integers(0, 3), st.sampled_from(ROLES)
    )
    return length, sorted(draw(st.sets(one, max_size=12)))


@given(marks_in_text(), st.data())
def test_segments_cover_the_text_once_with_exactly_their_marks(
    made: tuple[int, list[Mark]], data: st.DataObject
) -> None:
    length, marks = made
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    segments = cut(marks, start, end)
    assert [p for s in segments for p in range(s.start, s.end)] == list(range(start, end))
    for segment in segments:
        for position in range(segment.start, segment.end):
            assert set(segment.marks) == {m for m in marks if m.start <= position < m.end}
    for mark in (m for m in marks if m.start < end and m.end > start):
        assert sum(mark in s.opens for s in segments) == 1


def test_marks_outside_the_text_are_left_out() -> None:
    coding = small_coding()
    assert find_marks(coding.claims, 5) == []
    assert {m.role for m in find_marks(coding.claims, len(TEXT))} == {
        "act",
        "origin",
        "actor",
        "where",
        "casualties",
    }


def test_the_text_is_there_word_for_word() -> None:
    page = Page(render_page([small_coding()]))
    assert page.inside("passage", leaving="ref") == TEXT.replace("\n", "")


def test_every_sample_text_is_there_word_for_word(samples: list[Coding]) -> None:
    page = Page(render_page(samples))
    said = page.inside("passage", leaving="ref")
    assert said == "".join(line for c in samples for line in c.report.text.split("\n") if line.strip())


def test_everything_is_escaped() -> None:
    evil = "<script>alert(1)</script>\"'&<img src=x onerror=y>"
    coding = small_coding(
        text=TEXT + evil, title=evil, outlet=evil, id=evil, url="javascript:alert(1); https://a.b/?x=1&y=<2>"
    )
    claim = replace(coding.claims[0], kind=evil, origin=Party(evil, evil))
    coding = replace(coding, claims=(claim, coding.claims[1]), problems=(Problem("x", evil, evil),))
    coding = replace(coding, report=replace(coding.report, lang='fr" onload="x'))
    page = Page(render_page([coding], problems=[Problem("x", evil, evil)], labels={evil: evil}))
    names = [name for name, _ in page.found]
    assert names.count("script") == 1 and "img" not in names
    assert not any(key.startswith("on") for _, attributes in page.found for key in attributes)
    links = list(page.values("href"))
    assert "https://a.b/?x=1&y=<2>" in links and not any(link.startswith("javascript") for link in links)
    assert set(page.values("lang")) == {"en"}


def test_control_characters_are_shown_as_such() -> None:
    html = render_page([small_coding(text=TEXT + "\x00\x1b[31m\x07")])
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", html)


def test_nothing_is_loaded_from_anywhere() -> None:
    html = render_page([small_coding()])
    page = Page(html)
    assert not list(page.values("src")) and "@import" not in html and "url(" not in html
    assert all(link.startswith("#") for link in page.values("href"))
    policy = next(v for v in page.values("content") if "default-src" in v)
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert not list(page.values("style"))


def test_words_and_claims_are_tied_both_ways() -> None:
    page = Page(render_page([small_coding(), small_coding(id="other")]))
    anchors = list(page.values("id"))
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in page.values("href")} <= set(anchors)
    refs = [a for t, a in page.found if t == "a" and a.get("class") == "ref"]
    assert [r["href"] for r in refs[:3]] == ["#r1c1", "#r1c2", "#r1c2"]
    assert refs[0]["aria-label"] == "Claim 1: Small-arms fire"
    pieces = [a for _, a in page.found if str(a.get("class", "")).startswith("s ")]
    assert any(a["data-m"] == "1.act 2.act" or "1.actor" in str(a["data-m"]) for a in pieces)


def test_overlapping_spans_carry_all_their_roles() -> None:
    html = render_page([small_coding()])
    piece = re.search(r'<span class="s k-actor act" data-m="([^"]*)"[^>]*>les forces azéries</span>', html)
    assert piece is not None
    assert set(piece.group(1).split()) == {"1.act", "1.actor", "2.act", "2.actor"}


def test_attributed_never_judged() -> None:
    page = Page(render_page([small_coding()], labels=LABELS))
    cards = page.inside("card") + page.inside("card denied")
    assert "Alleged by" in cards and "Denied by" in cards and "who accuses" in cards
    assert "Azerbaijan, armed forces" in cards
    denied = page.inside("card denied")
    assert "denied: the origin says that it did not happen" in denied
    html = render_page([small_coding()]).lower()
    assert not re.search(
        r"\b(verified|true|false|fact|liar|responsible|guilty)\b",
        re.sub(r"<(style|script)>.*?</\1>|whether it is true", "", html, flags=re.DOTALL),
    )


@pytest.mark.parametrize("flags", [(True,), (True, False), (False,)])
def test_a_synthetic_report_says_so(flags: tuple[bool, ...]) -> None:
    codings = [small_coding(id=f"r{n}", synthetic=flag) for n, flag in enumerate(flags)]
    page = Page(render_page(codings))
    banner = page.inside("synthetic")
    assert banner.count(SYNTHETIC) == (sum(flags) + 1 if any(flags) else 0)
    assert ("1 of the 2 reports" in banner) == (flags == (True, False))


def test_structure_for_assistive_technology(samples: list[Coding]) -> None:
    page = Page(render_page(samples))
    tags = [t for t, _ in page.found]
    assert [tags.count(t) for t in ("html", "main", "header", "footer", "nav", "h1")] == [1] * 6
    levels = [int(t[1]) for t in tags if re.fullmatch(r"h[1-6]", t)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    assert page.found[0] == ("html", {"lang": "en"})
    assert next(a for t, a in page.found if t == "a") == {"href": "#reports", "class": "skip"}
    passages = [a for _, a in page.found if a.get("class") == "passage"]
    assert [a["lang"] for a in passages] == [c.report.lang for c in samples]
    regions = [a for _, a in page.found if a.get("class") == "text"]
    assert all(a["tabindex"] == "0" and a["aria-label"] for a in regions)


def test_a_report_without_claims_and_an_empty_page() -> None:
    empty = coding_from({"id": "e", "text": "Rien.", "lang": "fr", "claims": []})
    noted = replace(empty, problems=(Problem("encoding-guessed", "a.txt", "read as cp1252"),))
    html = render_page([noted])
    assert "No claim was coded from this report." in html and "read as cp1252" in html
    Page(render_page([]))


def test_traces_are_shown_and_bundled_rows_without_their_folder() -> None:
    coding = small_coding()
    trace = replace(coding.traces[0][0], row="/opt/x/trucewatch/packs/lang/fr/acts.tsv:12")
    page = Page(render_page([replace(coding, traces=((trace,), ()))]))
    assert "lang/fr/acts.tsv:12" in page.inside("card") and "/opt/" not in page.inside("card")


def test_the_same_codings_give_the_same_bytes() -> None:
    assert render_page([small_coding()], version="1") == render_page([small_coding()], version="1")


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})", block))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def palettes() -> Any:
    style = (files("trucewatch.exports") / "page.css").read_text(encoding="utf-8")
    return {
        m.group(1)[:30]: variables(m.group(0))
        for m in re.finditer(r"(?:^|\n)((?:@media[^{]*\{\s*)?:root) \{[^}]*\}", style)
    }


@pytest.mark.parametrize("name", sorted(palettes()))
def test_contrast_is_aa_in_every_light(name: str) -> None:
    colours = palettes()[name]
    roles = ("origin", "via", "actor", "recipient", "when", "where", "casualties", "agreement")
    for ground in ("paper", "card", "chosen", "act", "soft"):
        assert contrast(colours["ink"], colours[ground]) >= 7
    for ground in ("paper", "card", "soft"):
        assert contrast(colours["muted"], colours[ground]) >= 4.5
        assert contrast(colours["link"], colours[ground]) >= 4.5
    for role in roles:
        assert contrast(colours[role], colours["card"]) >= 4.5, role
        for ground in ("paper", "act", "chosen"):
            assert contrast(colours[role], colours[ground]) >= 3, (role, ground)


def test_no_role_has_the_colour_of_blood() -> None:
    for colours in palettes().values():
        for colour in colours.values():
            red, green, blue = (
                int((colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:]))[i : i + 2], 16)
                for i in (0, 2, 4)
            )
            assert not (red > 150 and green < 90 and blue < 90), colour
