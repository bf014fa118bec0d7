"""The wire form: JSON values of reports and codings, as the record model names them."""

from trucewatch.wire.coding import as_json, as_line, claim_as_json
from trucewatch.wire.report import report_from_json

__all__ = ["as_json", "as_line", "claim_as_json", "report_from_json"]
