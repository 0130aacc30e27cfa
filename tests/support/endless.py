"""A module whose import does not end in the time of any test."""

import time

time.sleep(10_000)
