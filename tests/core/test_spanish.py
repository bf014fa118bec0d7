"""Spanish: its dates and figures, and the constructions that the engine reads because of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from trucewatch import Claim, Packs, Report, code, load_packs
from trucewatch.dates import Clock, find_dates
from trucewatch.numbers import find_quantities

from .reading import units_of

FRIDAY = date(2022, 8, 5)
Told = Callable[[str], list[Claim]]

DATES = [
    ("combates el 4 de agosto", "2022-08-04", "2022-08-04", "day"),
    ("combates el 4 de agosto de 2021", "2021-08-04", "2021-08-04", "day"),
    ("combates el jueves 4 de agosto", "2022-08-04", "2022-08-04", "day"),
    ("combates el jueves", "2022-08-04", "2022-08-04", "day"),
    ("combates este viernes", "2022-08-05", "2022-08-05", "day"),
    ("combates el pasado lunes", "2022-08-01", "2022-08-01", "day"),
    ("combates ayer", "2022-08-04", "2022-08-04", "day"),
    ("combates anteayer", "2022-08-03", "2022-08-03", "day"),
    ("combates anoche", "2022-08-04", "2022-08-04", "day"),
    ("combates la pasada noche", "2022-08-04", "2022-08-05", "night"),
    ("combates hace tres días", "2022-08-02", "2022-08-02", "day"),
    ("combates en la noche del 4 al 5 de julio", "2022-07-04", "2022-07-05", "night"),
    ("combates entre el 2 y el 4 de agosto", "2022-08-02", "2022-08-04", "range"),
    ("calma desde el lunes", "2022-08-01", "2022-08-05", "range"),
    ("combates el mes pasado", "2022-07-01", "2022-07-31", "month"),
    ("combates la semana pasada", "2022-07-25", "2022-07-31", "week"),
    ("combates en julio de 2021", "2021-07-01", "2021-07-31", "month"),
]

FIGURES = [
    ("veintidós soldados", 22, 22, 22, "exact"),
    ("treinta y un muertos", 31, 31, 31, "exact"),
    ("doscientos treinta proyectiles", 230, 230, 230, "exact"),
    ("1.200 proyectiles", 1200, 1200, 1200, "exact"),
    ("al menos siete muertos", 7, 7, None, "at_least"),
    ("más de 30 heridos", 30, 30, None, "at_least"),
    ("unos 60 soldados", 60, 60, 60, "about"),
    ("varios heridos", None, None, None, "several"),
    ("decenas de muertos", None, None, None, "dozens"),
    ("entre cinco y ocho muertos", 5, 5, 8, "about"),
]


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs(langs=["es"], theatres=["south-caucasus", "levant"])


@pytest.fixture(scope="module")
def told(packs: Packs) -> Told:
    return lambda text: list(code(Report("r", text, "es", "2022-08-05"), packs).claims)


@pytest.mark.parametrize(("text", "start", "end", "precision"), DATES, ids=[row[0] for row in DATES])
def test_dates(text: str, start: str, end: str, precision: str, packs: Packs) -> None:
    (mention,) = find_dates(units_of(text, "es", packs), Clock(FRIDAY))
    assert mention.moment is not None
    assert (mention.moment.start.isoformat(), mention.moment.end.isoformat(), mention.moment.precision) == (start, end, precision)


@pytest.mark.parametrize(("text", "best", "low", "high", "quantifier"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figures(text: str, best: int | None, low: int | None, high: int | None, quantifier: str, packs: Packs) -> None:
    (found,) = find_quantities(units_of(text, "es", packs))
    assert (found.best, found.low, found.high, found.quantifier) == (best, low, high, quantifier)


def parties(mentions: tuple[object, ...]) -> list[str]:
    return [str(getattr(m, "party", None)) for m in mentions]


def test_a_verb_without_subject_goes_on_with_the_one_before(told: Told) -> None:
    claims = told("Las tropas azerbaiyanas avanzaron el jueves hacia Shushá. Después bombardearon Stepanakert con artillería.")
    assert [(c.kind, parties(c.actors)) for c in claims] == [("advance", ["AZE-MIL"]), ("shelling", ["AZE-MIL"])] or (
        claims[-1].kind == "shelling" and parties(claims[-1].actors) == ["AZE-MIL"]
    )


def test_the_first_person_is_whose_text_it_is(packs: Packs) -> None:
    text = "Condenamos el ataque de Azerbaiyán contra Stepanakert."
    report = Report("r", text, "es", "2022-08-05", kind="communique", outlet="Ministerio de Relaciones Exteriores de Armenia")
    (claim,) = code(report, packs).claims
    assert claim.kind == "condemn" and parties(claim.actors) == ["ARM-GOV"]


def test_a_person_as_object_stands_behind_a(told: Told) -> None:
    (claim,) = told("Las fuerzas azerbaiyanas mataron a dos soldados armenios el jueves.")
    assert [(loss.status, str(loss.side), loss.best) for loss in claim.casualties] == [("killed", "ARM-MIL", 2)]
    assert parties(claim.actors) == ["AZE-MIL"]


def test_the_subjunctive_after_asking_is_not_told(told: Told) -> None:
    claims = told("La ONU pidió que Azerbaiyán retire sus tropas.")
    assert [c.kind for c in claims] == ["appeal"]


def test_hearsay_in_the_conditional(told: Told) -> None:
    (claim,) = told("Los soldados azerbaiyanos habrían abierto fuego el jueves cerca de Shushá.")
    assert claim.hedged


def test_dashes_set_off_who_speaks(told: Told) -> None:
    claims = told("Los soldados azerbaiyanos —afirmó el Ministerio de Defensa armenio— abrieron fuego el jueves.")
    assert [(c.kind, str(c.origin.party) if c.origin else None) for c in claims] == [("small_arms_fire", "ARM-MIL")]
    assert parties(claims[0].actors) == ["AZE-MIL"]


def test_it_is_false_that(told: Told) -> None:
    claims = told("Es falso que las tropas armenias abrieran fuego, aseguró el Ministerio de Defensa de Armenia.")
    assert [(c.kind, c.denied) for c in claims] == [("small_arms_fire", True)]


def test_when_with_an_infinitive_is_real(told: Told) -> None:
    (claim,) = told("Un soldado armenio murió el jueves al pisar una mina cerca de Shushá.")
    assert claim.kind == "explosion" and [loss.best for loss in claim.casualties] == [1]


def test_both_sides_of_between_and(told: Told) -> None:
    (claim,) = told("El jueves hubo combates entre las fuerzas armenias y las tropas azerbaiyanas.")
    assert claim.kind == "armed_clash" and sorted(parties(claim.actors)) == ["ARM-MIL", "AZE-MIL"]


def test_se_impersonal(told: Told) -> None:
    (claim,) = told("Se registraron cinco violaciones del alto el fuego en Donetsk, según la OSCE.")
    assert claim.kind == "ceasefire_violation" and claim.count is not None and claim.count.value == 5
    assert claim.origin is not None and str(claim.origin.party).startswith("OSCE")


def test_a_date_between_which_and_its_verb(told: Told) -> None:
    claims = told("Armenia condena las acciones de Azerbaiyán, que el 3 de agosto atacó Stepanakert con drones.")
    assert ("air_strike", ["AZE"]) in [(c.kind, parties(c.actors)) for c in claims]


def test_a_subjunctive_after_despues_de_que_is_told(told: Told) -> None:
    claims = told("La aviación israelí atacó Tiro después de que seis cohetes fueran lanzados contra Metula.")
    assert [c.kind for c in claims] == ["air_strike", "shelling"]


def test_figures_before_a_definite_noun(told: Told) -> None:
    (claim,) = told("El Ministerio de Salud libanés elevó a siete los muertos y a cuarenta los heridos en los ataques.")
    assert [(loss.status, loss.best) for loss in claim.casualties] == [("killed", 7), ("wounded", 40)]


def test_a_second_verb_takes_the_subject_that_agrees_with_it(told: Told) -> None:
    claims = told("Pakistán derribó el miércoles dos aviones indios que habían penetrado en su espacio aéreo y capturó a un piloto.")
    assert [parties(c.actors) for c in claims if c.kind == "detention"] == [["PAK"]]


def test_one_of_its_soldiers(told: Told) -> None:
    (claim,) = told("El Ministerio de Defensa azerbaiyano informó de la muerte de uno de sus soldados.")
    assert [(loss.status, str(loss.side), loss.best) for loss in claim.casualties] == [("killed", "AZE-MIL", 1)]


def test_another_one(told: Told) -> None:
    (claim,) = told("Un soldado armenio murió y otro resultó herido el jueves.")
    assert [(loss.status, loss.best) for loss in claim.casualties] == [("killed", 1), ("wounded", 1)]
