"""The service is killed at every named point and at random moments; then the ledger is read."""
