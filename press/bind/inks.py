"""Inks: what colours, text, gradients and images become on the press, and what cannot go there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.bind.colours import Ink, Rgb, too_much_ink
from press.diagnostics import Diagnostic, Place, quote
from press.language.bidi import visual

SPACES = {"/DeviceGray": "gray", "/DeviceRGB": "rgb", "/DeviceCMYK": "cmyk", "/Pattern": "pattern"}
# States of the graphics that neither mix inks nor print over others (ISO 32000-1, table 58).
PLAIN_STATES = {"/Type", "/CA", "/ca", "/LW", "/LC", "/LJ", "/ML", "/D", "/AIS", "/SA"}
BLACK = Ink("black", 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A colour that no token has; harmless until something is painted with it."""

    name: str


Paint = Ink | Unknown | None  # None: a pattern, whose own content is looked at by itself


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks of a page's colours; complaints gather in `found` while the page is looked at.

    `small_pt` is the size below which text is printed from the black plate alone; `place` is
    where the complaints belong.
    """

    colours: Mapping[Rgb, Ink]
    small_pt: float
    place: Place
    found: dict[Diagnostic, list[str]] = field(default_factory=dict)

    def complaints(self) -> list[Diagnostic]:
        """Every complaint once, with the first text that it holds for and how many more."""
        return [
            replace(complaint, values=f"{complaint.message}: {_first(texts)}")
            if texts
            else complaint
            for complaint, texts in self.found.items()
        ]

    def complain(self, code: str, message: str, hint: str, text: str = "") -> None:
        """Note a complaint; it is made once, however often it is noted."""
        texts = self.found.setdefault(Diagnostic(code, self.place, message, hint), [])
        if text:
            texts.append(text)

    def refuse(self, message: str, hint: str) -> None:
        """Note that something cannot be turned into inks."""
        self.complain("separate/not-separable", message, hint)

    def of(self, space: str, values: Sequence[float]) -> Ink | Unknown:
        """The inks of a colour in the space gray, rgb or cmyk; levels and shares from 0 to 1."""
        if space == "cmyk":
            cyan, magenta, yellow, black = values
            shares = " ".join(f"{value:.4g}" for value in values)
            return Ink(f"device-cmyk({shares})", cyan, magenta, yellow, black)
        if space not in ("gray", "rgb"):
            return Unknown(f"of the space {space}")
        levels = [value * 255 for value in (list(values) * 3 if space == "gray" else values)]
        red, green, blue = (round(level) for level in levels)
        # Content has six decimals; a colour between two levels is none of a style sheet's.
        exact = max(abs(level - round(level)) for level in levels) < 0.01
        ink = self.colours.get((red, green, blue)) if exact else None
        return ink or Unknown(f"#{red:02x}{green:02x}{blue:02x}")

    def painted(self, paint: Paint) -> Ink:
        """The ink that something is painted with, after complaints; black where there is none."""
        if isinstance(paint, Unknown):
            # Black that nobody asked for comes from drawings: it is what SVG fills with.
            drawn = ", or give the drawing its fill" if paint.name == "#000000" else ""
            self.complain(
                "separate/unknown-colour",
                f"the colour {paint.name} is no token, so nobody has chosen its inks",
                f"use a token of styles/shared/tokens.css, or add one with its -cmyk twin{drawn}",
            )
        elif paint and (complaint := too_much_ink(paint, self.place)):
            self.found.setdefault(complaint, [])
        return paint if isinstance(paint, Ink) else BLACK

    def text(self, paint: Paint, size_pt: float, words: Callable[[], str]) -> Ink:
        """The ink of a text: below `small_pt` from the black plate alone, greys as light as before.

        Several plates never stand exactly on each other, and thin strokes show it. A grey loses
        nothing; a colour would, so it is refused. Text in the colour of the paper has no ink.
        """
        ink = self.painted(paint)
        # Sizes come through a chain of matrices: 24 pt may arrive as 23.9999.
        if size_pt >= self.small_pt - 0.01 or (paint and ink.is_black_alone):
            return ink
        if paint and ink.is_grey:
            return ink.in_black_alone()
        if not isinstance(paint, Unknown):
            name = ink.name if paint else "a pattern"
            self.complain(
                "separate/coloured-small-text",
                f"text in {name} is smaller than {self.small_pt:g} pt and takes several inks",
                "set it in --ink, at least in styles/poster-press.css, or make it larger",
                words(),
            )
        return ink

    def state(self, state: pikepdf.Object) -> None:
        """Look at a graphics state: opacity is fine, masks, blending and overprinting are not."""
        for key, value in state.items():
            plain = key in PLAIN_STATES or (key, value) in (("/SMask", Name("/None")),)
            if not plain and (key, value) != ("/BM", Name.Normal):
                self.refuse(
                    f"the graphics state {key.removeprefix('/')} mixes inks in ways nobody checked",
                    "use plain opacity, without masks, fading to transparent or blend modes",
                )

    def font(self, font: pikepdf.Object) -> None:
        """Look at a font: it is an outline font that stands in the file."""
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            name = str(font.get("/BaseFont", "without a name")).removeprefix("/")
            self.complain(
                "separate/font-not-embedded",
                f"the font {quote(name)} does not stand in the file as outlines",
                "name an outline font that may be embedded; colour and bitmap fonts may not",
            )

    def image(self, image: pikepdf.Object) -> None:
        """Look at an image: a stencil or greys, which the black plate prints as they are."""
        if not image.get("/ImageMask", False) and space_of(image.get("/ColorSpace")) != "gray":
            self.refuse(
                "an image in colour: nobody has chosen its inks, nor counted them",
                "draw it as SVG in token colours, or store it as greys",
            )

    def shading(self, shading: pikepdf.Object) -> pikepdf.Object:
        """A gradient between colours as one between their inks."""
        ends = self._function(shading.get("/Function"), space_of(shading.get("/ColorSpace")))
        if ends is None or shading.get("/ShadingType") not in (2, 3) or "/Background" in shading:
            self.refuse("a gradient that is neither linear nor round between colours", "fill it")
            return Dictionary()
        parts = dict(shading.items())
        return Dictionary({**parts, "/ColorSpace": Name.DeviceCMYK, "/Function": ends})

    def _function(self, function: pikepdf.Object | None, space: str) -> pikepdf.Object | None:
        """A function from a number to a colour as one to inks (ISO 32000-1, 7.10.3 and 7.10.4)."""
        if not isinstance(function, Dictionary) or space not in ("rgb", "cmyk"):
            return None
        parts = {key: value for key, value in function.items() if key != "/Range"}
        if function.get("/FunctionType") == 2:
            for end in ("/C0", "/C1"):
                values = [float(v) for v in function.get(end, Array())]
                if len(values) != {"rgb": 3, "cmyk": 4}[space]:
                    return None
                parts[end] = Array(self.painted(self.of(space, values)).inks)
            return Dictionary(parts)
        if function.get("/FunctionType") == 3:
            steps = [self._function(step, space) for step in list(function.Functions)]
            if None not in steps:
                return Dictionary({**parts, "/Functions": Array(steps)})
        return None


def space_of(space: pikepdf.Object | None) -> str:
    """gray, rgb, cmyk or pattern; for any other colour space its own name."""
    if isinstance(space, Array) and len(space) == 2 and space[0] == Name.ICCBased:
        # A profile of four inks speaks of another press than the output intent.
        return {1: "gray", 3: "rgb"}.get(int(space[1].get("/N", 0)), "ICCBased")
    name = str(space[0] if isinstance(space, Array) and len(space) else space)
    return SPACES.get(name, name.removeprefix("/"))


def text_of(font: pikepdf.Object | None, operands: Sequence[object]) -> str:
    """The words that a text operator shows, in logical order, as the font's ToUnicode has them."""
    if font is None or "/ToUnicode" not in font:
        return ""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    words = {bytes.fromhex(c.decode()): bytes.fromhex(u.decode()) for c, u in pairs}
    codes = b"".join(
        bytes(part)
        for operand in operands
        for part in (operand if isinstance(operand, Array) else [operand])
        if isinstance(part, pikepdf.String)
    )
    glyphs = (words.get(codes[i : i + 2], b"") for i in range(0, len(codes), 2))
    # Glyphs stand in visual order, and what puts words in that order takes them back.
    return visual("".join(glyph.decode("utf-16-be", "replace") for glyph in glyphs)).strip()


def _first(texts: list[str]) -> str:
    more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    return f"{quote(texts[0])}{more}"
