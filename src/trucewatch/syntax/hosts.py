"""Which other verb a participle or a phrase beside a verb belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.model.kinds import GROUND_KINDS
from trucewatch.syntax.phrases import Item
from trucewatch.syntax.verbs import VerbGroup

if TYPE_CHECKING:
    from trucewatch.syntax.clauses import Parse


def host_of_means(parse: Parse, k: int) -> VerbGroup | None:
    """The verb of an act whose object a participle follows ("attacked the post using artillery"): they share a subject."""
    nearest = parse.items[k - 1].np if k else None
    if nearest is not None and any(row.kind in GROUND_KINDS for row in parse.units[nearest.last - 1].rows("act")):
        return None  # "wounded in a strike targeting the post": the strike does
    for i in range(k - 1, -1, -1):
        item, other = parse.items[i], parse.items[i].vg
        if other is not None and other.finite:
            acts = parse.units[other.head].rows("act")
            return other if i < k - 1 and not other.passive and any(row.kind in GROUND_KINDS for row in acts) else None
        if item.np is None and item.kind not in ("adv", "prep", "date") and (other is None or other.tense != "inf"):
            return None
    return None


def owner_of_object(items: list[Item], j: int) -> VerbGroup | None:
    """The participle whose object the phrase at `j` is, after its own subject ("forces using mortars violated ...")."""
    if j < 2:
        return None
    owner, doer = items[j - 1].vg, items[j - 2].np
    return owner if owner is not None and owner.tense == "part" and not owner.marker and doer is not None and not doer.pronoun else None


def opens_clause(items: list[Item], j: int) -> bool:
    """Whether a phrase stands at the start of its clause."""
    while j > 0 and items[j - 1].kind in ("date", "adv"):
        j -= 1
    if j and items[j - 1].value == "," and items[j - 1].kind == "mark":
        before = next((it for it in reversed(items[: j - 1]) if it.kind == "sub" or it.value in (";", ":") or it.vg is not None), None)
        return before is None or before.vg is None  # "hit a house in the port, the northern one, killing three": the clause goes on
    return j == 0 or items[j - 1].kind in ("mark", "sub")


def is_inserted(items: list[Item], k: int) -> bool:
    """Whether a participle clause ends with a comma before the verb of its subject ("units, violating the truce, opened fire")."""
    for i in range(k + 1, len(items) - 1):
        if items[i].kind == "mark":
            follower = items[i + 1].vg
            return items[i].value == "," and follower is not None and follower.finite
        if items[i].vg is not None and items[i].vg.finite or items[i].kind in ("sub", "rel"):  # type: ignore[union-attr]
            return False
    return False


def past_relative(items: list[Item], j: int) -> VerbGroup | None:
    """The verb of a relative clause whose object the phrase at `j` is ("a commander who asked for anonymity accused ...")."""
    told = items[j - 1].vg if j > 1 and items[j - 2].kind == "rel" else None
    return told if told is not None and told.finite and not told.passive else None
