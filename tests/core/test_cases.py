"""Languages with cases: what a form is, which phrase is the subject on either side of the verb, what a case is to it."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch import Packs, Report, code
from trucewatch.coder.reading import read_text
from trucewatch.packs.inflection import Inflection
from trucewatch.syntax import NounPhrase, Parse

DAY = "2022-08-06"


def parse_of(text: str, packs: Packs) -> Parse:
    return read_text(text, packs.lexicon("ru"), date.fromisoformat(DAY)).sentences[0].parse


def words(parse: Parse, np: NounPhrase) -> str:
    return " ".join(unit.low for unit in parse.units[np.first : np.last])


@pytest.fixture(scope="session")
def inflection(packs: Packs) -> Inflection:
    held = packs.lexicon("ru").morphology.inflection
    assert held is not None
    return held


@pytest.mark.parametrize(
    ("word", "key", "tags"),
    [
        ("обстреляны", "v:обстрелять", ("past", "short", "passive")), ("обстреливались", "v:обстреливать", ("past", "passive")),
        ("взорвался", "v:взорваться", ("past",)), ("обстрелянных", "v:обстрелять", ("ppart",)), ("применив", "v:применить", ("part",)),
        ("готов", "v:готовый", ("pres", "short")), ("войскам", "n:войско", ()), ("погибших", "n:погибший", ()),
    ],
)  # fmt: skip
def test_a_word_leads_to_its_lemma(word: str, key: str, tags: tuple[str, ...], inflection: Inflection) -> None:
    assert dict(inflection.keys(word))[key] == tags


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Подразделения открыли огонь.", ["подразделения"]),
        ("Огонь открыли азербайджанские подразделения.", ["азербайджанские подразделения"]),
        ("По позициям был открыт огонь.", ["огонь"]),
        ("Погибли двое военнослужащих.", ["двое военнослужащих"]),
        ("Обстреливались позиции армии.", ["позиции"]),
        ("Израиль и Сирия договорились о перемирии.", ["израиль", "сирия"]),
        ("Обстреляли позиции армии.", []),
        ("Вчера в бою погибли 12 человек, в основном солдаты.", ["12 человек"]),
        ("Ранения получили четверо полицейских.", ["четверо полицейских"]),
        ("В Баку это опровергли.", ["баку"]),
    ],
)  # fmt: skip
def test_the_subject_on_either_side(text: str, subject: list[str], packs: Packs) -> None:
    parse = parse_of(text, packs)
    assert [words(parse, np) for np in parse.subject(parse.groups[0]).phrases] == subject


@pytest.mark.parametrize(
    ("text", "phrase", "role"),
    [
        ("Подразделения армии открыли огонь.", "армии", "of"),
        ("Позиции были обстреляны противником.", "противником", "by"),
        ("Баку передал Еревану тела погибших.", "еревану", "to"),
        ("Министр встретился с послом.", "послом", "with"),
        ("Войска вышли с территории района.", "района", "of"),
        ("Огонь велся со стороны границы.", "границы", "by"),
    ],
)  # fmt: skip
def test_what_a_case_is_to_its_verb(text: str, phrase: str, role: str, packs: Packs) -> None:
    parse = parse_of(text, packs)
    parts = [part for item in parse.items if item.np is not None for part in item.np.chain()]
    assert role in [part.prep for part in parts if words(parse, part).endswith(phrase)] or role == "of" and "from" in [p.prep for p in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("По словам представителя армии, в районе Талыша убиты пять солдат.", [("killed", 5)]),
        ("Убитых нет, один солдат легко ранен.", [("killed", 0), ("wounded", 1)]),
        ("Число погибших выросло до 45.", [("killed", 45)]),
        ("Погибли 12-летний мальчик и его мать.", [("killed", 2)]),
        ("Потерь нет.", [("unspecified", 0)]),
    ],
)  # fmt: skip
def test_losses(text: str, expected: list[tuple[str, int]], packs: Packs) -> None:
    coding = code(Report("losses", text, "ru", DAY), packs)
    assert [(x.status, x.best) for c in coding.claims for x in c.casualties] == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("В ночь на 5 августа село обстреляли.", "2022-08-04", "2022-08-05"),
        ("В ночь с 4 на 5 августа село обстреляли.", "2022-08-04", "2022-08-05"),
        ("5-го августа село обстреляли.", "2022-08-05", "2022-08-05"),
        ("Неделю назад село обстреляли.", "2022-07-30", "2022-07-30"),
        ("За прошедшие сутки, 5 августа, село обстреляли.", "2022-08-05", "2022-08-05"),
        ("Накануне вечером село обстреляли.", "2022-08-05", "2022-08-05"),
    ],
)  # fmt: skip
def test_times(text: str, start: str, end: str, packs: Packs) -> None:
    (claim,) = code(Report("times", text, "ru", DAY), packs).claims
    assert claim.when is not None and (claim.when.start, claim.when.end) == (start, end)


def test_a_dateline_may_end_with_a_full_stop(packs: Packs) -> None:
    reading = read_text("ЕРЕВАН/БАКУ, 4 августа. В районе Талыша погибли двое солдат.", packs.lexicon("ru"), None)
    assert len(reading.sentences) == 1 and reading.datelines


def test_the_accused_is_who_the_clause_speaks_of(packs: Packs) -> None:
    text = "Армия Таиланда обвинила камбоджийские войска в том, что те обстреляли больницу."
    (claim,) = code(Report("accused", text, "ru", DAY), packs).claims
    assert claim.kind == "shelling" and [a.party for a in claim.actors] == ["KHM-MIL"]
    assert claim.origin is not None and claim.origin.party == "THA-MIL"
