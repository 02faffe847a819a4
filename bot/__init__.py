"""Channels and processes: bot talks."""
