"""Words on office sheets: which tile it is, what is glued, and how all become one poster."""

from __future__ import annotations

from markupsafe import Markup

from press.bind.grid import Grid, Tile
from press.content.edition import Masthead
from press.content.facts import House
from press.geometry import Box
from press.language.phrases import Phrase
from press.render.filters import mm, phrase, plain

# Around each part, inside the printer's margin: cut lines, brackets and labels, in mm.
FURNITURE_MM = 7.0
RULER_MM = 100.0
# On the map: title above, instructions and ruler below, names of rows beside, in mm.
HEAD_MM, FOOT_MM, SIDE_MM = 36.0, 68.0, 19.0
# From the small poster down to the instructions and to the ruler, in mm.
STEPS_MM, RULE_MM = 6.0, 47.0
# A strip that is narrower has no room for the word, in mm.
WORD_MM = 7.0

PAGE = Markup("""<!doctype html>
<html lang="{language}" dir="rtl">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="styles/shared/tokens.css">
<link rel="stylesheet" href="styles/shared/arabic.css">
<style>
@page {{ size: {width} {height}; margin: 0 }}
body {{ font-size: var(--type-1); line-height: 1.4 }}
section {{ break-after: page; block-size: {height}; position: relative }}
section > * {{ position: absolute; white-space: nowrap }}
section:last-child {{ break-after: auto }}
h1 {{ font-size: var(--type-6) }}
ol {{ font-size: var(--type-2); line-height: 1.6 }}
.middle {{ text-align: center }}
.number {{ background: var(--paper); block-size: 7mm; border: var(--hair) solid var(--ink);
  border-radius: 50%; box-sizing: border-box; font-size: var(--type-3); inline-size: 7mm;
  line-height: 6mm; text-align: center }}
</style>
</head>
<body>
{sheets}
</body>
</html>
""")


def say_tiles(grid: Grid, whole: Box, sheet: str, masthead: Masthead) -> str:
    """The words of the map sheet, then those of every tile, as HTML; `whole` is the poster."""
    sheets = [_map(grid, whole, sheet, masthead)]
    sheets += [
        _tile(grid, tile, number, masthead) for number, tile in enumerate(grid.tiles, start=1)
    ]
    return PAGE.format(
        language=masthead.language,
        title=masthead.title,
        width=mm(grid.sheet_mm[0]),
        height=mm(grid.sheet_mm[1]),
        sheets=Markup("\n").join(sheets),
    )


def map_box(grid: Grid, whole: Box) -> Box:
    """Where the small poster stands on the map sheet."""
    width, height = grid.sheet_mm
    room, tall = width - 2 * SIDE_MM, height - HEAD_MM - FOOT_MM
    scale = min(room / whole.width_mm, tall / whole.height_mm)
    small = (whole.width_mm * scale, whole.height_mm * scale)
    return Box((width - small[0]) / 2, HEAD_MM, *small)


def ruler_box(grid: Grid, whole: Box) -> Box:
    """Where the line stands that tells whether the printer kept the size."""
    top = map_box(grid, whole).bottom_mm + RULE_MM
    return Box((grid.sheet_mm[0] - RULER_MM) / 2, top, RULER_MM, 2.0)


def _map(grid: Grid, whole: Box, sheet: str, masthead: Masthead) -> Markup:
    small, ruler, house = map_box(grid, whole), ruler_box(grid, whole), masthead.house
    scale = small.width_mm / whole.width_mm
    size = f"{_say(round(whole.width_mm), house)} × {_say(round(whole.height_mm), house)}"
    counts = Markup("الملصق {} مم على أوراق {} · الأوراق: {} · الصفوف: {} · الأعمدة: {}").format(
        phrase(Phrase(size, "ltr")),
        plain(sheet),
        *(_say(n, house) for n in (len(grid.tiles), grid.rows, grid.columns)),
    )
    parts = [
        _put("h1", Markup("خريطة التجميع"), SIDE_MM, 11.0),
        _put("p", plain(masthead.title), SIDE_MM, 21.0),
        _put("p", counts, SIDE_MM, 25.5),
        _put("ol", _steps(grid, house), SIDE_MM, small.bottom_mm + STEPS_MM),
        _put(
            "p",
            Markup("{} مم").format(_say(round(RULER_MM), house)),
            ruler.x_mm,
            ruler.bottom_mm + 1.0,
            RULER_MM,
        ),
    ]
    for number, tile in enumerate(grid.tiles, start=1):
        seen = _seen(grid, tile)
        x = small.x_mm + (seen.x_mm + seen.width_mm / 2) * scale
        y = small.y_mm + (seen.y_mm + seen.height_mm / 2) * scale
        place = f"left:{mm(x - 3.5)};top:{mm(y - 3.5)}"
        parts.append(
            Markup('<p class="number" style="{}">{}</p>').format(place, _say(number, house))
        )
        start, wide = small.x_mm + seen.x_mm * scale, seen.width_mm * scale
        if tile.row == 1:
            said = Markup("العمود {}").format(_say(tile.column, house))
            parts.append(_put("p", said, start, small.y_mm - 5.0, wide))
        if tile.column == 1:
            said = Markup("الصف {}").format(_say(tile.row, house))
            parts.append(_put("p", said, small.right_mm + 1.0, y - 2.2, 14.0))
    return _section(parts)


def _steps(grid: Grid, house: House) -> Markup:
    """What to do, in order."""
    full = phrase(house.language.say_percent(100, digits=house.digits))
    steps = [
        Markup("اطبع الأوراق كلها بحجمها الفعلي ({})، ولا تلائمها مع حجم الورق.").format(full),
        Markup("قِس الخط المرسوم أدناه، فإن لم يبلغ {} مم فأعد الطباعة.").format(
            _say(round(RULER_MM), house)
        ),
        Markup("قُصّ كل ورقة على الخط الرفيع الملاصق لصورتها، ودع الحافة التي لا خط عليها."),
        Markup("رتّب الأوراق بأرقامها: من اليمين إلى اليسار، ثم صفاً تحت صف."),
    ]
    if grid.overlap_mm:
        steps.append(
            Markup(
                "الحافة التي لا خط عليها شريط لصق عرضه {} مم: ضع عليه الحافة المقصوصة"
                " من الورقة التالية حتى تتطابق الصورتان."
            ).format(_say(round(grid.overlap_mm), house))
        )
    return Markup("").join(
        Markup("<li>{}. {}</li>").format(_say(number, house), step)
        for number, step in enumerate(steps, start=1)
    )


def say_label(grid: Grid, tile: Tile, number: int, masthead: Masthead) -> str:
    """What stands on sheet `number`, from 1: where it belongs, and which one it is."""
    counts = (tile.row, tile.column, number, len(grid.tiles))
    row, column, sheet, sheets = (_say(n, masthead.house) for n in counts)
    return f"الصف {row} · العمود {column} · الورقة {sheet} من {sheets} · {masthead.title}"


def _tile(grid: Grid, tile: Tile, number: int, masthead: Masthead) -> Markup:
    window = grid.window
    label = say_label(grid, tile, number, masthead)
    start = grid.sheet_mm[0] - window.right_mm + 2.0
    parts = [_put("p", plain(label), start, window.bottom_mm + 2.2)]
    glue = Markup("لصق")
    if grid.overlap_mm >= WORD_MM:
        if tile.column < grid.columns:
            for y in (window.y_mm - 6.8, window.bottom_mm + 2.2):
                parts.append(_put("p", glue, window.x_mm, y, grid.overlap_mm))
        if tile.row < grid.rows:
            y = window.bottom_mm - grid.overlap_mm / 2 - 2.2
            for x in (window.x_mm - FURNITURE_MM, window.right_mm + 1.4):
                parts.append(_put("p", glue, x, y, FURNITURE_MM - 1.4))
    return _section(parts)


def _seen(grid: Grid, tile: Tile) -> Box:
    """What is still seen of a part when its neighbours lie on its strips."""
    part = tile.part
    left = grid.overlap_mm if tile.column < grid.columns else 0.0
    under = grid.overlap_mm if tile.row < grid.rows else 0.0
    return Box(part.x_mm + left, part.y_mm, part.width_mm - left, part.height_mm - under)


def _put(tag: str, words: Markup, x: float, y: float, width: float = 0.0) -> Markup:
    """Words `y` from the top, `x` from the right; with a width in its middle, `x` from the left."""
    side = f"left:{mm(x)};width:{mm(width)}" if width else f"right:{mm(x)}"
    kind = Markup(' class="middle"') if width else Markup("")
    return Markup('<{0}{1} style="{2};top:{3}">{4}</{0}>').format(
        Markup(tag), kind, side, mm(y), words
    )


def _section(parts: list[Markup]) -> Markup:
    return Markup("<section>{}</section>").format(Markup("\n").join(parts))


def _say(number: int, house: House) -> str:
    return house.language.say_number(number, grouped=False, digits=house.digits).text
