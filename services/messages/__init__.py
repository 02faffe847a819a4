"""What comes in and goes out: inbox, outbox, what was put aside, and whom it is about."""
