"""Our reading of dates and figures beside the libraries that do only this; prints the tables of docs/dates.md.

    python tools/compare_dates.py [--public FILE] [--misses] [--numbers]

Suites: `tests/data/dates/<lang>.tsv` (our own) and, with `--public`, a file of date expressions from the test suites of
duckling and chrono. Languages are those of the packs that are there. Libraries are compared when they are installed (in
an environment of their own: trucewatch needs none of them): dateparser, parsedatetime, recognizers-text-suite, text2num,
word2number; `num2words` writes the figures to read.

An answer is right when its first and last day are those expected. Conventions that differ are made one, for every
library: exclusive ends become inclusive; a weekday or a date without year may look back or ahead; days counted back may
or may not end with the day of reference. Of several answers of one library the best counts. What is left out, and why,
stands in `compare_dates.tsv` and in `comparable`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "data" / "dates"
LEFT_OUT = Path(__file__).with_suffix(".tsv")
DAY = timedelta(days=1)
LARGEST_GAP = timedelta(days=45)

Span = tuple[date, date]
Reader = Callable[[str, str, date], list[Span]]


@dataclass(frozen=True)
class Item:
    """One expression: what may be answered (empty: nothing), and the group it is counted in."""

    lang: str
    text: str
    reference: date
    wanted: frozenset[Span]
    group: str


def languages() -> list[str]:
    """The language packs that are there."""
    from trucewatch.packs.find import find_packs

    return sorted(pack.name for pack in find_packs() if pack.kind == "lang")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated table with a header."""
    lines = [line.rstrip("\n") for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(names, line.split("\t"), strict=False))


def own_items(lang: str) -> Iterator[Item]:
    """Our own suite."""
    path = OWN / f"{lang}.tsv"
    for row in rows(path) if path.exists() else ():
        wanted = frozenset() if row["start"] == "-" else frozenset({(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))})
        yield Item(lang, row["text"], date.fromisoformat(row["reference"]), wanted, "own")


def comparable(doc: dict[str, Any], patterns: list[tuple[str, re.Pattern[str], str]]) -> str:
    """Why a public expression is left out; "" if it is compared."""
    gold, suite = doc["gold"], doc["id"].split("/")
    if suite[0] == "duckling" and suite[2] != "Corpus.hs":
        return "file of one country (holidays, order of figures)"
    if not all(_is_day(gold.get(name)) for name in ("start", "end") if name == "start" or gold.get(name)):
        return "no calendar day in the expected value"
    if gold["kind"] not in ("instant", "interval"):
        return "open at one end"
    if suite[0] == "duckling" and gold.get("grain") not in ("day", "week", "month", "quarter", "year"):
        return "time of day, duration"
    if suite[0] == "chrono" and not any(word in suite[1] for word in ("endian", "weekday", "year_month_day", "casual.test", "inter_std")):
        return "time of day, duration"
    return next((why for lang, pattern, why in patterns if lang in (doc["lang"], "*") and pattern.search(doc["text"])), "")


def _is_day(value: str | None) -> bool:
    try:
        return bool(value) and bool(datetime.fromisoformat(value or ""))
    except ValueError:
        return False


def last_day(first: date, grain: str) -> date:
    """The last day of the week, month, quarter or year that starts on a day."""
    if grain == "week":
        return first + 6 * DAY
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return first
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - DAY


def expected(doc: dict[str, Any], reference: date) -> frozenset[Span]:
    """The days expected, in each convention that news and calendars use."""
    gold = doc["gold"]
    first = datetime.fromisoformat(gold["start"]).date()
    if gold["kind"] == "interval" and gold.get("end"):
        end = datetime.fromisoformat(gold["end"])
        last = end.date() - (DAY if "grain" in gold and end.hour == 0 else 0 * DAY)
        if gold.get("grain") in ("month", "quarter", "year", "week") and end.date() > first:
            last = end.date() - DAY
    else:
        last = last_day(first, gold.get("grain") or "day")
    spans = {(first, last)}
    if last == reference - DAY:
        spans.add((first, reference))  # days counted back may end with the day of reference
    if first > reference:
        spans |= looking_back(doc, reference, first, last)
    if reference <= last and first <= reference:
        spans.add((first, reference))  # "this week" up to now
    return frozenset(spans)


def looking_back(doc: dict[str, Any], reference: date, first: date, last: date) -> set[Span]:
    """What news means by a weekday, a day without month or a date without year that calendars look for ahead."""
    units = units_of(doc["text"], doc["lang"])
    if any(u.has("dates:weekday") for u in units) and not any(u.has("dates:month") for u in units):
        return {(first - 7 * DAY, last - 7 * DAY)}
    if re.search(r"(19|20)\d\d", doc["text"]):
        return set()
    if any(u.has("dates:month") for u in units):
        return {(back_a_year(first), back_a_year(last))}
    if re.search(r"\d", doc["text"]) and first.month == reference.month and not any(u.has("dates:unit") for u in units):
        before = first.replace(day=1) - DAY
        return {(before.replace(day=min(first.day, before.day)), before.replace(day=min(last.day, before.day)))}
    return set()


def back_a_year(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == 2 else day.day))


def public_items(path: Path, langs: list[str], left: Counter[tuple[str, str]]) -> Iterator[Item]:
    """The public suites, in two groups: what may lie back ("public") and what only lies ahead ("ahead")."""
    patterns = [(row["lang"], re.compile(row["pattern"], re.I), row["reason"]) for row in rows(LEFT_OUT)]
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        if doc["lang"] not in langs:
            continue
        why = comparable(doc, patterns)
        if why:
            left[doc["lang"], why] += 1
            continue
        doc = {**doc, "text": as_written(doc["text"], doc["lang"])}
        reference = datetime.fromisoformat(doc["gold"]["reference"]).date()
        wanted = expected(doc, reference)
        ahead = min(first for first, _ in wanted) > reference
        yield Item(doc["lang"], doc["text"], reference, wanted, "ahead" if ahead else "public")


def as_written(text: str, lang: str) -> str:
    """The words with the capitals that the language gives to months and weekdays; the suites leave them out."""
    def written(match: re.Match[str]) -> str:
        word = match[0]
        proper = word[:1].upper() + word[1:]
        units = units_of(proper, lang)
        return proper if len(units) == 1 and units[0].has("dates:weekday", "dates:month") and not units_of(word, lang)[0].has("dates:weekday", "dates:month") else word

    return re.sub(r"[^\W\d_]+", written, text)


def units_of(text: str, lang: str) -> list[Any]:
    """The words of a text as trucewatch's packs know them."""
    from trucewatch.syntax import find_units
    from trucewatch.text import find_tokens

    return list(find_units(text, find_tokens(text), lexicon(lang)))


_PACKS: dict[str, Any] = {}


def lexicon(lang: str) -> Any:
    """The lexicon of a language, loaded once."""
    from trucewatch.packs import load_packs

    if not _PACKS:
        _PACKS["packs"] = load_packs(langs=languages(), theatres=())
    return _PACKS["packs"].lexicon(lang)


def ours(text: str, lang: str, reference: date) -> list[Span]:
    """The last time that trucewatch finds."""
    from trucewatch.dates import Clock, find_dates

    found = find_dates(units_of(text, lang), Clock(reference))
    return [(m.moment.start, m.moment.end) for m in found if m.moment is not None][-1:]


def with_dateparser() -> Reader:
    """dateparser: the whole expression, else what its search finds last."""
    data, search = importlib.import_module("dateparser.date"), importlib.import_module("dateparser.search")

    def read(text: str, lang: str, reference: date) -> list[Span]:
        settings = {"RELATIVE_BASE": datetime(reference.year, reference.month, reference.day, 12), "PREFER_DATES_FROM": "past"}
        got = data.DateDataParser(languages=[lang], settings=settings).get_date_data(text)
        if got.date_obj is not None:
            return [_of_period(got.date_obj.date(), got.period)]
        found = search.search_dates(text, languages=[lang], settings=settings) or []
        return [_of_period(moment.date(), "day") for _, moment in found[-1:]]

    return read


def _of_period(day: date, period: str) -> Span:
    first = {"month": day.replace(day=1), "year": day.replace(month=1, day=1), "week": day - day.weekday() * DAY}.get(period, day)
    return first, last_day(first, period)


def with_parsedatetime() -> Reader:
    """parsedatetime: ranges first, then the day."""
    module = importlib.import_module("parsedatetime")
    calendars = {lang: module.Calendar(module.Constants(locale, usePyICU=False)) for lang, locale in (("en", "en_US"), ("fr", "fr_FR"))}

    def read(text: str, lang: str, reference: date) -> list[Span]:
        calendar = calendars.get(lang)
        if calendar is None:
            return []
        base = datetime(reference.year, reference.month, reference.day, 12)
        first, last, found = calendar.evalRanges(text, base.timetuple())
        if found:
            return [(date(*first[:3]), date(*last[:3]))]
        moment, status = calendar.parseDT(text, base)
        return [(moment.date(), moment.date())] if status in (1, 3) else []

    return read


def with_recognizers() -> Reader:
    """Microsoft recognizers: any of the values that the last result offers."""
    module = importlib.import_module("recognizers_date_time")
    cultures = {"en": "en-us", "fr": "fr-fr", "es": "es-es"}

    def read(text: str, lang: str, reference: date) -> list[Span]:
        if lang not in cultures:
            return []
        try:
            results = module.recognize_datetime(text, cultures[lang], reference=datetime(reference.year, reference.month, reference.day, 12))
        except Exception:  # noqa: BLE001  (its French models raise on some inputs: counted as no answer)
            return []
        spans: list[Span] = []
        for result in results[-1:]:
            for value in (result.resolution or {}).get("values") or ():
                spans.extend(_of_value(value))
        return spans

    return read


def _of_value(value: dict[str, str]) -> list[Span]:
    try:
        if "value" in value:
            day = date.fromisoformat(value["value"][:10])
            return [(day, day)]
        first, end = date.fromisoformat(value["start"][:10]), date.fromisoformat(value["end"][:10])
    except (KeyError, TypeError, ValueError):
        return []
    return [(first, end), (first, end - DAY)] if end > first else [(first, end)]


LIBRARIES: tuple[tuple[str, str, Callable[[], Reader]], ...] = (
    ("dateparser", "dateparser", with_dateparser),
    ("parsedatetime", "parsedatetime", with_parsedatetime),
    ("Microsoft recognizers", "recognizers-text-date-time", with_recognizers),
)


def trucewatch_version() -> str:
    """Our own version."""
    from trucewatch import __version__

    return __version__


def readers() -> dict[str, Reader]:
    """Our reader and those of the libraries that are installed, by name and version."""
    found: dict[str, Reader] = {f"trucewatch {trucewatch_version()}": ours}
    for name, distribution, make in LIBRARIES:
        try:
            found[f"{name} {importlib.metadata.version(distribution)}"] = make()
        except (ImportError, importlib.metadata.PackageNotFoundError):
            print(f"{name}: not installed", file=sys.stderr)
    return found


def mark(item: Item, spans: list[Span]) -> str:
    """right, wrong or silent."""
    if not item.wanted:
        return "wrong" if spans else "right"
    if any(span in item.wanted for span in spans):
        return "right"
    return "wrong" if spans else "silent"


def compare(items: list[Item], *, misses: bool) -> None:
    """Prints the table: right / wrong / silent of each library on each group."""
    groups = sorted({(item.lang, item.group) for item in items}, key=lambda g: (g[1] != "own", g[1] != "public", g[0]))
    sizes = Counter((item.lang, item.group) for item in items)
    print("| | " + " | ".join(f"{lang} {group} ({sizes[lang, group]})" for lang, group in groups) + " |")
    print("|---|" + "---|" * len(groups))
    for name, read in readers().items():
        marks: Counter[tuple[str, str, str]] = Counter()
        for item in items:
            got = read(item.text, item.lang, item.reference)
            marks[item.lang, item.group, mark(item, got)] += 1
            if misses and read is ours and mark(item, got) != "right":
                shown = " or ".join(f"{a}..{b}" for a, b in sorted(item.wanted)) or "nothing"
                print(f"   {item.lang} {item.group} {item.reference} {item.text!r}: {shown}; got {got}", file=sys.stderr)
        cells = [" / ".join(str(marks[lang, group, m]) for m in ("right", "wrong", "silent")) for lang, group in groups]
        print(f"| {name} | " + " | ".join(cells) + " |")


FIGURES = (*range(1001), *(n * 37 + 1013 for n in range(400)), *(n * 7919 + 100_003 for n in range(200)), *(10**6 * n + 17 for n in range(1, 60)))


def compare_numbers() -> None:
    """Prints how many of FIGURES, written in words by num2words, each reader gives back."""
    write = importlib.import_module("num2words").num2words
    from trucewatch.numbers import find_quantities

    def ours_(words: str, lang: str) -> int | None:
        found = find_quantities(units_of(words, lang))
        return found[0].best if len(found) == 1 else None

    table: dict[str, Callable[[str, str], int | None]] = {"trucewatch": ours_}
    for name, make in (("text2num", _text2num), ("word2number", _word2number)):
        try:
            table[f"{name} {importlib.metadata.version(name)}"] = make()
        except (ImportError, importlib.metadata.PackageNotFoundError):
            print(f"{name}: not installed", file=sys.stderr)
    langs = languages()
    print("| | " + " | ".join(f"{lang} ({len(FIGURES)})" for lang in langs) + " |")
    print("|---|" + "---|" * len(langs))
    for name, read in table.items():
        cells = []
        for lang in langs:
            wrong = [(n, words) for n in FIGURES if read(words := write(n, lang=lang).replace(",", ""), lang) != n]
            cells.append(str(len(FIGURES) - len(wrong)))
            if name == "trucewatch" and wrong:
                print(f"   {lang}: {wrong[:5]}", file=sys.stderr)
        print(f"| {name} | " + " | ".join(cells) + " |")


def _text2num() -> Callable[[str, str], int | None]:
    module = importlib.import_module("text_to_num")

    def read(words: str, lang: str) -> int | None:
        try:
            return int(module.text2num(words, lang))
        except (ValueError, NotImplementedError):
            return None

    return read


def _word2number() -> Callable[[str, str], int | None]:
    module = importlib.import_module("word2number.w2n")

    def read(words: str, lang: str) -> int | None:
        try:
            return int(module.word_to_num(words)) if lang == "en" else None
        except ValueError:
            return None

    return read


def main() -> None:
    """The tables, on standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--public", type=Path, help="file of public date expressions (JSON lines)")
    parser.add_argument("--misses", action="store_true", help="our misses, on standard error")
    parser.add_argument("--numbers", action="store_true", help="figures in words too")
    options = parser.parse_args()
    langs = languages()
    left: Counter[tuple[str, str]] = Counter()
    items = [item for lang in langs for item in own_items(lang)]
    if options.public:
        items.extend(public_items(options.public, langs, left))
    compare(items, misses=options.misses)
    if left:
        print("\nLeft out of the public suites:")
        for (lang, why), count in sorted(left.items()):
            print(f"- {lang}: {count} {why}")
    if options.numbers:
        print()
        compare_numbers()


if __name__ == "__main__":
    main()
