"""The command line. `main` is the entry point; nothing else is loaded until it runs."""

from __future__ import annotations


def main() -> None:
    """Run `trucewatch` with the arguments of this process and exit with its code."""
    from trucewatch.cli.app import app

    app(prog_name="trucewatch")


__all__ = ["main"]
