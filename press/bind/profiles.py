"""Profiles: the ICC profile of the press, which says what its inks look like on its paper."""

from __future__ import annotations

import io
from errno import ENOENT
from pathlib import Path

from PIL import ImageCms

from press.content.nodes import Text
from press.diagnostics import Diagnostic, Place, Refusal
from press.project import Project

# Debian's only CMYK profile, SWOP, an American coated sheet. A print shop has its own.
DEFAULT_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
PACKAGE = "libgs-common"


def read_profile(project: Project, named: Text | None = None) -> bytes:
    """The ICC profile of the press: the file `named` below content/, else the default.

    Raises `Refusal`, at the place where it was named, when it cannot be read or is none of a press.
    """
    path = project.own(f"content/{named}") if named else DEFAULT_PROFILE
    place = named.place if named else Place(str(DEFAULT_PROFILE))
    try:
        if path is None:
            raise FileNotFoundError(ENOENT, "there is no such file in the project")
        profile = path.read_bytes()
    except OSError as error:
        what = f"content/{named}" if named else str(DEFAULT_PROFILE.name)
        said = f"the colour profile of the press, {what}, cannot be read: {error.strerror}"
        hint = (
            "ask the print shop for the profile of its press and paper, and copy it into content/"
            if named
            else f"install the package {PACKAGE}, or name the profile of your print shop as "
            "`press: {profile: …}` in content/poster.yaml"
        )
        raise Refusal([Diagnostic("separate/missing-profile", place, said, hint)]) from error
    output_condition(profile, place)
    return profile


def output_condition(profile: bytes, place: Place) -> str:
    """What the profile says of itself. Raises `Refusal` unless it is that of a CMYK press.

    PDF/X-4 asks for an output profile, class `prtr`, of the inks of the file (ISO 15930-7).
    """
    try:
        read = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
    except (ImageCms.PyCMSError, OSError) as error:
        raise _wrong("no ICC profile", place) from error
    if (read.device_class, read.xcolor_space) != ("prtr", "CMYK"):
        kind = f"{read.device_class.strip()} {read.xcolor_space.strip()}"
        raise _wrong(f"of the kind {kind}, not prtr CMYK", place)
    return (read.profile_description or "Custom").strip()


def _wrong(kind: str, place: Place) -> Refusal:
    said = f"the colour profile of the press is {kind}"
    hint = "name an output profile of a CMYK press; the print shop has it"
    return Refusal([Diagnostic("separate/wrong-profile", place, said, hint)])
