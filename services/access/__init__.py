"""Ways in: links, cookies, codes, tries, and what to do when one leaked."""
