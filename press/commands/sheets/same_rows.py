"""Find which record a row made when it was last imported, though it moved or was changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from press.commands.sheets.drafted import Draft

Said = Mapping[str, Mapping[str, object]]


def settled(drafts: tuple[Draft, ...], before: Said, taken: Collection[str]) -> tuple[Draft, ...]:
    """`drafts` under the ids that their rows had; a new row has one that is not `taken`.

    A row without an id of its own is known by title and date, else by its title, else by its date,
    where only one has that.
    """
    own = {draft.id for draft in drafts if not draft.numbered}
    left = {id: said for id, said in before.items() if id not in own}
    found: dict[int, str] = {}
    for of in (_both, _title, _date):
        keys = defaultdict(list)
        for id, said in left.items():
            keys[of(said)].append(id)
        rows = defaultdict(list)
        for place, draft in enumerate(drafts):
            if draft.numbered and place not in found:
                rows[of(draft.fields)].append(place)
        for key, places in rows.items():
            if len(places) == len(keys[key]):
                for place, id in zip(places, keys[key], strict=True):
                    found[place] = id
                    del left[id]
    out = []
    used = own | set(found.values()) | set(before) | set(taken)
    for place, draft in enumerate(drafts):
        if not draft.numbered:
            out.append(draft)
            continue
        id = found.get(place) or _free(draft.id, used)
        used.add(id)
        out.append(draft if id == draft.id else renamed(draft, id))
    return tuple(out)


def renamed(draft: Draft, id: str) -> Draft:
    """`draft` under another id, its facts and the references to them as well."""

    def again(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {again(key): again(one) for key, one in value.items()}
        if isinstance(value, list):
            return [again(one) for one in value]
        text = str(value)
        for ending in ("-f", "-date"):
            text = text.replace(f"{draft.id}{ending}", f"{id}{ending}")
        return text

    fields = dict(again(draft.fields))
    fields["row"] = f"{str(fields['row']).rpartition('!')[0]}!{id}"
    return replace(draft, id=id, fields=fields)


def _free(id: str, used: Collection[str]) -> str:
    stem, number = id.rpartition("-")[0], int(id.rpartition("-")[2])
    while f"{stem}-{number}" in used:
        number += 1
    return f"{stem}-{number}"


def _both(said: Mapping[str, object]) -> str:
    return f"{_title(said)} {_date(said)}"


def _title(said: Mapping[str, object]) -> str:
    """The title with the figures that its references name, whatever record they are of."""
    return re.sub(r"[\[{][^\[{}]*?-f([^{}]*)\}", r"\1", str(said.get("title")))


def _date(said: Mapping[str, object]) -> str:
    return str(said.get("date"))
