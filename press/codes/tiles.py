"""Complaints of tiles: a poster that cannot be cut into office sheets."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "tiles/not-one-page": Row(
        rule=(
            "a poster that is printed on office sheets is one page",
            "الملصق المطبوع على أوراق المكتب صفحة واحدة",
        ),
    ),
    "tiles/no-room": Row(
        rule=(
            "office sheets show more of the poster than they share with each other",
            "ما تعرضه أوراق المكتب من الملصق أكثر مما تشترك فيه",
        ),
    ),
}
