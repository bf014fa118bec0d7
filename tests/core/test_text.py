"""Sentences, tokens, folding and quotations: what is cut where, always in characters of the original text."""

from __future__ import annotations

import pytest

from trucewatch.packs.find import HOME, read_settings
from trucewatch.text import find_quotations, find_sentences, find_tokens, fold

ABBREVIATIONS = [str(word) for lang in ("en", "fr", "ru") for word in read_settings(HOME / "lang" / lang)["abbreviations"]]  # type: ignore[attr-defined]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text, find_quotations(text), ABBREVIATIONS)]


def quotations(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotations(text)]


def words(text: str) -> list[str]:
    return [text[t.start : t.end] for t in find_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n ", [], id="only white space"),
        pytest.param(
            "La crête est calme. Les tirs ont cessé! Vraiment ? On l'espère…",
            ["La crête est calme.", "Les tirs ont cessé!", "Vraiment ?", "On l'espère…"],
            id="four ends",
        ),
        pytest.param(
            "Le pont a sauté à la sortie. du bourg, selon un berger.",
            ["Le pont a sauté à la sortie. du bourg, selon un berger."],
            id="stray full stop before lower case",
        ),
        pytest.param(
            "La note est fausse, soutient-elle. note, qui circule depuis mardi, ne cite personne.",
            ["La note est fausse, soutient-elle. note, qui circule depuis mardi, ne cite personne."],
            id="lost sentence start",
        ),
        pytest.param(
            "M. Petrossian a parlé. Mme Lahoud a répondu.",
            ["M. Petrossian a parlé.", "Mme Lahoud a répondu."],
            id="French titles",
        ),
        pytest.param(
            "Gen. Harker met Dr. Osei at No. 10. They left early.",
            ["Gen. Harker met Dr. Osei at No. 10.", "They left early."],
            id="English titles",
        ),
        pytest.param(
            "The U.S. envoy left. The U.N. patrol stayed.",
            ["The U.S. envoy left.", "The U.N. patrol stayed."],
            id="initials of a state",
        ),
        pytest.param("Some 3.5 km of road. Then mud.", ["Some 3.5 km of road.", "Then mud."], id="decimal point"),
        pytest.param(
            "1. Tirs au col.\n2. Calme au pont.", ["1. Tirs au col.", "2. Calme au pont."], id="numbered list"
        ),
        pytest.param(
            "- tirs au col\n- calme au pont\n- deux blessés au gué",
            ["- tirs au col", "- calme au pont", "- deux blessés au gué"],
            id="list with dashes",
        ),
        pytest.param(
            "Shots were heard\nnear the mill. Nobody was hurt.",
            ["Shots were heard\nnear the mill.", "Nobody was hurt."],
            id="a wrapped line goes on in lower case",
        ),
        pytest.param(
            "« Nous avons riposté. Ils reculent. » L'état-major se tait.",
            ["« Nous avons riposté.", "Ils reculent. »", "L'état-major se tait."],
            id="guillemets belong to the sentence they close",
        ),
        pytest.param(
            "“We hold the mill. They fell back.” The staff was silent.",
            ["“We hold the mill.", "They fell back.”", "The staff was silent."],
            id="curly quotes belong to the sentence they close",
        ),
        pytest.param(
            "« Ils reculent. », a dit le colonel.",
            ["« Ils reculent. », a dit le colonel."],
            id="post-posed clause stays with its quotation",
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_in_capitals_is_a_heading_and_the_body_is_not() -> None:
    text = "NUIT AGITÉE AU COL\n\nDeux bergers ont été blessés lundi."
    first, second = find_sentences(text, [])
    assert (first.heading, second.heading) == (True, False)
    assert first.paragraph != second.paragraph


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        ("EREVAN, 5 août (Armenpress) - ", "Deux bergers ont été blessés."),
        ("BEYROUTH (AFP) — ", "Un obus est tombé dans un champ."),
        ("GENEVA, 12 March (Reuters) - ", "The delegates left."),
        ("TBILISI - ", "The road is open."),
    ],
)
def test_a_dateline_is_kept_apart(dateline: str, body: str) -> None:
    text = dateline + body
    (sentence,) = find_sentences(text, [])
    assert sentence.dateline == (0, len(dateline))
    assert text[sentence.start : sentence.end] == body


def test_a_sentence_without_dateline_has_none() -> None:
    (sentence,) = find_sentences("Le convoi est passé - sans escorte.", [])
    assert sentence.dateline is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit « oui », puis « non ».", [" oui ", " non "]),
        ("She said “hold” and left.", ["hold"]),
        ("„Halt“, rief er. „Stop”, dit-il.", ["Halt", "Stop"]),
        ('He said "hold" twice: "hold".', ["hold", "hold"]),
        ("« Nous tenons. Ils reculent. Demain aussi », a-t-il dit.", [" Nous tenons. Ils reculent. Demain aussi "]),
        ("« Nous tenons », a-t-il dit, « et ils reculent ».", [" Nous tenons ", " et ils reculent "]),
        ("A wall 3\" thick and no quotation.", []),
        ("Rien n'est cité ici, ni l'un ni l'autre.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_an_unclosed_mark_quotes_its_paragraph_and_no_more() -> None:
    assert quotations("Il a dit : « Nous tenons.\nLa route est ouverte.") == [" Nous tenons."]
    assert quotations('He said: "We hold.\nThe road is open.') == ["We hold."]


def test_guillemets_may_run_over_paragraphs() -> None:
    assert quotations("« Nous tenons.\nIls reculent. » Fin.") == [" Nous tenons.\nIls reculent. "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’armée d'Iran, aujourd'hui", ["l’", "armée", "d'", "Iran", ",", "aujourd'hui"]),
        ("cessez-le-feu", ["cessez", "le", "feu"]),
        ("a-t-il tiré ?", ["a", "il", "tiré", "?"]),
        ("Israel's army, the parties' men", ["Israel", "'s", "army", ",", "the", "parties", "'", "men"]),
        ("O'Brien left", ["O'Brien", "left"]),
        ("12 000 obus et 3,5 km, 10.000.000", ["12 000", "obus", "et", "3,5", "km", ",", "10.000.000"]),
        ("1\u202f200 obus", ["1\u202f200", "obus"]),
        ("U.S. patrol", ["U.S.", "patrol"]),
        ("M. Lahoud", ["M.", "Lahoud"]),
        ("left -- right", ["left", "-", "-", "right"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "İSTANBUL, İzmir : « ﬁn des tirs » à 12 000 m",
        "ẞ ŉ ǰ ΐ \ufb03 \U00010400 𝐀rmy don't l’Été",
        "\ufeffΑΣ \u0130\u0130 t.e.s.t\u2011e\u0301",
    ],
)
def test_offsets_hold_where_lower_case_changes_length(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    tokens = find_tokens(text)
    assert tokens
    for token in tokens:
        assert token.low == folded[token.start : token.end]
    assert [t.start for t in tokens] == sorted({t.start for t in tokens})


def test_fold_levels_case_apostrophes_and_spaces() -> None:
    assert fold("L’ARMÉE\u00a0DIT") == "l'armée dit"
    assert fold("İ") == "İ"


def test_kinds_of_tokens() -> None:
    kinds = {t.low: t.kind for t in find_tokens("Army fired 12 shells.")}
    assert kinds == {"army": "word", "fired": "word", "12": "number", "shells": "word", ".": "punct"}
