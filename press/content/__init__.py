"""load, validate, resolve: from YAML to an Edition in which every reference leads somewhere."""
