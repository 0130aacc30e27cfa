"""Profiles: the ICC profile of the press, which says what its inks look like on its paper."""

from __future__ import annotations

import io
from collections.abc import Mapping
from errno import ENOENT
from pathlib import Path

from PIL import ImageCms

from press.codes.row import Value
from press.colour.inks import Press
from press.content.edition import PressSpec
from press.content.nodes import Text
from press.diagnostics import Diagnostic, Place, Refusal
from press.project import Project

# Debian's only CMYK profile, SWOP, an American coated sheet. A print shop has its own.
DEFAULT_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
PACKAGE = "libgs-common"
WRONG = "bind/wrong-profile"


def open_press(project: Project, spec: PressSpec) -> Press:
    """The press that a publication is printed on. Raises `Refusal` as `read_profile` does."""
    return Press(read_profile(project, spec.profile), spec.bleed_mm, spec.ink_limit)


def advise_profile(specs: Mapping[str, PressSpec]) -> tuple[Diagnostic, ...]:
    """Advice where content files name no profile: then the default one is taken."""
    files = tuple(file for file, spec in specs.items() if not spec.profile)
    if not files:
        return ()
    said: dict[str, Value] = {"profile": DEFAULT_PROFILE.name, "file": files}
    return (Diagnostic("bind/default-profile", Place(files[0]), said, severity="advice"),)


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
        said = {
            "file": f"content/{named}" if named else DEFAULT_PROFILE.name,
            "error": str(error.strerror),
            "package": PACKAGE,
        }
        cure = "" if named else "default"
        complaint = Diagnostic("bind/missing-profile", place, said, cure=cure)
        raise Refusal([complaint]) from error
    output_condition(profile, place)
    return profile


def output_condition(profile: bytes, place: Place) -> str:
    """What the profile says of itself. Raises `Refusal` unless it is that of a CMYK press.

    PDF/X-4 asks for an output profile, class `prtr`, of the inks of the file (ISO 15930-7).
    """
    try:
        read = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
    except (ImageCms.PyCMSError, OSError) as error:
        raise Refusal([Diagnostic(WRONG, place, case="none")]) from error
    if (read.device_class, read.xcolor_space) != ("prtr", "CMYK"):
        kind = f"{read.device_class.strip()} {read.xcolor_space.strip()}"
        raise Refusal([Diagnostic(WRONG, place, {"kind": kind}, case="kind")])
    return (read.profile_description or "Custom").strip()
