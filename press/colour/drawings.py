"""Set the colours of a drawing (SVG) in the inks of a press."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from tinycss2.color5 import parse_color

from press.colour.inks import Press, as_css, mix

SVG = "http://www.w3.org/2000/svg"
BLACK = (0, 0, 0)
# Properties that are colours (SVG 2, 13), as attributes and in styles.
_PAINTS = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
_STYLED = re.compile(rf"\b({'|'.join(_PAINTS)})(\s*:\s*)([^;}}]+)")


def drawing_in_inks(text: str, press: Press) -> str:
    """A drawing whose every colour is the inks that print it; what names none is black.

    Raises `ElementTree.ParseError` for what is no XML.
    """
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(text)
    turn_to_inks(root, press)
    return ElementTree.tostring(root, encoding="unicode")


def turn_to_inks(root: ElementTree.Element, press: Press) -> None:
    """Give the inks that print it to every colour of a drawing; what names none is black."""
    for element in root.iter():
        for name in _PAINTS:
            if name in element.attrib:
                element.set(name, _inks(element.attrib[name], press))
        if style := element.get("style"):
            element.set("style", _styled(style, press))
        called = element.tag.rpartition("}")[2]
        if called == "style" and element.text:
            element.text = _styled(element.text, press)
        if called == "stop" and "stop-color" not in f"{element.attrib}":
            element.set("stop-color", _inks("black", press))
    if "fill" not in root.attrib:
        root.set("fill", _inks("black", press))


def _styled(css: str, press: Press) -> str:
    return _STYLED.sub(lambda m: f"{m[1]}{m[2]}{_inks(m[3], press)}", css)


def _inks(typed: str, press: Press) -> str:
    """A colour in inks; what is no colour, such as none or url(#glow), stays."""
    colour = parse_color(typed.strip())
    if colour == "currentcolor":
        return as_css(mix(BLACK, press), 1.0)
    if not hasattr(colour, "to"):
        return typed
    try:
        shown = colour.to("srgb").coordinates
    except (NotImplementedError, ValueError):
        return typed
    red, green, blue = (round(255 * min(1.0, max(0.0, float(part)))) for part in shown)
    return as_css(mix((red, green, blue), press), float(colour.alpha))
