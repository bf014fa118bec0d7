"""Packs: faults told as `file:line`, bundled packs sound, and nothing tied to one language table or one conflict."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from trucewatch import Report, code, load_packs
from trucewatch.errors import PackError, UnknownPackError
from trucewatch.packs import PackInfo, Packs, check_pack, find_packs
from trucewatch.packs.tables import COLUMNS
from trucewatch.service.packs import check_packs, new_pack

THEATRE = 'name = "isles"\ntitle = "The Isles"\nversion = "1"\nsummary = "Invented."\nlicence = "CC-BY-4.0"\n'
LANGUAGE = 'code = "zz"\nname = "Invented"\n'


def write_pack(folder: Path, files: dict[str, str], settings: str | None = THEATRE) -> Path:
    folder.mkdir(exist_ok=True)
    if settings is not None:
        (folder / ("lang.toml" if settings == LANGUAGE else "pack.toml")).write_text(settings, encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def table(*rows: tuple[str, ...]) -> str:
    """Rows as a table file; the first is the header and stands on line 1."""
    return "".join("\t".join(row) + "\n" for row in rows)


PARTIES = ("code", "kind", "sector", "label")
NAMES = ("lang", "role", "words", "party", "from", "until")
PLACES = ("id", "precision", "lat", "lon", "country", "names")
PERSONS = ("names", "party", "office", "from", "until", "source")
AGREEMENTS = ("id", "signed", "effective", "parties", "names", "kind", "source")
ACTS = ("id", "words", "pos", "kind")
GOOD_PARTIES = table(PARTIES, ("ORR", "state", "", "Orrea"))
VERBS = table(("lemma", "paradigm", "forms"), ("shoot", "", "past=shot"))

FAULTS: list[tuple[str, str | None, dict[str, str], str]] = [
    ("pack-column", THEATRE, {"parties.tsv": table((*PARTIES, "colour"), ("ORR", "state", "", "Orrea", "red"))}, "parties.tsv:1"),
    ("pack-cells", THEATRE, {"parties.tsv": table(PARTIES, ("ORR", "state", "", "Orrea", "", "x"))}, "parties.tsv:2"),
    ("pack-empty", THEATRE, {"parties.tsv": table(PARTIES, ("ORR", "state", "", "Orrea"), ("VELL", "state"))}, "parties.tsv:3"),
    ("pack-value", THEATRE, {"parties.tsv": GOOD_PARTIES, "names.tsv": table(NAMES, ("en", "nickname", "Orrea", "ORR"))}, "names.tsv:2"),
    ("pack-value", THEATRE, {"places.tsv": table(PLACES, ("port", "town", "1", "2", "", "Port"))}, "places.tsv:2"),
    ("pack-date", THEATRE, {"parties.tsv": GOOD_PARTIES, "names.tsv": table(NAMES, ("en", "name", "Orrea", "ORR", "4/8/2022"))}, "names.tsv:2"),
    ("pack-date", THEATRE, {"agreements.tsv": table(AGREEMENTS, ("pact", "May 2020", "", "", "en=pact", "peace", "x"))}, "agreements.tsv:2"),
    ("pack-party", THEATRE, {"parties.tsv": GOOD_PARTIES, "persons.tsv": table(PERSONS, ("Ann Bell", "ORR-KING", "king", "", "", "x"))}, "persons.tsv:2"),
    ("pack-undeclared", THEATRE, {"parties.tsv": GOOD_PARTIES, "names.tsv": table(NAMES, ("en", "name", "Orrea", "ORR"), ("en", "name", "Vell", "VELL"))}, "names.tsv:3"),
    ("pack-undeclared", THEATRE, {"places.tsv": table(PLACES, ("port", "settlement", "1", "2", "ORR", "Port"))}, "places.tsv:2"),
    ("pack-twice", THEATRE, {"places.tsv": table(PLACES, ("port", "settlement", "1", "2", "", "Port"), ("port", "settlement", "3", "4", "", "Quay"))}, "places.tsv:3"),
    ("pack-twice", THEATRE, {"parties.tsv": table(PARTIES, ("ORR", "state", "", "Orrea"), ("ORR", "state", "", "Orrea"))}, "parties.tsv:3"),
    ("pack-coordinate", THEATRE, {"places.tsv": table(PLACES, ("port", "settlement", "91", "2", "", "Port"))}, "places.tsv:2"),
    ("pack-coordinate", THEATRE, {"places.tsv": table(PLACES, ("port", "settlement", "1", "2°30'", "", "Port"))}, "places.tsv:2"),
    ("pack-unfilled", THEATRE, {"parties.tsv": GOOD_PARTIES, "places.tsv": table(PLACES)}, "places.tsv"),
    ("pack-unfilled", THEATRE + "sides = []\n", {"parties.tsv": GOOD_PARTIES}, "pack.toml"),
    ("pack-settings", None, {"parties.tsv": GOOD_PARTIES}, ""),
    ("pack-settings", "name = \n", {"parties.tsv": GOOD_PARTIES}, ""),
    ("pack-header", THEATRE, {"parties.tsv": "# only a comment\n"}, "parties.tsv:1"),
    ("pack-verb", LANGUAGE, {"verbs.tsv": VERBS, "acts.tsv": table(ACTS, ("a1", "{shoot} at", "v", "attack"), ("a2", "{hurl} at", "v", "attack"))}, "acts.tsv:3"),
    ("pack-value", LANGUAGE, {"verbs.tsv": VERBS, "acts.tsv": table(ACTS, ("a1", "{shoot} at", "v", "assault"))}, "acts.tsv:2"),
    ("pack-twice", LANGUAGE, {"verbs.tsv": VERBS, "acts.tsv": table(ACTS, ("a1", "{shoot} at", "v", "attack"), ("a1", "{shoot} on", "v", "attack"))}, "acts.tsv:3"),
    ("pack-paradigm", LANGUAGE, {"verbs.tsv": table(("lemma", "paradigm", "forms"), ("shoot", "weak", ""))}, "verbs.tsv:2"),
]  # fmt: skip


@pytest.mark.parametrize(("code_", "settings", "files", "where"), FAULTS, ids=[f"{f[0]} {f[3]}".strip() for f in FAULTS])
def test_each_fault_is_told_once_with_file_and_line(
    code_: str, settings: str | None, files: dict[str, str], where: str, tmp_path: Path
) -> None:
    folder = write_pack(tmp_path / "isles", files, settings)
    (fault,) = check_pack(folder)
    assert fault.code == code_
    assert fault.where == str(folder / where if where else folder)
    assert fault.text


def test_bytes_that_are_no_utf8_are_told_and_not_loaded(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "isles", {"parties.tsv": GOOD_PARTIES})
    (folder / "names.tsv").write_bytes("lang\trole\twords\tparty\nfr\tname\tOrréa\tORR\n".encode("latin-1"))
    (fault,) = check_pack(folder)
    assert (fault.code, fault.where) == ("pack-unreadable", str(folder / "names.tsv"))
    with pytest.raises(PackError) as raised:
        load_packs(langs=["en"], theatres=[folder])
    assert [str(folder / "names.tsv") in line for line in raised.value.faults] == [True]


def test_a_sound_pack_has_no_faults(isles: Path) -> None:
    assert check_pack(isles) == []


def test_comments_empty_lines_and_missing_cells_count_as_lines(tmp_path: Path) -> None:
    rows = "# first\n\ncode\tkind\tsector\tlabel\n# more\nORR\tstate\t\tOrrea\n\nVELL\tstate\n"
    (fault,) = check_pack(write_pack(tmp_path / "isles", {"parties.tsv": rows}))
    assert fault.where.endswith("parties.tsv:7")


def test_an_example_that_is_coded_otherwise_is_told(isles: Path) -> None:
    rows = table(
        ("published", "text", "claims"),
        ("2022-08-05", "Orrean soldiers shelled Port Hale on Thursday.", "shelling A=ORR-MIL W=2022-08-04"),
        ("2022-08-05", "Orrean soldiers shelled Port Hale on Thursday.", "shelling A=VELL-MIL"),
    )
    (isles / "examples.tsv").write_text(rows, encoding="utf-8")
    (checked,) = check_packs(str(isles))
    assert [(f.code, f.where) for f in checked.faults] == [("pack-example", f"{isles / 'examples.tsv'}:3")]


def test_the_examples_of_a_new_pack_are_a_sound_pack(tmp_path: Path) -> None:
    """A skeleton has every table of a theatre with all columns; with its `#` rows made rows it is sound and codes its example."""
    made = new_pack("isles", title="Isles", sides=["ORR", "VELL"], out=tmp_path / "isles")
    settings = made.folder / "pack.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('summary = ""', 'summary = "Invented."'), encoding="utf-8")
    for path in made.folder.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line.split("\t") for line in lines if line and not line.startswith("#")][0] == list(COLUMNS[path.stem])
        rows = [line.removeprefix("# ") if "\t" in line else line for line in lines if line not in ("ORR", "VELL")]
        assert len(rows) > 1 and "\n".join(rows) != "\n".join(lines)
        path.write_text("\n".join([*rows, "ORR\tstate\t\tOrrea", ""] if path.stem == "parties" else [*rows, ""]), encoding="utf-8")
    (checked,) = check_packs(str(made.folder))
    assert [str(fault) for fault in checked.faults] == []


BUNDLED = find_packs()


@pytest.mark.parametrize("pack", BUNDLED, ids=[f"{p.kind}-{p.name}" for p in BUNDLED])
def test_bundled_packs_are_sound_and_code_their_examples(pack: PackInfo) -> None:
    (checked,) = check_packs(pack.name)
    assert [str(fault) for fault in checked.faults] == []


def test_the_issue_names_these_packs() -> None:
    assert {(p.kind, p.name) for p in BUNDLED} >= {
        ("lang", "fr"), ("lang", "en"), ("lang", "es"), ("world", "world"), ("theatre", "south-caucasus"), ("theatre", "levant"),
        ("theatre", "donbas"), ("theatre", "kashmir"), ("theatre", "thai-cambodian"),
    }  # fmt: skip


@pytest.mark.parametrize("pack", [p for p in BUNDLED if p.kind != "world"], ids=lambda p: p.name)
def test_every_pack_that_a_person_chooses_proves_itself(pack: PackInfo) -> None:
    assert pack.rows.get("examples", 0) > 0


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownPackError, match="language pack named 'tlh'.*fr"):
        load_packs(langs=["tlh"])
    with pytest.raises(UnknownPackError, match="theatre pack named 'atlantis'.*south-caucasus"):
        load_packs(langs=["en"], theatres=["atlantis"])
    with pytest.raises(UnknownPackError):
        load_packs(langs=["en"]).lexicon("fr")


def test_broken_settings_keep_a_theatre_from_loading(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "isles", {"parties.tsv": GOOD_PARTIES}, "name = \n")
    with pytest.raises(PackError, match=re.escape(str(folder))):
        load_packs(langs=["en"], theatres=[folder])


@pytest.fixture
def isles(tmp_path: Path) -> Path:
    """A theatre of two parties that exist nowhere."""
    return write_pack(
        tmp_path / "isles",
        {
            "parties.tsv": table(PARTIES, ("ORR", "state", "", "Orrea"), ("VELL", "state", "", "Vellmark")),
            "names.tsv": table(
                NAMES,
                ("en", "name", "Orrea", "ORR"), ("fr", "name", "Orrée", "ORR"),
                ("*", "name", "Vellmark", "VELL"),
                ("en", "demonym", "Orrean", "ORR"), ("fr", "demonym", "orréen", "ORR"),
                ("en", "demonym", "Vellish", "VELL"), ("fr", "demonym", "vellois", "VELL"),
            ),
            "places.tsv": table(PLACES, ("port-hale", "settlement", "10.5", "-20.25", "VELL", "Port Hale|fr=Port-Hale")),
        },
        THEATRE + 'sides = ["ORR", "VELL"]\n',
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vellmark's defence ministry accused Orrean soldiers of opening fire near Port Hale on 4 August. Two Vellish soldiers were killed."),
        ("fr", "Le ministère vellois de la Défense a accusé les soldats orréens d'avoir ouvert le feu près de Port-Hale le 4 août. Deux soldats vellois ont été tués."),
    ],
)  # fmt: skip
def test_two_invented_parties_are_enough(lang: str, text: str, isles: Path) -> None:
    packs = load_packs(langs=["fr", "en"], theatres=[isles])
    assert packs.sides == ("ORR", "VELL")
    coding = code(Report("isles", text, lang, "2022-08-05"), packs)
    accused = next(c for c in coding.claims if c.speech == "accuse")
    assert accused.kind == "small_arms_fire"
    assert accused.origin is not None and accused.origin.party == "VELL-MIL"
    assert [a.party for a in accused.actors] == ["ORR-MIL"]
    assert [(w.place, w.lat, w.lon) for w in accused.where] == [("port-hale", 10.5, -20.25)]
    assert accused.when is not None and accused.when.start == "2022-08-04"
    lost = [(x.status, x.side, x.best) for c in coding.claims for x in c.casualties]
    assert lost == [("killed", "VELL-MIL", 2)]


def test_the_invented_parties_are_nobody_without_their_pack(world: Packs) -> None:
    coding = code(Report("isles", "Orrean soldiers shelled Port Hale on Thursday.", "en", "2022-08-05"), world)
    assert [p.party for c in coding.claims for p in (*c.actors, *c.recipients)] == []
    assert [w.place for c in coding.claims for w in c.where if w.place] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Thai soldiers opened fire on Cambodian troops on Thursday, the Cambodian defence ministry said."),
        ("fr", "Des soldats thaïlandais ont ouvert le feu jeudi sur des troupes cambodgiennes, a annoncé le ministère cambodgien de la Défense."),
    ],
)  # fmt: skip
def test_the_world_pack_alone_codes_a_report(lang: str, text: str, world: Packs) -> None:
    (claim,) = code(Report("world", text, lang, "2022-08-05"), world).claims
    assert claim.kind == "small_arms_fire"
    assert claim.origin is not None and claim.origin.party == "KHM-MIL"
    assert [a.party for a in claim.actors] == ["THA-MIL"]
    assert [r.party for r in claim.recipients] == ["KHM-MIL"]
    assert claim.when is not None and claim.when.start == "2022-08-04"


def test_the_fingerprint_follows_the_bytes(isles: Path) -> None:
    first = load_packs(langs=["en"], theatres=[isles]).fingerprint
    assert load_packs(langs=["en"], theatres=[isles]).fingerprint == first
    with (isles / "places.tsv").open("a", encoding="utf-8") as file:
        file.write("quay\tsettlement\t1\t2\t\tQuay\n")
    assert load_packs(langs=["en"], theatres=[isles]).fingerprint != first


def test_packs_travel_to_other_processes(isles: Path) -> None:
    text = "Orrean soldiers shelled Port Hale on Thursday."
    packs = load_packs(langs=["en"], theatres=[isles])
    here = code(Report("r", text, "en", "2022-08-05"), packs)
    there = code(Report("r", text, "en", "2022-08-05"), pickle.loads(pickle.dumps(packs)))
    assert here.claims and here.claims == there.claims


def test_every_class_of_dates_and_numbers_is_read(root: Path) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (root / "src" / "trucewatch").rglob("*.py"))
    for table in ("dates", "numbers"):
        for path in (root / "src" / "trucewatch" / "packs" / "lang").glob(f"*/{table}*.tsv"):
            rows = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
            assert [cls for cls in dict.fromkeys(rows[1:]) if f'"{table}:{cls}"' not in source] == [], path
