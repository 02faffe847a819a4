"""Werkzoekenden: their profile, plans, the vacancies they come across, another team."""
