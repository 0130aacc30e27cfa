"""What is done with a whole build, one module a command; only build.py imports them."""
