"""The former name of `services.texts.render`, for programs outside that measure us by it."""

from services.texts.render import line, render

__all__ = ["line", "render"]
