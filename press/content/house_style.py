"""Complete the house style of a publication with the faces that it asks for."""

from __future__ import annotations

from dataclasses import replace

from press.content.references import References
from press.content.typefaces import Slot, read_face
from press.content.values import House
from press.diagnostics import Unfit, unfit


def complete_house(refs: References) -> House:
    """The house style of the records with their faces; what is wrong with one is a problem."""
    slots: tuple[Slot, ...] = ("text", "display", "latin")
    faces = []
    for slot in slots:
        if typed := getattr(refs.records.publication.typefaces, slot):
            try:
                faces.append(read_face(slot, typed, refs.records.folder))
            except Unfit as error:
                place = typed.files[0].place if typed.files else typed.family.place
                refs.problems.append(unfit("resolve/wrong-value", place, error))
    return replace(refs.records.publication.house, faces=tuple(faces))
