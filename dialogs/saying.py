"""The former name of `dialogs.presenting`, for programs outside that measure us by it."""

from dialogs.presenting import asked

__all__ = ["asked"]
