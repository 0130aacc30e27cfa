"""materials: fonts and colours of all files, each once."""

from press.report.fonts_and_colours import Material, colours_together, fonts_together
from press.report.schema import ColourEntry, FontEntry, Output


def made(
    file: str, fonts: tuple[FontEntry, ...] = (), colours: tuple[ColourEntry, ...] = ()
) -> Output:
    return Output(file, "", 0, 1, None, fonts, colours)


def test_a_font_is_told_once_by_the_name_that_it_bears_itself():
    outputs = (
        made("a.pdf", (FontEntry("Latin-Text", True, True, "Noto Sans Regular"),)),
        made(
            "b.pdf",
            (
                FontEntry("Arabic-Signs", True, True, "Noto Sans Regular"),
                FontEntry("X", True, True),
            ),
        ),
    )
    assert fonts_together(outputs) == (
        Material("Noto Sans Regular", ("Arabic-Signs", "Latin-Text"), "", ("a.pdf", "b.pdf")),
        Material("X", ("X",), "", ("b.pdf",)),
    )


def test_a_colour_is_told_once_with_its_inks_and_those_of_no_token_come_last():
    outputs = (
        made(
            "a.pdf",
            (),
            (ColourEntry("grey(0)", "#000000", ""), ColourEntry("#18222d", "#18222d", "--ink")),
        ),
        made("press.pdf", (), (ColourEntry("cmyk(0 0 0 100)", "#18222d", "--ink"),)),
    )
    assert colours_together(outputs) == (
        Material("ink", ("#18222d", "cmyk(0 0 0 100)"), "#18222d", ("a.pdf", "press.pdf")),
        Material("", ("grey(0)",), "#000000", ("a.pdf",)),
    )
