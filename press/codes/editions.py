"""Complaints of editions: one of many publications that cannot be made."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "editions/no-content": Row(
        rule="""every folder that the pattern names is a publication
                كل مجلد يسميه النمط منشور""",
        fault="""this folder has no folder content/, so it is no publication
                 ليس في هذا المجلد مجلد `content/`، فليس منشوراً""",
        hint="""write a pattern that leaves it out, or begin a publication in it with `build.py new`
                اكتب نمطاً لا يشمله، أو ابدأ فيه منشوراً بالأمر `build.py new`""",
    ),
    "editions/outside": Row(
        rule="""every edition lies in the folder that the pattern names
                كل طبعة في المجلد الذي يسميه النمط""",
        fault="""this is a link that leads out of the folder of the editions
                 هذه وصلة تخرج من مجلد الطبعات""",
        hint="""put the folder itself there, or build it alone with --project
                ضع المجلد نفسه هنا، أو ابنِه وحده بالخيار `--project`""",
    ),
    "editions/same-output": Row(
        rule="""no two editions are written into the same folder
                لا تُكتب طبعتان في مجلد واحد""",
        fault="""its output folder is that of the edition {other}
                 مجلد مخرجاتها هو مجلد مخرجات الطبعة {other}""",
        hint="""give each its own folder output/, or name one folder for all with --output
                اجعل لكل طبعة مجلد `output/` خاصاً بها، أو سمِّ مجلداً للجميع بالخيار `--output`""",
    ),
    "editions/no-product": Row(
        rule="""an edition has something to print
                في كل طبعة ما يُطبع""",
        fault="""it has no content file of a product that is asked for
                 ليس فيها ملف محتوى لمنتج مطلوب""",
        hint="""write content/brief.yaml or content/poster.yaml, or name another product
                اكتب `content/brief.yaml` أو `content/poster.yaml`، أو سمِّ منتجاً آخر""",
    ),
    "editions/fault": Row(
        rule="""the program itself does not fail
                لا يتعطل البرنامج نفسه""",
        fault="""the program itself failed on this edition: {said}
                 تعطل البرنامج نفسه عند هذه الطبعة: {said}""",
        hint="""build it alone with --project, which shows all, and report it; the other editions are not concerned
                ابنِها وحدها بالخيار `--project` لترى كل شيء، ثم أبلغ عن الخلل؛ ولا شأن للطبعات الأخرى به""",
    ),
}
