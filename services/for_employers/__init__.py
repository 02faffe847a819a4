"""What an employer finds here: their own page, and the anonymous list of people."""
