"""Every damage to the pages of a finished PDF is caught by the rule for it, and by no other."""

import re
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Dictionary, String

from press.content.edition import Edition, Saying
from press.content.prose import Prose, Words
from press.diagnostics import Diagnostic, Place
from press.language.dates import Date
from press.language.phrases import Phrase
from press.layout.brief.sheet import BriefSheet
from press.preflight.preflight import preflight
from press.preflight.readback.expected import poster_texts
from tests.support.damages import Damage, rewritten
from tests.support.pdfs import caught, codes, finished


def glyphs_of(pdf: pikepdf.Pdf, page: int, characters: str) -> dict[str, list[bytes]]:
    """The glyphs, as hexadecimal digits, that the fonts of a page draw for some characters."""
    found: dict[str, list[bytes]] = {character: [] for character in characters}
    for font in pdf.pages[page - 1].resources.Font.values():
        for glyph, text in re.findall(rb"<(\w+)> <(\w*)>", font.ToUnicode.read_bytes()):
            if (character := bytes.fromhex(text.decode()).decode("utf-16-be")) in found:
                found[character].append(glyph.lower())
    return found


def unparted(content: bytes) -> bytes:
    """A page's content with each run of glyphs that nothing moves apart in one string."""
    return re.sub(rb">\s*0?\s*<(?=\w)", b"", content)


def exchanged(pdf: pikepdf.Pdf, number: int, old: bytes, new: bytes) -> bool:
    """Whether glyphs stood in a string of the page, four digits each; the first now are others."""
    where = re.compile(rb"(?<=<)((?:\w{4})*?)" + old)
    if not where.search(unparted(pdf.pages[number - 1].Contents.read_bytes())):
        return False
    page = f"{number - 1}/Contents"
    rewritten(page, lambda c: where.sub(rb"\g<1>" + new, unparted(c), count=1))(pdf)
    return True


def exchange_two_figures(pdf: pikepdf.Pdf) -> None:
    """The symbol S/RES/1706 (2006) becomes S/RES/7106 (2006)."""
    for number in range(1, len(pdf.pages) + 1):
        glyphs = glyphs_of(pdf, number, "170")
        for one, seven, nought in zip(*(glyphs[c] for c in "170"), strict=False):
            if exchanged(pdf, number, one + seven + nought, seven + one + nought):
                return
    raise AssertionError("the symbol was not found")


def move_the_folio(pdf: pikepdf.Pdf) -> None:
    """The lowest text of a page goes down to 5 mm from the trim."""

    def change(content: bytes) -> bytes:
        places = re.findall(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm", content)
        x, y = max(places, key=lambda place: float(place[1]))
        low = b"1 0 0 -1 %b %.3f Tm" % (x, (297 - 5) * 96 / 25.4)
        return content.replace(b"1 0 0 -1 %b %b Tm" % (x, y), low)

    rewritten("3/Contents", change)(pdf)


def forget_a_letter(pdf: pikepdf.Pdf) -> None:
    """The glyph of a meem in the text font stands for nothing."""
    for font in pdf.pages[3].resources.Font.values():
        text = font.ToUnicode.read_bytes()
        if b" <0645>" in text and b"Bold" not in bytes(font.BaseFont):
            font.ToUnicode = pdf.make_stream(text.replace(b" <0645>", b" <>"))
            return


def rename_a_family(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/FontFamily") == "Arabic Signs":
            held.FontFamily = String("DejaVu Sans")


def reverse_a_number(pdf: pikepdf.Pdf) -> None:
    """The year of S/RES/1706 (2006) becomes 6002, as text extraction once made 42 of 24."""
    for number in range(3, len(pdf.pages) + 1):  # the cover has a scale of years
        glyphs = glyphs_of(pdf, number, "206")
        for two, nought, six in zip(*(glyphs[c] for c in "206"), strict=False):
            if exchanged(pdf, number, two + nought + nought + six, six + nought + nought + two):
                return
    raise AssertionError("the year was not found")


def turn_a_line(pdf: pikepdf.Pdf) -> None:
    """The words of a line run from left to right, each as well drawn as before."""
    spaces = glyphs_of(pdf, 3, " ")[" "]

    def change(content: bytes) -> bytes:
        line = max(re.findall(rb"\[[^\]]*\] ?TJ", content), key=lambda line: len(unparted(line)))
        words: list[list[bytes]] = [[]]
        for text, moved in re.findall(rb"<(\w+)>|(-?[\d.]+)", line):
            if moved:  # what stands between two glyphs stays there
                words[-1].append(moved)
            for glyph in re.findall(rb"\w{4}", text):
                if glyph in spaces:
                    words += [[b"<%b>" % glyph], []]
                else:
                    words[-1].append(b"<%b>" % glyph)
        assert len(words) > 5
        turned = b" ".join(glyph for word in reversed(words) for glyph in word)
        return content.replace(line, b"[%b] TJ" % turned, 1)

    rewritten("2/Contents", change)(pdf)


PAGE_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a number is reversed": (reverse_a_number, "readback"),
    "a line runs the other way": (turn_a_line, "readback"),
    "two figures of a symbol change places": (exchange_two_figures, "readback"),
    "a folio slips down": (move_the_folio, "outside-safe-area"),
    "a glyph stands for no text": (forget_a_letter, "unmapped-glyph"),
    "another font slips in": (rename_a_family, "fonts-expected"),
}


@pytest.mark.parametrize("what", PAGE_DAMAGES)
def test_a_damaged_page_is_caught_by_its_own_rule(what):
    damage, code = PAGE_DAMAGES[what]
    assert codes(caught(finished("brief"), damage)) == {code}


def test_a_font_that_slipped_in_is_named_with_its_characters():
    (found,) = caught(finished("brief"), rename_a_family)
    assert "DejaVu Sans" in found.message
    assert "/" in found.message


def test_a_wrong_symbol_is_named_with_its_page_and_its_record():
    (found, *_) = caught(finished("brief"), exchange_two_figures)
    assert found.place.path == "brief.pdf"
    assert found.place.line > 1
    assert "resolution-1706" in found.message
    assert found.record == "resolution-1706"
    # The number in its title: القرار 1706
    assert str(found.typed) == "content/events/2006-08-31-resolution-1706.yaml:1:15"
    assert found.at
    assert 20 < found.at.x_mm < found.at.right_mm < 190


# -- other records than were printed ---------------------------------------------------------


def with_entry(sheet: BriefSheet, **changes: object) -> BriefSheet:
    """The brief with another first entry than was printed."""
    first, *rest = sheet.chapters
    entries = (replace(first.entries[0], **changes), *first.entries[1:])
    return replace(sheet, chapters=(replace(first, entries=entries), *rest))


def judged(change: Callable[[BriefSheet], BriefSheet]) -> list[Diagnostic]:
    one = finished("brief")
    sheets = replace(one.sheets, brief=change(one.sheets.brief))
    return preflight(one.document, sheets, one.edition)


def prose(text: str) -> Prose:
    return Prose(((Words(text, Place("content/events/x.yaml", 3)),),))


RECORDS = {
    "another date": {"date": Phrase("24 نيسان/أبريل 2006", "rtl")},
    "another symbol": {"symbol": Phrase("S/RES/1647 (2006)", "ltr")},
    "another meeting": {"meeting": Phrase("S/PV.5340", "ltr")},
    "another title": {"title": prose("القرار 1647 بشأن حماية المدنيين")},
    "another text": {"brief": prose("اتخذ مجلس الأمن قراراً غير هذا.")},
}


@pytest.mark.parametrize("what", RECORDS)
def test_a_record_that_is_not_what_was_printed_is_caught_by_the_readback(what):
    found = judged(lambda sheet: with_entry(sheet, **RECORDS[what]))
    assert codes(found) - {"bookmarks"} == {"readback"}
    assert "resolution-1674" in found[-1].message


def print_what_no_record_says() -> list[Diagnostic]:
    return judged(lambda sheet: replace(sheet, introduction=Prose()))


def test_a_text_that_no_record_says_is_named_with_its_place():
    found = print_what_no_record_says()
    assert found[0].message.startswith("\u2068هذا موجز")
    assert found[0].at
    assert 20 < found[0].at.x_mm < found[0].at.right_mm < 190


def with_an_entry_more(edition: Edition) -> Edition:
    entry = replace(
        edition.entries["resolution-1674"],
        id="resolution-1970",
        title=prose("القرار 1970 بشأن ليبيا"),
        date=Phrase("26 شباط/فبراير 2011", "rtl"),
    )
    first, *rest = edition.chapters
    chapters = (replace(first, entries=(*first.entries, entry)), *rest)
    return replace(edition, chapters=chapters, entries={**edition.entries, entry.id: entry})


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_an_event_that_is_not_printed_is_named(name):
    one = finished(name)
    (found,) = preflight(one.document, one.sheets, with_an_entry_more(one.edition))
    assert found.code == "preflight/missing-entry"
    assert found.message.startswith("resolution-1970 is not printed")


def test_an_event_left_out_of_the_poster_on_purpose_is_not_missed():
    one = finished("poster")
    edition = with_an_entry_more(one.edition)
    edition = replace(edition, poster=replace(edition.poster, omit=("resolution-1970",)))
    assert preflight(one.document, one.sheets, edition) == []


# -- the poster ------------------------------------------------------------------------------


def move_a_mark(pdf: pikepdf.Pdf) -> None:
    """The mark of an event goes 1 mm to the left, with its clip."""
    sheet = finished("poster").sheets.poster
    assert sheet
    mark = sheet.marks[1]

    def change(content: bytes) -> bytes:
        def moved(found: re.Match[bytes]) -> bytes:
            x, y, width, height = (float(n) * 25.4 / 96 for n in found.groups())
            if abs(x + width / 2 - mark.x_mm) > 0.1 or abs(height - 11) > 0.1 or width > 2:
                return found[0]
            px = [n * 96 / 25.4 for n in (x - 1, y, width, height)]
            return b"%.5f %.5f %.5f %.5f re" % tuple(px)

        return re.sub(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", moved, content)

    rewritten("0/Contents", change)(pdf)


def test_a_mark_a_millimetre_from_its_date_is_caught():
    (found,) = caught(finished("poster"), move_a_mark)
    assert found.code == "preflight/off-scale"
    assert "1.0 mm" in found.message


def test_a_mark_that_is_not_printed_is_caught():
    one = finished("poster")
    away = replace(one.sheets.poster.marks[0], x_mm=100.0)
    marks = (away, *one.sheets.poster.marks[1:])
    event = one.edition.entries[away.id]
    first_day = Date.parse(f"2012-{event.when.moments[0].month:02}-01")
    edition = replace(
        one.edition, entries={**one.edition.entries, away.id: replace(event, when=first_day)}
    )
    sheets = replace(one.sheets, poster=replace(one.sheets.poster, marks=marks))
    assert codes(preflight(one.document, sheets, edition)) == {"off-scale"}


def poster_with_card(**changes: float) -> list[Diagnostic]:
    """What preflight says when the sheet has the first card elsewhere than it was printed."""
    one = finished("poster")
    first, *rest = one.sheets.poster.cards
    cards = (replace(first, box=replace(first.box, **changes)), *rest)
    sheets = replace(one.sheets, poster=replace(one.sheets.poster, cards=cards))
    return preflight(one.document, sheets, one.edition)


def test_a_text_out_of_its_card_is_caught():
    one = finished("poster")
    card = one.sheets.poster.cards[0]
    found = poster_with_card(height_mm=card.box.height_mm - 8)
    assert codes(found) == {"overlap"}
    assert "out of its card" in found[0].message


def test_two_cards_that_overlap_are_caught():
    one = finished("poster")
    first, second, *_ = one.sheets.poster.cards
    found = poster_with_card(x_mm=second.box.x_mm, y_mm=second.box.y_mm)
    assert codes(found) == {"overlap"}
    assert f"{first.id} and {second.id} overlap" in found[0].message


def miss_an_event() -> list[Diagnostic]:
    one = finished("poster")
    return preflight(one.document, one.sheets, with_an_entry_more(one.edition))


def print_for_a_far_reader() -> list[Diagnostic]:
    one = finished("poster")
    far = replace(one.edition.poster, distance=6.0)
    return preflight(one.document, one.sheets, replace(one.edition, poster=far))


def test_cards_too_small_for_the_distance_are_told_the_distance():
    found = [finding.message for finding in print_for_a_far_reader()]
    assert any(", poster:" in message and "are read from 6 m" in message for message in found)


def test_every_text_of_the_poster_is_judged_by_its_own_distance():
    """Asked for letters that none can be: title and years are seen, terms and legend looked up."""
    one = finished("poster")
    small = replace(one.edition.poster, letter=0.5)
    found = preflight(one.document, one.sheets, replace(one.edition, poster=small))
    assert codes(found) == {"illegible"}
    told = {}
    for finding in found:
        text, _, rest = finding.message.partition(": ")
        told[text.split(", ")[1]] = rest.rsplit(" from ", 1)[1]
    assert set(told) == {e.what for e in poster_texts(one.sheets.poster)}
    afar = [f.message for f in found if "12 m" in f.message]
    assert any("poster, title" in message for message in afar)
    assert any(", title:" in f.message and "from 3 m" in f.message for f in found)
    assert any("poster, year on the axis" in f.message and "from 5 m" in f.message for f in found)
    assert told["sources-line"] == told["name in the legend"] == "1.05 m"
    assert told["introduction"] == "1.5 m"


def stand_over_another_year() -> list[Diagnostic]:
    """What is said of wide columns, which reach over the next year, if they are to be cards."""
    one = finished("poster")
    sheet = replace(one.sheets.poster, composition="cards")
    return preflight(one.document, replace(one.sheets, poster=sheet), one.edition)


def leave_out_a_filler() -> list[Diagnostic]:
    """What is said when a poster has one text more for its sky than it prints."""
    one = finished("poster")
    words = replace(one.edition.poster, fillers=(Saying("", None, Prose()),))
    return preflight(one.document, one.sheets, replace(one.edition, poster=words))


# Where the page is right and the records are others, or the sheet of the poster is.
OTHER_DAMAGES: dict[str, tuple[Callable[[], list[Diagnostic]], str]] = {
    "a text that no record says": (print_what_no_record_says, "stray-text"),
    "an event that is not printed": (miss_an_event, "missing-entry"),
    "a card outside the safe area": (lambda: poster_with_card(x_mm=2.0), "overlap"),
    "cards too small for the distance": (print_for_a_far_reader, "illegible"),
    "a filler without a field": (leave_out_a_filler, "unused-filler"),
    "a card over another year": (stand_over_another_year, "other-period"),
    "a mark off its date": (lambda: caught(finished("poster"), move_a_mark), "off-scale"),
}


@pytest.mark.parametrize("what", OTHER_DAMAGES)
def test_what_is_not_as_recorded_is_caught_by_its_own_rule(what):
    damage, code = OTHER_DAMAGES[what]
    assert codes(damage()) == {code}
