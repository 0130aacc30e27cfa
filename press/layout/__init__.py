"""What stands where, in mm: the brief's running order, the poster's cards; knows no HTML."""
