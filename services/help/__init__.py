"""Asking for help: a question for a person, what is asked most, and danger."""
