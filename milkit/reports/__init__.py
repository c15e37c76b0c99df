"""What was taught and learnt: one query for the screen, the paper and the file."""
