"""The law in a vacancy: what may not be asked, and what a person looks at."""

from services.lawful.reading import ALWAYS, KINDS, Finding, look

__all__ = ["ALWAYS", "KINDS", "Finding", "look"]
