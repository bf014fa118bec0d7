"""The use cases of Trucewatch as functions that take values and return values; the one door for the CLI.

Imports stay light: packs, models and exports are loaded when a use case runs.
"""

from trucewatch.service.coding import Batch, CodeRequest, Tally, code_inputs, problems_of
from trucewatch.service.evaluating import Evaluation, evaluate
from trucewatch.service.explaining import Explanation, Reason, explain
from trucewatch.service.packs import NewPack, PackCheck, check_packs, list_packs, new_pack, show_pack
from trucewatch.service.samples import SAMPLES, sample_theatres
from trucewatch.service.schema import schema, write_schema
from trucewatch.service.writing import FORMATS, encode, write_atomically

__all__ = [
    "FORMATS",
    "SAMPLES",
    "Batch",
    "CodeRequest",
    "Evaluation",
    "Explanation",
    "NewPack",
    "PackCheck",
    "Reason",
    "Tally",
    "check_packs",
    "code_inputs",
    "encode",
    "evaluate",
    "explain",
    "list_packs",
    "new_pack",
    "problems_of",
    "sample_theatres",
    "schema",
    "show_pack",
    "write_atomically",
    "write_schema",
]
