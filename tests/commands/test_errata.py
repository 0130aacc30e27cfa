"""errata: what has changed as the instructions of a corrigendum, in the words of the UN's."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from press.commands.errata import lay_out_corrigendum
from press.commands.errata_sheet import CorrigendumSheet
from press.content.edition import Masthead
from press.content.prose import Prose
from press.content.values import House
from press.diagnostics import Refusal
from press.language.dates import Date
from press.language.phrases import Phrase
from press.preflight.readback.locate import Whereabouts
from press.preflight.readback.readback import Reader
from press.release.comparison import compare
from press.release.snapshot import FactSaid, Record, Said, Snapshot
from press.report.page_diff import ChangedPage

ROOT = Path(__file__).resolve().parents[2]
WORDS = yaml.safe_load((ROOT / "content" / "headings.ar.yaml").read_text("utf-8"))["corrigendum"]
DAY = Date.parse("2026-11-23")
MASTHEAD = Masthead(
    "عنوان", Prose(), "ar", 2, DAY, Phrase("23 تشرين الثاني/نوفمبر 2026", "rtl"), "ورّاق", "", (),
    House(),
)  # fmt: skip
TEXT = "وأذن المجلس بأن تُنشر في دارفور قوة قوامها \u206717\u00a0300 عنصر\u2069 لحفظ السلام."


def record(id: str, text: str = TEXT, kind: str = "entry", group: str = "council") -> Record:
    return Record("brief", kind, group, id, f"القرار {id}", id, (Said("brief", text),))


CHAPTERS = tuple(
    Record("brief", "chapter", "", id, name, id, (Said("title", name),))
    for id, name in (("council", "مجلس الأمن"), ("assembly", "الجمعية العامة"))
)


def edition(*records: Record, number: int = 1) -> Snapshot:
    date = "\u20671 كانون الثاني/يناير 2026\u2069"
    fact = FactSaid("troops", "a", "قوام القوة", "17 300 عنصر", "agreed", ("صحيفة", "مقالة"))
    return Snapshot("عنوان", "ورّاق", number, date, "a" * 12, (*CHAPTERS, *records), (fact,))


OLD = edition(record("1674"), record("1706"))


def laid_out(
    new: Snapshot, *pages: ChangedPage, words: dict[str, str] | None = None
) -> CorrigendumSheet:
    """The corrigendum from `OLD` to `new`; 1674 stands on page 5, 1706 on page 6 of twelve."""
    tops = {"1674": (5, 30.0), "1706": (6, 30.0)}
    places = Whereabouts(tuple(map(str, range(1, 13))), tops, Reader(()))
    said, editions = compare(OLD, new), (OLD, new)
    return lay_out_corrigendum(
        MASTHEAD, WORDS if words is None else words, "2026-11", editions, said, pages,
        {"brief": places},
    )  # fmt: skip


def test_an_english_corrigendum_has_the_signs_of_english():
    words = yaml.safe_load((ROOT / "content" / "headings.en.yaml").read_text("utf-8"))
    masthead = replace(MASTHEAD, language="en", house=House("en", months="english"))
    new = edition(record("1674"), record("1706", TEXT.replace("دارفور", "الخرطوم")))
    fact = replace(new.facts[0], value="17 301 عنصر")
    new = replace(new, facts=(fact,))
    sheet = lay_out_corrigendum(
        masthead, words["corrigendum"], "2026-11", (OLD, new), compare(OLD, new), (), {}
    )
    (item,) = sheet.sections[0].items
    assert item.place.plain() == "Entry “القرار 1706”, text"
    assert sheet.facts[0].sources == "صحيفة; مقالة"


def lines(sheet: CorrigendumSheet) -> list[str]:
    """Every item as it is read: its place, then its instructions."""
    found = []
    for section in sheet.sections:
        for item in section.items:
            found.append(f"{item.number} {item.place.plain()}")
            for one in item.instructions:
                before = f" «{one.before.plain()}»" if one.before else ""
                after = f" «{one.after.plain()}»" if one.after else ""
                found.append(f"{one.verb}{before}{' ' * bool(one.link)}{one.link}{after}")
    return found


def reworded(text: str) -> list[str]:
    place, *instructions = lines(laid_out(edition(record("1674"), record("1706", text))))
    assert place == "1 الصفحة 6، المدخل «القرار 1706»، المتن"
    return instructions


def test_a_word_is_replaced_by_a_word():
    assert reworded(TEXT.replace("قوة", "بعثة")) == ["يُستعاض عن كلمة «قوة» بكلمة «بعثة»"]


def test_a_figure_is_replaced_with_its_noun():
    assert reworded(TEXT.replace("17", "19")) == [
        "يُستعاض عن عبارة «17\u00a0300 عنصر» بعبارة «19\u00a0300 عنصر»"
    ]


def test_words_are_put_in_behind_others():
    assert reworded(TEXT.replace("دارفور", "دارفور وتشاد")) == [
        "تُضاف كلمة «وتشاد» بعد كلمة «دارفور»"
    ]


def test_words_are_taken_out():
    assert reworded(TEXT.replace(" في دارفور", "")) == ["تُحذف عبارة «في دارفور»"]


def test_two_changes_at_one_place_are_one_item():
    assert reworded(TEXT.replace("قوة", "بعثة").replace("السلام", "الأمن")) == [
        "يُستعاض عن كلمة «قوة» بكلمة «بعثة»",
        "يُستعاض عن كلمة «السلام» بكلمة «الأمن»",
    ]


def test_a_text_of_which_little_is_kept_is_given_anew():
    assert reworded("رحّب المجلس بالبيان.") == [
        "يُستعاض عن النص الحالي بما يلي: «رحّب المجلس بالبيان.»"
    ]


def test_an_entry_more_and_one_less_and_one_elsewhere():
    new = edition(record("1894", "رحّب المجلس."), record("1706"))
    assert lines(laid_out(new)) == [
        "1 الصفحة 5، المدخل «القرار 1674»",
        "يُحذف النص بكامله",
        "2 المدخل «القرار 1894»",
        "يُضاف النص التالي: «رحّب المجلس.»",
    ]
    moved = edition(record("1674"), replace(record("1706"), group="assembly"))
    assert lines(laid_out(moved)) == [
        "1 الصفحة 6، المدخل «القرار 1706»",
        "يُنقل النص إلى أول الفصل «الجمعية العامة»",
    ]
    turned = edition(record("1706"), record("1674"))
    assert lines(laid_out(turned))[1] == "يُنقل النص إلى أول الفصل «مجلس الأمن»"


def test_a_new_entry_behind_another_is_told_where_it_goes():
    new = edition(record("1674"), record("1706"), record("1894", "رحّب المجلس."))
    assert lines(laid_out(new)) == [
        "1 الصفحة 6، المدخل «القرار 1894»",
        "بعد «القرار 1706» يُضاف النص التالي: «رحّب المجلس.»",
    ]


def test_an_edition_that_says_the_same_has_no_items():
    assert laid_out(replace(OLD, number=2)).sections == ()


def test_the_lead_names_the_edition_that_is_corrected():
    sheet = laid_out(edition(record("1674"), number=2))
    assert sheet.lead.plain() == (
        "تُدخَل على الطبعة 1 المؤرخة 1 كانون الثاني/يناير 2026 التصويبات التالية."
    )


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([], ()),
        ([(6, 6)], (("الموجز", "الصفحة 6"),)),
        ([(5, 5), (6, 6)], (("الموجز", "الصفحات 5 و6"),)),
        ([(5, 5), (6, 7)], (("الموجز", "يُعاد طبعه كاملاً"),)),
        ([(n, n) for n in range(1, 8)], (("الموجز", "يُعاد طبعه كاملاً"),)),
    ],
)
def test_it_says_which_pages_are_printed_again(pages, told):
    changed = [ChangedPage("brief.pdf", *numbers) for numbers in pages]
    sheet = laid_out(edition(record("1674")), *changed)
    assert tuple((name.plain(), pages) for name, pages in sheet.reprint) == told


def test_a_word_that_headings_lack_is_asked_for():
    words = {key: text for key, text in WORDS.items() if key != "delete-all"}
    with pytest.raises(Refusal) as caught:
        laid_out(edition(record("1674")), words=words)
    assert str(caught.value) == (
        "content/headings.ar.yaml: error: the corrigendum needs the word delete-all "
        "[changes/missing-word]\n  hint: copy `corrigendum` from Warraq's own "
        "content/headings.ar.yaml"
    )


def test_a_second_product_of_a_kind_is_named_with_its_stem():
    short = replace(record("1706"), output="brief-short")
    old = replace(OLD, records=(*OLD.records, short))
    new = replace(
        old,
        records=tuple(
            replace(r, texts=(Said("brief", f"{TEXT} انتهى."),)) if r.output == "brief-short" else r
            for r in old.records
        ),
    )
    page = ChangedPage("brief-short.pdf", 3, 3)
    sheet = lay_out_corrigendum(
        MASTHEAD, WORDS, "2026-11", (old, new), compare(old, new), (page,), {}
    )
    assert [section.title.plain() for section in sheet.sections] == ["الموجز (brief-short)"]
    assert [name.plain() for name, _ in sheet.reprint] == ["الموجز (brief-short)"]
