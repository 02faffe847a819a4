"""The database: tables, encryption, and the one transaction."""
