"""Follow-up: whatever waits is followed up on time, without nagging (DESIGN §6, decision 4).

`table.rules` declares what; `sweep` sends what is due, every minute, in any number of processes.
"""

from services.followup.listing import as_markdown, coming
from services.followup.sweep import recipients, sweep

__all__ = ["as_markdown", "coming", "recipients", "sweep"]
