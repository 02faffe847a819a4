"""The console: one module a page; the address of each is in routes.py."""
