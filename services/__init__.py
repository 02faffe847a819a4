"""The domain and the one database: services know."""
