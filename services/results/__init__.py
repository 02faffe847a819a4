"""What our work brings: targets, and equal chances."""
