"""Packs: what Trucewatch knows of languages, the world and theatres, read from tables (docs/packs.md)."""

from trucewatch.packs.check import check_pack
from trucewatch.packs.find import PackInfo, find_packs
from trucewatch.packs.inflection import Form, agree
from trucewatch.packs.lexicon import Companions, Entry, Lexicon
from trucewatch.packs.load import Packs, load_packs
from trucewatch.packs.rows import (
    ActRow,
    AgreementRow,
    NameRow,
    PersonRow,
    PlaceRow,
    SayRow,
    SourceRow,
    WordRow,
)
from trucewatch.packs.skeleton import skeleton
from trucewatch.packs.tables import Row, read_table

__all__ = [
    "ActRow",
    "AgreementRow",
    "Companions",
    "Entry",
    "Form",
    "Lexicon",
    "NameRow",
    "PackInfo",
    "Packs",
    "PersonRow",
    "PlaceRow",
    "Row",
    "SayRow",
    "SourceRow",
    "WordRow",
    "agree",
    "check_pack",
    "find_packs",
    "load_packs",
    "read_table",
    "skeleton",
]
