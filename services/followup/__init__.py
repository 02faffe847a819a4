"""Follow-up: whatever waits is followed up on time, without nagging (kinds-of-message).

`table.rules` declares what; `sweep` sends what is due, every minute, in any number of processes.
"""

from services.followup.listing import as_markdown, coming
from services.followup.sweep import recipients, sweep

__all__ = ["as_markdown", "coming", "recipients", "sweep"]
