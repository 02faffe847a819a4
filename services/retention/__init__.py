"""What is kept no longer than it may be: the table of periods, and the daily round.

`table.py` says what goes when, `run.py` carries it out in portions, `frozen.py` keeps the counts
that reports need of what is gone.
"""

from services.retention.payloads import empty_payloads, expire
from services.retention.run import Report, carry_out, due, preview
from services.retention.table import KEPT, RULES

__all__ = ["KEPT", "RULES", "Report", "carry_out", "due", "empty_payloads", "expire", "preview"]
