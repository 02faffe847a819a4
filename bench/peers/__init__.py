"""The same walk for everybody: a crowd of people on a Bot API server, and the bots beside ours."""
