"""Codings out: the terminal table, the page, JSON. Nothing here judges a claim; it shows who makes it.

The modules are imported one by one (`exports.page`, `exports.table`), so that nobody pays for the others:
only `exports.table` needs a console library.
"""
