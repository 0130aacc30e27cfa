"""Tables of complaints, a file a stage, command or family: rule, fault and cure of every code."""
