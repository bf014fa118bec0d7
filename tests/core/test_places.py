"""Which place a name means, and what names no place: the gazetteer, towns of one name, states beside their towns."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import Packs, Report, code, load_packs


def where(text: str, packs: Packs, lang: str = "en") -> list[list[str | None]]:
    """Ids of the places of each claim."""
    return [[w.place for w in claim.where] for claim in code(Report("r", text, lang, "2024-05-15"), packs).claims]


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("en", "Troops shelled Tripoli on Monday, the Lebanese army said.", ["lbn-tripoli"]),
        ("en", "Troops shelled Tripoli on Monday, the Libyan government said.", ["lby-tripoli"]),
        ("en", "Gunmen attacked a police post in Hyderabad on Monday, Indian police said.", ["ind-hyderabad"]),
        ("fr", "Des soldats ont été tués lundi à Hyderabad, a annoncé la police pakistanaise.", ["pak-hyderabad"]),
        ("en", "Rebels attacked an army post near Damaturu in Yobe State on Monday, Nigerian police said.", ["nga-damaturu", "nga-yobe-region"]),
    ],
)  # fmt: skip
def test_a_name_means_the_place_that_fits_the_report(lang: str, text: str, places: list[str], world: Packs) -> None:
    assert where(text, world, lang) == [places]


def test_a_town_with_a_capital_s_name_is_not_that_government(world: Packs) -> None:
    (claim,) = code(Report("r", "Rival groups clashed in Tripoli, the Lebanese army said.", "en", "2024-05-15"), world).claims
    assert not [p.party for p in (*claim.actors, *claim.recipients) if p.party and p.party.startswith("LBY")]


def test_the_choice_explains_itself(world: Packs) -> None:
    coding = code(Report("r", "Troops shelled Tripoli on Monday, the Lebanese army said.", "en", "2024-05-15"), world)
    (trace,) = [t for t in coding.traces[0] if t.field == "where"]
    rule, score, why = trace.rule.split(" ", 2)
    assert rule == "place:lbn-tripoli" and 0 < float(score) <= 1 and "gazetteer" in why and "LBN named" in why
    assert trace.row is not None and "gazetteer.generated.tsv:" in trace.row


@pytest.mark.parametrize(
    "text",
    [
        "Troops shelled Hyderabad on Monday, the Malian army said.",  # neither town of that name is near
        "Troops shelled Myrna Damaturu on Monday, the Nigerian army said.",  # a longer name, of something else
    ],
)
def test_the_gazetteer_keeps_silent_without_a_reason(text: str, world: Packs) -> None:
    assert [place for places in where(text, world) for place in places if place] == []


def test_a_theatre_s_place_is_taken_before_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "isles"
    folder.mkdir()
    (folder / "pack.toml").write_text('name = "isles"\n', encoding="utf-8")
    (folder / "places.tsv").write_text("id\tprecision\tlat\tlon\tcountry\tnames\nour-town\tsettlement\t1\t2\t\tHyderabad\n", encoding="utf-8")
    packs = load_packs(langs=["en"], theatres=[folder])
    assert where("Gunmen attacked a post in Hyderabad on Monday, Indian police said.", packs) == [["our-town"]]


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("en", "Three people were killed in clashes in Juba and Malakal, South Sudan, on Monday.", ["ssd-juba", "ssd-malakal"]),
        ("en", "Rebels captured Lashio, the capital of Shan State, on Monday.", ["mmr-lashio"]),
        ("en", "The foreign ministers held talks in Geneva on Monday under the auspices of Switzerland.", ["che-geneva"]),
        ("fr", "Les rebelles se sont retirés lundi de Walikale.", ["cod-walikale"]),
        ("en", "The United Nations urged the army to withdraw from Goma.", []),
    ],
)
def test_only_where_it_happened(lang: str, text: str, places: list[str], world: Packs) -> None:
    found = where(text, world, lang)
    assert found and all(each == places for each in found), found


def test_the_gazetteer_changes_no_word_that_is_known(world: Packs) -> None:
    for lang in world.langs:
        index = world.lexicon(lang).index
        for row in world.names["gazetteer"]:
            for name in row.many("names"):
                held = index.held([word.casefold() for word in name.split("=")[-1].split()])
                listed = [e for e in held if e.cls == "place" and e.row.rank == 0]
                others = {e.cls for e in held if e.cls != "place" and not (e.cls == "name" and e.row.role == "capital")}
                assert not listed or not others, (lang, name, others)
