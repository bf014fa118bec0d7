"""A reporting frame, and the stretches of a sentence that one may cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.syntax import NounPhrase, Parse, Unit, VerbGroup


@dataclass(slots=True)
class SayFrame:
    """One reporting frame. `scope`: unit ranges (half-open) that it covers; `speakers`: phrases of the origin.

    `accused`: whom an accusation names; `bare`: nothing is told in the frame itself ("the capital denied it").
    """

    unit: int
    frame: str
    speech: str
    value: str
    where: str
    speakers: list[NounPhrase] = field(default_factory=list)
    scope: list[tuple[int, int]] = field(default_factory=list)
    accused: NounPhrase | None = None
    group: VerbGroup | None = None
    bare: bool = False
    post: bool = False
    that: bool = False
    relative: bool = False
    negated: bool = False

    def covers(self, unit: int) -> bool:
        """Whether a unit is told by this frame."""
        return any(first <= unit < last for first, last in self.scope)

    @property
    def size(self) -> int:
        """Width of the scope in units; of two frames over one act the narrower is the nearer."""
        return sum(last - first for first, last in self.scope)


def segment_at(parse: Parse, unit: int) -> tuple[int, int]:
    """The stretch between strong marks (semicolons, dashes) around a unit."""
    first, last = 0, len(parse.units)
    for u in parse.units:
        if u.kind == "punct" and u.low in (";",):
            if u.i < unit:
                first = u.i + 1
            else:
                last = u.i
                break
    return first, last


def sentence_start(parse: Parse, first: int, unit: int) -> int:
    """ "Shells fell on A; two people were hurt, medics said": words at the end of a sentence hold for its earlier
    stretches, too, if those have no voice of their own."""
    if first and unit > first and not any(u.has("say") for u in parse.units[:first]):
        return 0
    return first


def phrase_after(parse: Parse, unit: Unit) -> NounPhrase | None:
    """The phrase directly after a unit; the unit itself may have been read as its preposition."""
    for item in parse.items:
        if item.np is not None and unit.i <= item.np.first <= unit.i + 3 and item.np.first > unit.i - 1:
            if item.np.first == unit.i and item.np.last == unit.i + 1 and not item.np.mods:
                continue
            return item.np
    return None


def verb_within(parse: Parse, first: int, last: int) -> bool:
    return any(first <= group.first < last for group in parse.groups)
