"""Bulk input: files, folders and streams become reports, reports become codings, trouble becomes problems."""

from trucewatch.bulk.decoding import Decoded, decode_bytes
from trucewatch.bulk.engine import Code, Engine, PackEngine
from trucewatch.bulk.losses import LOSING_CODES, loses_report
from trucewatch.bulk.pool import code_all
from trucewatch.bulk.reading import MAX_BYTES, Reading, read_inputs
from trucewatch.bulk.recognition import LanguageRecogniser

__all__ = [
    "LOSING_CODES",
    "MAX_BYTES",
    "Code",
    "Decoded",
    "Engine",
    "LanguageRecogniser",
    "PackEngine",
    "Reading",
    "code_all",
    "decode_bytes",
    "loses_report",
    "read_inputs",
]
