"""The stage of `werklijn talk`, for tests."""

from bot.stage import SECRET, Actor, NoButtonError, Stage, staged

__all__ = ["SECRET", "Actor", "NoButtonError", "Stage", "staged"]
