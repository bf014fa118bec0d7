"""The cast of a report: whom it has named so far, so that "he", "the ministry" and "its forces" find their party."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Mention:
    """A party named by a noun phrase. `code` None: people or bodies without a known party.

    `head`: class of the head noun (person, body, office, side, relay, asset, name, pronoun ...); `relay`: the kind
    of relay if the phrase is one; `row`: pack row that gave the code.
    """

    code: str | None
    sector: str
    start: int
    end: int
    head: str
    plural: bool = False
    human: bool = False
    civilian: bool | None = None
    relay: str = ""
    relay_name: tuple[int, int] | None = None
    row: str | None = None
    word: str = ""
    inherited: bool = False
    many: tuple[str, ...] = ()
    seated: bool = False
    means: bool = False
    adjective: bool = False

    @property
    def party(self) -> str | None:
        """CODE or CODE-SECTOR."""
        if self.code is None:
            return None
        return f"{self.code}-{self.sector}" if self.sector and "-" not in self.code else self.code


@dataclass(slots=True)
class Cast:
    """What the resolver knows of the report at one point of its reading."""

    reference: date | None = None
    sides: tuple[str, ...] = ()
    opposed: dict[str, str] = field(default_factory=dict)
    home: str | None = None
    parties_in_conflict: frozenset[str] = frozenset()
    lone_theatre: bool = False
    organisations: frozenset[str] = frozenset()
    de_facto: frozenset[str] = frozenset()
    group: tuple[str, ...] = ()
    voice: Mention | None = None
    """Who spoke last, by name: whose "the statement" is."""
    foe: str | None = None
    """Whom the text has called the enemy by name ("the X enemy")."""
    issuer: Mention | None = None
    speaker: Mention | None = None
    subject: Mention | None = None
    local: Mention | None = None
    mentions: list[Mention] = field(default_factory=list)
    aliases: dict[str, Mention] = field(default_factory=dict)

    def note(self, mention: Mention) -> None:
        """Remembers a party that the text names."""
        if mention.code is not None and mention.head != "pronoun":
            self.mentions.append(mention)

    def last(self, *, plural: bool | None = None, human: bool | None = None, skip: str | None = None) -> Mention | None:
        """The latest mention of the wanted number and nature."""
        for mention in reversed(self.mentions[-14:]):
            if skip is not None and mention.code == skip:
                continue
            if plural is not None and mention.plural != plural:
                continue
            if human is not None and mention.human != human:
                continue
            return mention
        return None

    def of_word(self, word: str) -> Mention | None:
        """The latest mention with the same head word."""
        for mention in reversed(self.mentions[-30:]):
            if mention.word == word or word and (mention.word.startswith(word + " ") or mention.word.endswith(" " + word)):
                return mention
        return None

    def of_sector(self, sector: str) -> Mention | None:
        """The latest body, office or named party of a sector."""
        for mention in reversed(self.mentions[-14:]):
            if sector and mention.sector == sector and mention.head in ("body", "office", "name"):
                return mention
        return None

    def both_sides(self) -> tuple[str, ...]:
        """The two sides this text is about: the two states or groups named most lately, else the theatre's.

        Whoever keeps the peace is no side of it.
        """
        keepers = {m.code for m in (*self.mentions, *([self.issuer] if self.issuer else [])) if m.sector == "PKF"} - {*self.sides}
        named = list(dict.fromkeys(m.code for m in reversed(self.mentions[-24:]) if m.code and m.code not in keepers))
        theirs = [code for code in named if code in self.sides]
        if len(theirs) >= 2:
            return tuple(reversed(theirs[:2]))
        states = [code for code in named if code in self.parties_in_conflict]
        if len(theirs) == 1 and len(self.sides) == 2:
            return self.sides
        if len(states) < 2 and self.lone_theatre:
            return self.sides[:2]
        return tuple(reversed(states[:2])) if len(states) >= 2 else ()

    def other_side(self, code: str | None) -> str | None:
        """The adversary of a party: the one that its theatre names, else the other of the two sides."""
        if code in self.opposed:
            return self.opposed[code]
        pair = [c for c in self.both_sides() if c != code]
        if len(pair) == 1:
            return pair[0]
        for mention in reversed(self.mentions[-24:]):
            if mention.code and mention.code != code and mention.sector in ("", "MIL", "GOV", "REB"):
                return mention.code
        return None
