"""Complaints of tiles: a poster that cannot be cut into office sheets."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "tiles/not-one-page": Row(
        rule=(
            "a poster that is printed on office sheets is one page",
            "الملصق المطبوع على أوراق المكتب صفحة واحدة",
        ),
        fault=("{poster} has {pages} pages", "صفحات {poster} عددها {pages}"),
        hint=("only a poster of one page is tiled", "لا يُقسَّم إلا ملصق من صفحة واحدة"),
    ),
    "tiles/no-room": Row(
        rule=(
            "office sheets show more of the poster than they share with each other",
            "التداخل بين أوراق المكتب أصغر من المعروض عليها",
        ),
        fault=(
            "sheets of {sheet} cannot overlap by {overlap} mm",
            "لا يمكن أن تتداخل أوراق {sheet} بمقدار {overlap} مم",
        ),
        hint=("choose a smaller overlap, or larger sheets", "اختر تداخلاً أقل، أو أوراقاً أكبر"),
    ),
}
