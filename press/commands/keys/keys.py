"""Join what every key of every record means into one table."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.row import Both
from press.commands.keys.products import PRODUCTS
from press.commands.keys.publication import PUBLICATION
from press.commands.keys.world import WORLD

# By the name of the record's model, then by the key as it is typed.
KEYS: Mapping[str, Mapping[str, Both]] = {**WORLD, **PUBLICATION, **PRODUCTS}
