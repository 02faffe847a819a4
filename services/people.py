"""The former name of `services.jobseekers.profiles`, for programs outside that measure us by it."""

from services.jobseekers.profiles import answers_of, shown

__all__ = ["answers_of", "shown"]
