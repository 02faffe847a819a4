"""The law in a vacancy: what may not be asked, what has to be paid, what a person looks at first."""

from services.lawful.reading import ALWAYS, KINDS, Finding, look

__all__ = ["ALWAYS", "KINDS", "Finding", "look"]
