"""The rights of a person over their own data: read it, take it along, erase it (AVG 15-20)."""

from services.privacy.copying import export
from services.privacy.erasing import erase, forget
from services.privacy.looking import Looked, in_chat, viewers

__all__ = ["Looked", "erase", "export", "forget", "in_chat", "viewers"]
