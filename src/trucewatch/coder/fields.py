"""Places, agreements and counts of a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.acts import ActMention
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Agreement, Count
from trucewatch.model.kinds import GROUND_KINDS
from trucewatch.numbers import Quantity
from trucewatch.places import finest

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk

_STRUCK = frozenset({"advance", "air_strike", "attack", "shelling", "small_arms_fire", "withdrawal"})
"""A capital that these are done to is a place ("shelled A"), not a government."""
_ASKING = frozenset({"appeal", "commit", "refuse", "threaten"})
"""What follows the verb of these is asked, promised or feared: its places are not where they were said."""


class Fields:
    """Places, agreements and counts of a draft."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def fill_places(self, draft: Draft, sentence: ReadSentence) -> None:
        first, last = draft.window
        hit = draft.act.recipients if draft.act is not None and draft.kind in _STRUCK else []
        sure = [
            p for p in sentence.places
            if not p.loose or p.seat and draft.kind in _STRUCK and p.first > draft.unit or any(np.first <= p.first < np.end for np in hit)
        ]  # fmt: skip
        inside = [p for p in sure if first <= p.first < last]
        if not inside and draft.kind in GROUND_KINDS:
            inside = sure[:2]
        if draft.kind in _ASKING:
            inside = [p for p in inside if p.first < draft.unit]
        draft.places = [p.place for p in finest(inside)]

    def fill_agreements(self, draft: Draft, sentence: ReadSentence) -> None:
        """The commitments that the words of the sentence refer to."""
        first, last = draft.window
        for unit in sentence.units[first:last]:
            for row in unit.rows("agreement")[:1]:
                draft.agreements.append(Agreement(row.id, draft.act.row.extra.get("provision") if draft.act else None, unit.start, unit.end))
        if not draft.agreements:
            self._dated_agreement(draft, sentence)

    def _dated_agreement(self, draft: Draft, sentence: ReadSentence) -> None:
        """ "the commitments of November 2020": a noun of agreement with the month in which one was signed."""
        first, last = draft.window
        pact = next((u for u in sentence.units[first:last] if u.has("nouns:pact")), None)
        for mention in sentence.dates if pact is not None else ():
            if mention.moment is None or mention.moment.precision not in ("month", "day") or not first <= mention.first < last:
                continue
            for row in self.people.packs.names["agreements"]:
                length = 7 if mention.moment.precision == "month" else 10
                if row["signed"] and row["signed"][:length] == mention.moment.start.isoformat()[:length]:
                    draft.agreements.append(Agreement(row["id"], None, pact.start if pact else None, mention.end))
                    draft.trace("agreements", row["id"], rule="agreement-by-month", row=row.where, span=(mention.start, mention.end))
                    return

    def further_counts(self, sentence: ReadSentence, told: list[Draft]) -> list[Draft]:
        """ "138 violations in A and 62 in B": each further figure with its own place is a claim of its own."""
        found: list[Draft] = []
        for draft in told:
            if draft.count is not None and draft.kind in GROUND_KINDS and (twin := self._compared(sentence, draft)) is not None:
                found.append(twin)
            if draft.count is None or draft.kind not in GROUND_KINDS or not draft.places:
                continue
            for at, quantity in self._joined_figures(sentence, draft):
                places = [p.place for p in sentence.places if quantity.last <= p.first <= quantity.last + 4][:1]
                if not places or quantity.best is None:
                    continue
                draft.places = [p for p in draft.places if p is not places[0]] or draft.places
                twin = replace(
                    draft, places=places, count=Count(quantity.best, draft.count.unit, quantity.low, quantity.high), unit=at, losses=[],
                    evidence=[sentence.chars(quantity.first, quantity.last + 4)], traces=list(draft.traces), vias=list(draft.vias), act=None,
                    rule=draft.act.row.id if draft.act is not None else draft.rule, window=(quantity.first, quantity.last + 4),
                )  # fmt: skip
                found.append(twin)
        return found

    def _compared(self, sentence: ReadSentence, draft: Draft) -> Draft | None:
        """ "1,146 violations, against 987 the week before": the bare figure of another time is a claim of its own."""
        items = sentence.parse.items
        for k, item in enumerate(items[:-1]):
            np = item.np
            if np is None or np.prep != "against" or np.prep_at is None or item.at <= draft.unit or items[k + 1].kind != "date":
                continue
            quantity = next((q for q in sentence.quantities if np.first <= q.first and q.last >= np.last and not q.article), None)
            mention = next((d for d in sentence.dates if d.first == items[k + 1].at and d.moment is not None), None)
            if quantity is None or quantity.best is None or mention is None or draft.count is None:
                continue
            draft.window = (draft.window[0], min(draft.window[1], np.prep_at))
            start, end = draft.evidence[0]
            draft.evidence = [(start, max(start + 1, min(end, sentence.units[np.prep_at - 1].end))), *draft.evidence[1:]]
            twin = replace(
                draft, count=Count(quantity.best, draft.count.unit, quantity.low, quantity.high), unit=np.first, losses=[], act=None,
                evidence=[sentence.chars(np.prep_at, mention.last)], traces=list(draft.traces), vias=list(draft.vias),
                rule=draft.act.row.id if draft.act is not None else draft.rule, window=(np.prep_at, mention.last),
                moment=mention.moment, moment_span=(mention.start, mention.end), places=list(draft.places), aside=True,
            )  # fmt: skip
            twin.trace("when", mention.moment.start.isoformat() if mention.moment else "", rule="date-of-compared-figure", span=twin.moment_span)
            return twin
        return None

    def _joined_figures(self, sentence: ReadSentence, draft: Draft) -> list[tuple[int, Quantity]]:
        """Bare figures after a conjunction or comma that a phrase of place follows."""
        items = sentence.parse.items
        found: list[tuple[int, Quantity]] = []
        for k, item in enumerate(items[:-1]):
            np, after = item.np, items[k + 1].np
            if np is None or after is None or item.at <= draft.unit or k == 0 or np.prep is not None or after.prep not in ("in", "at", "near", "along"):
                continue
            if items[k - 1].kind != "conj" and items[k - 1].value != ",":
                continue
            quantity = next((q for q in sentence.quantities if q.first == np.first and q.last >= np.last and not q.article), None)
            if quantity is not None:
                found.append((np.first, quantity))
        return found

    def fill_count(self, draft: Draft, sentence: ReadSentence, act: ActMention) -> None:
        units = sentence.units
        noun = next((u for u in units[act.first : act.last] if u.has("nouns:unit") and u.pos != "verb"), None)
        quantity = next((q for q in sentence.quantities if noun is not None and act.first <= q.first and q.last <= noun.i + 1 and noun.i - q.last <= 2 and not q.article and q.best is not None), None)
        if noun is None or quantity is None or not quantity.best:
            return
        lost = any(loss.status in ("killed", "wounded", "missing") and loss.phrase is not None and loss.phrase.first <= quantity.first < loss.phrase.end for loss in sentence.losses)
        if not lost:
            draft.count = Count(quantity.best, noun.value("nouns:unit"), quantity.low, quantity.high)
