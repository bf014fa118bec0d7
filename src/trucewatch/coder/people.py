"""Whom the phrases of a report mean: the cast walks through the sentences; speakers and relays of frames."""

from __future__ import annotations

from trucewatch.actors import Cast, Mention, read_phrase
from trucewatch.attribution import SayFrame
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import Reading, ReadSentence
from trucewatch.coder.setting import Setting
from trucewatch.model import Via
from trucewatch.packs import Packs
from trucewatch.syntax import NounPhrase, VerbGroup

_LOCATIVE = ("in", "at", "near", "around", "from", "toward", "along", "between")
_SELF_RELAYS = ("communique", "account", "video", "document", "agency", "outlet")


class People:
    """Mentions by sentence and phrase, in reading order; speakers of frames and quotations."""

    def __init__(self, reading: Reading, setting: Setting, packs: Packs) -> None:
        self.reading, self.setting, self.packs = reading, setting, packs
        self.cast = Cast(setting.published, packs.sides, packs.opposed, home=setting.home, issuer=setting.issuer)
        self.cast.parties_in_conflict = frozenset(
            code for code, row in packs.parties.items() if row.kind in ("state", "de_facto", "group")
        )
        self.cast.lone_theatre = len(packs.theatres) == 1
        self.cast.organisations = frozenset(code for code, row in packs.parties.items() if row.kind in ("organisation", "mission"))
        self.cast.de_facto = frozenset(code for code, row in packs.parties.items() if row.kind == "de_facto")
        self._held: dict[tuple[int, int], Mention | None] = {}
        self._sides: tuple[str, ...] | None = None
        self._quoted_subject: tuple[tuple[int, int], Mention] | None = None
        self.leads: dict[int, Mention] = {}
        self.quote_speakers: dict[tuple[int, int], Mention] = {}
        self.quote_frames: dict[tuple[int, int], tuple[int, SayFrame]] = {}
        for start, end in reading.datelines[:1]:
            self._note_dateline(start, end)

    def _note_dateline(self, start: int, end: int) -> None:
        if self.setting.home:
            self.cast.note(Mention(self.setting.home, "", start, end, "name"))

    def walk(self, sentence: ReadSentence) -> None:
        """Reads every phrase of a sentence in order, so that later pronouns find them."""
        subjects = self._subject_phrases(sentence)
        lead: Mention | None = None
        self.cast.local = None
        entered = self.cast.subject
        quotation = self.reading.quotation_at(sentence.units[0].start) if sentence.units else None
        inside = self._quoted_subject
        if inside is not None and quotation == inside[0]:
            self.cast.subject = inside[1]  # a quotation goes on: "they" are whom it spoke of
        self._speak(sentence)
        for item in sentence.parse.items:
            if item.np is None:
                self._read_dropped(sentence, item.vg)
                continue
            mention = self.who(sentence, item.np)
            for part in item.np.chain():
                inner = self.who(sentence, part)
                if inner is not None and inner.code is not None and inner.head == "body" and mention is not None and mention.head == "relay":
                    self.cast.note(inner)  # "the spokesman of the defence ministry": "the ministry" is met
            if mention is not None and mention.code is not None:
                if not (item.np.prep in _LOCATIVE and mention.head == "name"):
                    self.cast.note(mention)
                if item.np.first in subjects:
                    within = self.reading.quotation_at(sentence.units[item.np.first].start)
                    if within is None:
                        self.cast.subject = mention
                        lead = lead or mention
                        self.cast.local = self.cast.local or (mention if mention.head != "pronoun" else None)
                    elif mention.head != "pronoun":
                        self._quoted_subject = (within, mention)
                self._note_group(sentence, item.np, mention)
        if lead is not None:
            self.leads[sentence.index] = lead
        self.cast.local, lead_now = None, lead or (entered if inside is not None and quotation == inside[0] else self.cast.subject)
        self.cast.subject = entered
        for frame in sentence.frames:
            for np in frame.speakers:
                self.who(sentence, np)
        self.cast.subject = lead_now
        for frame in sentence.frames:
            voice = self.who(sentence, frame.speakers[0]) if frame.speakers else None
            if voice is not None and voice.code is not None and voice.head != "pronoun":
                self.cast.voice = voice
        for frame in sentence.frames:
            specified = self.who(sentence, frame.speakers[0]) if frame.frame == "according" and frame.speakers else None
            if specified is not None and specified.code is not None and not specified.inherited:
                self.cast.subject = specified

    def _read_dropped(self, sentence: ReadSentence, group: VerbGroup | None) -> None:
        """Reads the subject that a finite verb leaves out, where it stands in the text."""
        for np in sentence.parse.subject(group).phrases if group is not None and group.finite else ():
            if np.person:
                self.who(sentence, np)

    def _note_group(self, sentence: ReadSentence, np: NounPhrase, mention: Mention) -> None:
        """Remembers the members of a coordinated subject, for "both" and "they"."""
        for group in sentence.parse.groups:
            phrases = sentence.parse.subject(group).phrases if group.finite else []
            if len(phrases) > 1 and phrases[-1] is np:
                members = [self.who(sentence, p) for p in phrases]
                codes = tuple(dict.fromkeys(m.party for m in members if m is not None and m.party))
                if len(codes) > 1 and mention.head != "pronoun":
                    self.cast.group = codes

    def _subject_phrases(self, sentence: ReadSentence) -> set[int]:
        return {np.first for group in sentence.parse.groups if group.finite for np in sentence.parse.subject(group).phrases}

    def _speak(self, sentence: ReadSentence) -> None:
        """Sets who "we" is: the voice of the quotation that the sentence stands in, else the issuer."""
        quotation = self.reading.quotation_at(sentence.span.start + 2)
        self.cast.speaker = self.quote_speakers.get(quotation) if quotation else self.cast.issuer

    def who(self, sentence: ReadSentence, np: NounPhrase) -> Mention | None:
        """The party that a phrase means (read once, in order)."""
        key = (sentence.index, np.first * 1000 + np.last)
        if key not in self._held:
            self._held[key] = read_phrase(np, sentence.parse, self.cast)
        return self._held[key]

    def voice(self, sentence: ReadSentence, np: NounPhrase, speaker: Mention | None) -> Mention | None:
        """The party of a phrase told by a known speaker: "we", "our troops" mean the speaker's, "the enemy" the other's."""
        units = sentence.parse.units[np.first : np.end]
        if speaker is None or not any(u.has("words:first") or "1s" in u.values("words:pron") or "other" in u.values("nouns:side") for u in units):
            return self.who(sentence, np)
        held = self.cast.speaker
        quoted = self.reading.quotation_at(sentence.units[np.first].start) is not None
        self.cast.speaker = speaker if quoted or self.cast.issuer is None else self.cast.issuer
        mention = read_phrase(np, sentence.parse, self.cast)
        self.cast.speaker = held
        return mention

    def parties(self, sentence: ReadSentence, phrases: list[NounPhrase], speaker: Mention | None = None) -> list[Mention]:
        """All parties of some phrases, "both sides" spelt out, each code once."""
        found: list[Mention] = []
        for np in phrases:
            mention = self.voice(sentence, np, speaker)
            if mention is None:
                continue
            several = mention.many or self._coordinated_names(sentence, np, mention)
            for code in several:
                bare, _, sector = code.partition("-")
                found.append(Mention(bare, sector or ("" if mention.head in ("side", "pronoun") else mention.sector), mention.start, mention.end, mention.head, row=mention.row, inherited=mention.inherited))
            if not several and mention.code is not None:
                found.append(mention)
        if any(not m.inherited for m in found):
            found = [m for m in found if not m.inherited or not m.means or m.many]
        if len(found) > 1 and all(m.adjective for m in found[:-1]) and not found[-1].adjective:
            if found[-1].code in self.cast.organisations:
                found = found[-1:]
            for adjective in found[:-1]:
                adjective.sector = adjective.sector or found[-1].sector
        unique: dict[str | None, Mention] = {}
        for mention in found:
            unique.setdefault(mention.party, mention)
        named = {m.code for m in unique.values() if m.sector}
        return [m for m in unique.values() if m.sector or m.code not in named]

    def _coordinated_names(self, sentence: ReadSentence, np: NounPhrase, mention: Mention) -> tuple[str, ...]:
        """ "the ministers of India and of Pakistan": one code for each owner after a plural head."""
        owners = [m for m in np.mods if m.prep == "of"]
        if len(owners) < 2 or mention.relay:
            return ()
        codes: dict[str, None] = {}
        for owner in owners:
            rows = [row for unit in sentence.units[owner.first : owner.last] for row in unit.rows("name")[:1]]
            if not rows:
                return ()
            code, _, sector = rows[0].party.partition("-")
            codes[f"{code}-{mention.sector or sector}" if mention.sector or sector else code] = None
        return tuple(codes) if len(codes) > 1 else ()

    def speaker(self, sentence: ReadSentence, frame: SayFrame) -> tuple[Mention | None, list[Via]]:
        """(origin, relays) of a frame. An unnamed person is an origin without code; nobody at all is None."""
        vias: list[Via] = []
        for np in frame.speakers:
            mention = self.who(sentence, np)
            words = sentence.chars(np.first, np.end)
            name = self.reading.text[words[0] : words[1]]
            if mention is None:
                continue
            if mention.relay:
                vias.append(Via(name, mention.relay if mention.relay in _SELF_RELAYS else "spokesperson", *words))
                if mention.relay in ("agency", "outlet") and mention.sector != "JRN" and mention.code is None:
                    return None, vias
            if any(u.has("source") for u in sentence.units[np.first : np.end]) and mention.sector == "JRN":
                vias.append(Via(name, "agency", *words))
            if mention.code is None and mention.head in ("person", "office", "body") and mention.sector in ("CVL", "GOV", "POL"):
                mention.code = self._country_of(sentence) or (self.setting.home if mention.sector == "CVL" or _on_a_border(sentence) else None)
            mention.start, mention.end = words if mention.head != "pronoun" else (mention.start, mention.end)
            return mention, vias
        for np in frame.speakers:
            words = sentence.chars(np.first, np.end)
            units = sentence.units[np.first : np.end]
            if any(u.has("source") for u in units):
                return None, [Via(self.reading.text[words[0] : words[1]], "agency", *words)]
            if not np.pronoun and any(u.pos == "nom" for u in units):
                return Mention(None, "", *words, "name"), []
        return None, vias

    def _country_of(self, sentence: ReadSentence) -> str | None:
        """The one country in which the places of a sentence lie: that of the villagers and mayors who tell it."""
        countries = {row.country.split("-")[0] for unit in sentence.units for row in unit.rows("place")[:1] if row.country}
        return countries.pop() if len(countries) == 1 else None

    def sides(self) -> tuple[str, ...]:
        """The two parties that the report is about: the theatre's if it names them, else the two named most."""
        if self._sides is not None:
            return self._sides
        counts: dict[str, int] = {}
        for mention in self.cast.mentions:
            if mention.code and self._may_be_side(mention.code):
                counts[mention.code] = counts.get(mention.code, 0) + (2 if mention.code in self.cast.sides else 1)
        best = sorted(counts, key=lambda code: -counts[code])[:2]
        self._sides = tuple(best) if len(best) == 2 else ()
        return self._sides

    def _may_be_side(self, code: str) -> bool:
        party = self.packs.parties.get(code)
        return party is not None and party.kind in ("state", "de_facto", "group")

    def has_people(self, code: str | None) -> bool:
        """Whether a party can count people as its own: a state, a de facto authority, a group; no organisation."""
        party = self.packs.parties.get(code or "")
        return party is None or party.kind not in ("organisation", "mission")

    def is_state(self, code: str | None) -> bool:
        """Whether a code is a state's or a de facto authority's."""
        party = self.packs.parties.get(code or "")
        return party is not None and party.kind in ("state", "de_facto")

    def relays(self, sentence: ReadSentence) -> list[Via]:
        """Relays named beside the frames of a sentence: "in a statement", "on his account", "quoted by X"."""
        found: list[Via] = []
        speakers = {np.first for frame in sentence.frames for np in frame.speakers}
        for item in sentence.parse.items:
            np = item.np
            if np is None or np.first in speakers or np.prep not in ("in", "at", "by", "on", "of", "with", "through", "from"):
                continue
            units = sentence.units[np.first : np.end]
            source = next((u for u in units if u.has("source")), None)
            relay = next((u for u in units if u.has("nouns:relay") and u.pos != "verb"), None)
            quoted = any(u.has("say") and any(r.frame == "quoted" for r in u.rows("say")) for u in sentence.units[max(0, np.first - 4) : np.first])
            if source is not None and (quoted or relay is not None):
                found.append(Via(self.reading.text[source.start : source.end], "agency", source.start, source.end))
            elif relay is not None and relay.value("nouns:relay") in ("communique", "account", "video"):
                start, end = sentence.chars(relay.i, np.end)
                found.append(Via(self.reading.text[start:end], relay.value("nouns:relay"), start, end))
        return found

    def find_quote_speakers(self) -> None:
        """Gives each quotation its voice: the frame beside it in its sentences, else the one before it."""
        before: tuple[Mention | None, int, SayFrame] | None = None
        for quotation in self.reading.quotations:
            best = self._frame_beside(quotation)
            if best is not None:
                sentence, frame = best
                mention, _ = self.speaker(sentence, frame)
                if mention is not None:
                    self.quote_speakers[quotation] = mention
                self.quote_frames[quotation] = (sentence.index, frame)
                before = (mention, sentence.span.paragraph, frame)
            elif (lead := self._introduced(quotation)) is not None:
                self.quote_speakers[quotation] = lead
            elif before is not None and before[0] is not None and self._paragraph_of(quotation) - before[1] <= 1:
                self.quote_speakers[quotation] = before[0]

    def _introduced(self, quotation: tuple[int, int]) -> Mention | None:
        """The subject of the sentence before a free quotation, if that sentence announces words of its own."""
        index = next((s.index for s in self.reading.sentences if s.span.start >= quotation[0] - 2), None)
        if index is None or index == 0:
            return None
        before = self.reading.sentences[index - 1]
        announces = any(u.has("nouns:relay", "say") for u in before.units) or self.reading.text[before.span.end - 1] == ":"
        return self.leads.get(before.index) if announces else None

    def _paragraph_of(self, quotation: tuple[int, int]) -> int:
        return next((s.span.paragraph for s in self.reading.sentences if s.span.start <= quotation[0] + 1 <= s.span.end), 0)

    def _frame_beside(self, quotation: tuple[int, int]) -> tuple[ReadSentence, SayFrame] | None:
        """The frame outside the quotation in the sentence where it ends, else where it starts, else just before."""
        touching = [s for s in self.reading.sentences if s.span.start < quotation[1] and quotation[0] < s.span.end]
        for sentence in (*reversed(touching),):
            frames = [f for f in sentence.frames if not quotation[0] <= sentence.units[f.unit].start < quotation[1] and f.speakers and f.frame != "noun"]
            if frames:
                nearest = min(frames, key=lambda f: min(abs(sentence.units[f.unit].start - quotation[1]), abs(quotation[0] - sentence.units[f.unit].start)))
                return sentence, nearest
        return None


def fill_sides(drafts: list[Draft], people: People) -> None:
    """A clash without named parties is between the sides whose losses it counts, else the report's two sides."""
    for draft in drafts:
        if draft.kind != "armed_clash" or draft.actors:
            continue
        hurt = list(dict.fromkeys(c.side.split("-")[0] for c in draft.losses if c.side))
        codes = hurt if len(hurt) > 1 else list(people.sides())
        draft.actors = [Mention(code, "", -1, -1, "side", inherited=True) for code in codes]


def _on_a_border(sentence: ReadSentence) -> bool:
    """Whether a sentence names a place of no state or of several: its officials are those of the report's country."""
    return any(not row.country for unit in sentence.units for row in unit.rows("place")[:1])
