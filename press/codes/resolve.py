"""Complaints of resolve: a reference that leads nowhere."""

from __future__ import annotations

from press.codes.row import Row
from press.codes.validate import GUIDE, UNFIT

ROWS: dict[str, Row] = {
    "resolve/bad-reference": Row(
        rule=("a reference is well formed", "الإحالة سليمة الصيغة"),
        fault=("{typed} is not a reference", "ليس {typed} إحالة"),
        hint="""write {{fact}}, {{fact.part}}, {{fact:noun}}, {{fact:noun:case}} or [words]{{fact}}
                اكتب `{{fact}}` أو `{{fact.part}}` أو `{{fact:noun}}` أو `{{fact:noun:case}}` أو `[words]{{fact}}`""",
    ),
    "resolve/unknown-id": Row(
        rule=("a reference leads to something", "الإحالة تؤدي إلى شيء موجود"),
        fault={
            "fact": ("there is no fact or event {id}", "لا توجد واقعة ولا حدث بالمعرّف {id}"),
            "actor": ("there is no actor {id}", "لا توجد جهة بالمعرّف {id}"),
            "event": ("there is no event {id}", "لا يوجد حدث بالمعرّف {id}"),
            "person": ("there is no person {id}", "لا يوجد شخص بالمعرّف {id}"),
            "source": ("there is no source {id}", "لا يوجد مصدر بالمعرّف {id}"),
            "tag": ("no event has the tag {id}", "ليس لحدث ما الوسم {id}"),
            "event-kind": """there is no kind of event {id} in kinds.yaml
                             ليس في `kinds.yaml` نوع من الأحداث بالمعرّف {id}""",
            "source-kind": """there is no kind of source {id} in kinds.yaml
                              ليس في `kinds.yaml` نوع من المصادر بالمعرّف {id}""",
            "part": ("a brief has no part {id}", "ليس للموجز جزء باسم {id}"),
            "entry": """there is no entry {id} in this chapter
                        ليس في هذا الفصل مدخل بالمعرّف {id}""",
        },
        hint={
            "": ("the ids are: {ids}", "المعرّفات هي: {ids}"),
            "guess": ("did you mean {guess}?", "لعلك تقصد {guess}"),
            "field": """outside the event's own texts write the event too: {{some-event.{id}}}
                        خارج نصوص الحدث نفسه اكتب الحدث معه: `{{some-event.{id}}}`""",
            "more": ("the ids are: {ids} and {more} more", "المعرّفات هي: {ids}، و{more} غيرها"),
            "none": ("no record has an id here yet", "ليس هنا بعدُ سجل له معرّف"),
            "fact": """see `build.py facts` for all ids
                       يعرض الأمر `build.py facts` المعرّفات كلها""",
        },
    ),
    "resolve/unknown-part": Row(
        rule="""a reference names a part that its fact has
                الإحالة تسمّي جزءاً من واقعتها""",
        fault={
            "part": ("{fact} has no part {part}", "ليس في {fact} الجزء {part}"),
            "this": ("this fact has no part {part}", "ليس في هذه الواقعة الجزء {part}"),
            "this-several": """this fact has several parts; name one
                               هذه الواقعة من أجزاء، فاذكر أحدها""",
            "several": ("{fact} has several parts; name one", "{fact} من أجزاء، فاذكر أحدها"),
        },
        hint={
            "": ("the parts are: {parts}", "الأجزاء هي: {parts}"),
            "whole": """it has no parts: leave out the part
                        لا أجزاء لها، فاحذف اسم الجزء""",
        },
    ),
    "resolve/unknown-field": Row(
        rule="""a fact vouches for a field that its record has
                الواقعة تسند حقلاً موجوداً في سجلها""",
        fault="""this record has no field {field} that a fact could vouch for
                 ليس في هذا السجل حقل {field} تسنده واقعة""",
        hint={
            "": ("the fields are: {fields}", "الحقول هي: {fields}"),
            "none": """only events have such fields; type the value of the fact
                       ليست هذه الحقول إلا للأحداث، فاكتب قيمة الواقعة""",
            "hijri": """who vouches for `date` vouches for its Hijri form: leave `hijri` out
                        من أسند التاريخ (`date`) أسند صورته الهجرية، فاحذف `hijri`""",
        },
    ),
    "resolve/unknown-noun": Row(
        rule=("a counted noun is in the lexicon", "الاسم المعدود وارد في المعجم"),
        fault="""the noun {noun} is not in {file}
                 الاسم {noun} غير وارد في الملف {file}""",
        hint={
            "": ("add its forms there, as {entry}", "أضف صوره إليه هكذا: {entry}"),
            "guess": """did you mean {guess}? else add its forms there, as {entry}
                        لعلك تقصد {guess}، وإلا فأضف صوره إليه هكذا: {entry}""",
        },
    ),
    "resolve/unknown-form": Row(
        rule="""a reference asks for a form that its value can take
                الإحالة تطلب صيغة تقبلها القيمة""",
        fault={
            "case": ("{form} is not a case", "ليس {form} حالة إعراب"),
            "gender": ("{form} is not a gender", "ليس {form} جنساً"),
            "ordinal": """there is no word for the ordinal {number}
                          ليس للعدد الترتيبي {number} لفظ""",
            "uncounted": """{fact} is of the kind {kind}, which takes no counted noun
                            {fact} من النوع {kind}، ولا يتبعه اسم معدود""",
        },
        hint={
            "case": ("the cases are {allowed}", "حالات الإعراب هي: {allowed}"),
            "no-case": """leave out what follows the second colon
                          احذف ما بعد النقطتين الثانيتين""",
            "gender": """an ordinal takes one of {allowed}
                         يأخذ العدد الترتيبي أحد هذين: {allowed}""",
            "ordinal": ("write it in figures", "اكتبه بالأرقام"),
            "uncounted": ("leave out what follows the colon", "احذف ما بعد النقطتين"),
        },
    ),
    "resolve/duplicate-fact": Row(
        rule=("an id belongs to one fact or event", "المعرّف لواقعة واحدة أو حدث واحد"),
        fault=("the id {id} is taken already", "المعرّف {id} مستعمل"),
        hint="""it was first typed at {first}; the facts and events of all records share one set of ids: name this one for its record, as {example}
                سبقت كتابته في {first}، ولا يشترك حدثان ولا واقعتان في معرّف في السجلات كلها، فسمِّ هذا باسم سجله، مثل {example}""",
    ),
    "resolve/wrong-value": Row(
        rule="""a value has the form that its use asks for
                القيمة على الصيغة التي يطلبها استعمالها""",
        fault={
            **UNFIT,
            "no-term": """{fact} is a {kind}; a term begins and ends with a date
                          {fact} من النوع {kind}، ومدة الولاية تبدأ بتاريخ وتنتهي بتاريخ""",
        },
        hint={
            "": GUIDE,
            "no-term": ("name a fact whose value is a date", "اذكر واقعة قيمتها تاريخ"),
        },
    ),
}
