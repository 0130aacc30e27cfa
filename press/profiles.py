"""Profiles: the ICC profile of the press, which says what its inks look like on its paper."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import ImageCms

from press.diagnostics import Diagnostic, Place, Refusal

# Debian's only CMYK profile, SWOP, an American coated sheet. A print shop has its own.
DEFAULT_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
PACKAGE = "libgs-common"


def read_profile(path: Path = DEFAULT_PROFILE) -> bytes:
    """The ICC profile of the press at `path`. Raises `Refusal` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        said = f"the colour profile of the press cannot be read: {error.strerror}"
        hint = (
            f"install the package {PACKAGE}, or name the profile of your print shop"
            if path == DEFAULT_PROFILE
            else "ask the print shop for the profile of its press and paper"
        )
        place = Place(str(path))
        raise Refusal([Diagnostic("separate/missing-profile", place, said, hint)]) from error


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
