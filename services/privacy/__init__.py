"""The rights of a person over their own data: read it, take it along, erase it (AVG 15-20)."""

from services.privacy.copying import export, viewers
from services.privacy.erasing import erase, forget

__all__ = ["erase", "export", "forget", "viewers"]
