"""What is done with a whole build: a module a command and its parts; no other room imports them."""
