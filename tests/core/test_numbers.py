"""Figures in words and digits. A row: words, expected `(words of the figure, low, best, high, quantifier)`."""

from __future__ import annotations

import pytest

from trucewatch.numbers import Quantity, find_quantities
from trucewatch.packs import Packs

from .reading import units_of

Row = tuple[str, str, int | None, int | None, int | None, str]

FRENCH: list[Row] = [
    ("12 soldats", "12", 12, 12, 12, "exact"),
    ("deux soldats", "deux", 2, 2, 2, "exact"),
    ("vingt et un morts", "vingt et un", 21, 21, 21, "exact"),
    ("soixante et onze morts", "soixante et onze", 71, 71, 71, "exact"),
    ("quatre-vingt-dix-neuf morts", "quatre-vingt-dix-neuf", 99, 99, 99, "exact"),
    ("deux cent trente obus", "deux cent trente", 230, 230, 230, "exact"),
    ("cent vingt-six violations", "cent vingt-six", 126, 126, 126, "exact"),
    ("trois mille deux cents déplacés", "trois mille deux cents", 3200, 3200, 3200, "exact"),
    ("mille obus", "mille", 1000, 1000, 1000, "exact"),
    ("1 200 obus", "1 200", 1200, 1200, 1200, "exact"),
    ("12.500 habitants", "12.500", 12500, 12500, 12500, "exact"),
    ("2,5 millions d'euros", "2,5 millions", 2_500_000, 2_500_000, 2_500_000, "exact"),
    ("au moins sept morts", "au moins sept", 7, 7, None, "at_least"),
    ("plus de 30 blessés", "plus de 30", 30, 30, None, "at_least"),
    ("pas moins de 14 morts", "pas moins de 14", 14, 14, None, "at_least"),
    ("au moins une vingtaine de morts", "au moins une vingtaine", 20, 20, None, "at_least"),
    ("moins de dix tirs", "moins de dix", None, 10, 10, "at_most"),
    ("jusqu'à 40 obus", "jusqu'à 40", None, 40, 40, "at_most"),
    ("environ 50 tirs", "environ 50", 50, 50, 50, "about"),
    ("près de cent obus", "près de cent", 100, 100, 100, "about"),
    ("une soixantaine de soldats", "une soixantaine", 60, 60, 60, "about"),
    ("une demi-douzaine de tirs", "une demi-douzaine", 6, 6, 6, "about"),
    ("quelques soldats", "quelques", None, None, None, "several"),
    ("plusieurs blessés", "plusieurs", None, None, None, "several"),
    ("des dizaines de morts", "des dizaines", None, None, None, "dozens"),
    ("des centaines d'obus", "des centaines", None, None, None, "hundreds"),
    ("plusieurs milliers de déplacés", "plusieurs milliers", None, None, None, "thousands"),
    ("entre cinq et huit morts", "entre cinq et huit", 5, 5, 8, "about"),
    ("de trois à cinq obus", "de trois à cinq", 3, 3, 5, "about"),
    ("5 à 8 morts", "5 à 8", 5, 5, 8, "about"),
    ("deux ou trois tirs", "deux ou trois", 2, 2, 3, "about"),
    ("aucun blessé", "aucun", 0, 0, 0, "none_stated"),
    ("pas de victime", "pas de", 0, 0, 0, "none_stated"),
]

ENGLISH: list[Row] = [
    ("12 soldiers", "12", 12, 12, 12, "exact"),
    ("two soldiers", "two", 2, 2, 2, "exact"),
    ("twenty-one dead", "twenty-one", 21, 21, 21, "exact"),
    ("ninety-nine dead", "ninety-nine", 99, 99, 99, "exact"),
    ("two hundred and thirty shells", "two hundred and thirty", 230, 230, 230, "exact"),
    ("three thousand two hundred people", "three thousand two hundred", 3200, 3200, 3200, "exact"),
    ("1,200 shells", "1,200", 1200, 1200, 1200, "exact"),
    ("2.5 million dollars", "2.5 million", 2_500_000, 2_500_000, 2_500_000, "exact"),
    ("at least seven dead", "at least seven", 7, 7, None, "at_least"),
    ("more than 30 wounded", "more than 30", 30, 30, None, "at_least"),
    ("no fewer than 14 dead", "no fewer than 14", 14, 14, None, "at_least"),
    ("at least two dozen shells", "at least two dozen", 24, 24, None, "at_least"),
    ("fewer than ten shots", "fewer than ten", None, 10, 10, "at_most"),
    ("up to 40 shells", "up to 40", None, 40, 40, "at_most"),
    ("about 50 shots", "about 50", 50, 50, 50, "about"),
    ("some 60 soldiers", "some 60", 60, 60, 60, "about"),
    ("a dozen civilians", "a dozen", 12, 12, 12, "about"),
    ("half a dozen shots", "half a dozen", 6, 6, 6, "about"),
    ("several wounded", "several", None, None, None, "several"),
    ("dozens of dead", "dozens of", None, None, None, "dozens"),
    ("scores of people", "scores of", None, None, None, "dozens"),
    ("hundreds of shells", "hundreds of", None, None, None, "hundreds"),
    ("tens of thousands of people", "tens of thousands of", None, None, None, "thousands"),
    ("between five and eight dead", "between five and eight", 5, 5, 8, "about"),
    ("three to five shells", "three to five", 3, 3, 5, "about"),
    ("two or three shots", "two or three", 2, 2, 3, "about"),
    ("no casualties", "no", 0, 0, 0, "none_stated"),
]


def one(text: str, lang: str, packs: Packs) -> Quantity:
    found = find_quantities(units_of(text, lang, packs))
    assert len(found) == 1, f"{len(found)} figures in {text!r}"
    return found[0]


@pytest.mark.parametrize(
    ("lang", "row"), [("fr", row) for row in FRENCH] + [("en", row) for row in ENGLISH], ids=lambda v: v if isinstance(v, str) else v[0]
)
def test_figures(lang: str, row: Row, packs: Packs) -> None:
    text, words, low, best, high, quantifier = row
    found = one(text, lang, packs)
    assert (found.low, found.best, found.high, found.quantifier) == (low, best, high, quantifier)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "19 autres soldats", 19),
        ("fr", "trois autres", 3),
        ("en", "19 other soldiers", 19),
        ("en", "three others", 3),
        ("en", "another three soldiers", 3),
    ],
)
def test_others(lang: str, text: str, value: int, packs: Packs) -> None:
    found = one(text, lang, packs)
    assert (found.best, found.other) == (value, True)


def test_deux_is_not_others(packs: Packs) -> None:
    assert not one("deux soldats", "fr", packs).other


@pytest.mark.parametrize(("lang", "text"), [("fr", "un soldat"), ("en", "a soldier")])
def test_an_article_counts_one_and_says_so(lang: str, text: str, packs: Packs) -> None:
    found = one(text, lang, packs)
    assert (found.best, found.article) == (1, True)


@pytest.mark.parametrize(("lang", "text"), [("fr", "autant de blessés"), ("en", "as many wounded")])
def test_as_many(lang: str, text: str, packs: Packs) -> None:
    found = one(text, lang, packs)
    assert (found.best, found.same) == (None, True)


@pytest.mark.parametrize(
    ("lang", "text"), [("fr", "les soldats ont tiré"), ("en", "the soldiers opened fire"), ("fr", "3,7 fois")]
)
def test_nothing_to_count(lang: str, text: str, packs: Packs) -> None:
    assert find_quantities(units_of(text, lang, packs)) == []


def test_two_figures_in_order(packs: Packs) -> None:
    text = "sept morts et 19 autres blessés"
    found = find_quantities(units_of(text, "fr", packs))
    assert [(q.best, q.other) for q in found] == [(7, False), (19, True)]
    assert found[0].end <= found[1].start
