"""HTML built from values: everything that is not already mark-up is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_VOID = frozenset({"meta", "link", "br", "hr"})
_LANG = re.compile(r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")


class Markup(str):
    """Text that is already HTML."""

    __slots__ = ()


Child = str | None
Attribute = str | int | bool | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """An element. Plain strings are escaped, None is left out.

    Attribute names: a trailing underscore is dropped, others become hyphens; None and False leave the attribute out,
    True writes it bare.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'


def join(children: Iterable[Child], between: str = "") -> Markup:
    """The children one after the other, plain strings escaped."""
    parts = (c if isinstance(c, Markup) else escape(c, quote=False) for c in children if c is not None)
    return Markup(between.join(parts))


def lang_of(tag_: str | None) -> str | None:
    """A language tag fit for a `lang` attribute, None for anything else."""
    return tag_ if tag_ and _LANG.match(tag_) else None
