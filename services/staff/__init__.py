"""Colleagues: who they are, and what happens to their work when they leave."""
