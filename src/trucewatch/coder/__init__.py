"""The coder: one pure function from a report and packs to attributed claims."""

from trucewatch.coder.code import code
from trucewatch.coder.examples import check_examples

__all__ = ["check_examples", "code"]
