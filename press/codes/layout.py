"""Complaints of layout: what does not fit."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "layout/too-many-cards": Row(
        rule="""the cards of the poster fit its sheet at legible size
                تتسع ورقة الملصق لبطاقاته بحجم مقروء""",
        fault="""{events} events do not fit on {paper} {orientation:term} at a legible size; {most} do
                 لا تتسع ورقة {paper} {orientation:term} لأحداث عددها {events} بحجم مقروء، وأقصى ما تتسع له {most}""",
        hint=("any of these would do: {remedies}", "يكفي أيّ مما يلي: {remedies}"),
        parts={
            "omit": ("name some under `omit`", "اذكر بعضها تحت المفتاح `omit`"),
            "omit-minor": """name some under `omit`: the {kept} turning points and major events fit
                             اذكر بعضها تحت المفتاح `omit`: تتسع الورقة للمنعطفات والأحداث الكبرى، وعددها {kept}""",
            "omit-major": """name some under `omit`: the {kept} turning points fit
                             اذكر بعضها تحت المفتاح `omit`: تتسع الورقة للمنعطفات، وعددها {kept}""",
            "texts": """`texts: {rank}`, and all fit, those of lower rank by date and title
                        اكتب `texts: {rank}` فتتسع الورقة لها كلها، والأدنى رتبةً بتاريخه وعنوانه""",
            "pictures": """`pictures: none`, and all fit, without pictures
                           اكتب `pictures: none` فتتسع الورقة لها كلها من غير صور""",
            "nearer": """`reading: {{distance: {distance}}}`, and all fit, to be read from there
                         اكتب `reading: {{distance: {distance}}}` فتتسع الورقة لها كلها، وتُقرأ من تلك المسافة""",
            "larger": """`paper: {larger}`, and all fit
                         اكتب `paper: {larger}` فتتسع الورقة لها كلها""",
            "texts-larger": """`texts: {rank}` and `paper: {larger}` together, and all fit, those of lower rank by date and title
                               اكتب `texts: {rank}` و`paper: {larger}` معاً فتتسع الورقة لها كلها، والأدنى رتبةً بتاريخه وعنوانه""",
            "texts-nearer": """`texts: {rank}` and `reading: {{distance: {distance}}}` together, and all fit, those of lower rank by date and title
                               اكتب `texts: {rank}` و`reading: {{distance: {distance}}}` معاً فتتسع الورقة لها كلها، والأدنى رتبةً بتاريخه وعنوانه""",
        },
    ),
}
