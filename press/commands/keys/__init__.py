"""What every key of every record means, in English and in Arabic."""
