"""Tables of complaints, one file a stage: for each code its rule, what is wrong and what to do."""
