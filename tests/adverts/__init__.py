"""Adverts of our own, with what a careful reader finds in each, and a way to count."""
