"""How a colour of the screen becomes the inks of a press, through the profile of that press."""
