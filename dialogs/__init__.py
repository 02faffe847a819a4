"""Conversations: dialogs ask."""
