"""Complaints of a press file: its boxes, inks, bleed and marks."""

from __future__ import annotations

from press.codes.preflight.shared import OURS, TEMPLATE
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/press-boxes": Row(
        rule="""trim, bleed and media of a press file lie around each other
                في ملف المطبعة حد القص داخل زيادته، وزيادته داخل الورقة""",
        fault={
            "missing": ("the page has no {name}", "ليس في الصفحة الحدّ {name}"),
            "trim": """the TrimBox is {wide:.1f} × {high:.1f} mm; the paper is {width:.0f} × {height:.0f} mm
                       مقاس `TrimBox` هو {wide:.1f} في {high:.1f} مم، ومقاس الورق {width:.0f} في {height:.0f} مم""",
            "bleed": """the BleedBox leaves {room:.1f} mm around the trim; {asked:g} are due
                        يُبقي `BleedBox` حول القص {room:.1f} مم، والمطلوب {asked:g}""",
            "media": """the MediaBox leaves {room:.1f} mm around the bleed; crop marks need {marks:g}
                        يُبقي `MediaBox` حول زيادة القص {room:.1f} مم، وعلامات القص تحتاج إلى {marks:g}""",
            "other": """the page has a crop box, an art box or is turned; a press file has none
                        في الصفحة حدّ آخر أو هي مدارة، وليس ذلك في ملف المطبعة""",
        },
        hint=OURS,
    ),
    "preflight/press-bare": Row(
        rule="""a press file holds nothing to click, to fill in or to run
                لا شيء في ملف المطبعة يُنقر أو يُملأ أو يُشغَّل""",
        fault={
            "name": """the file has {name}, which no press prints
                       في الملف {name}، ولا تطبعه مطبعة""",
            "annotations": ("the page has annotations", "في الصفحة ما يُنقر"),
        },
        hint=OURS,
    ),
    "preflight/press-intent": Row(
        rule="""a press file brings the profile of its press
                في ملف المطبعة ملف تعريف ألوان مطبعته""",
        fault={
            "number": """the file has {count} output intents for a press, not one
                         أهداف الإخراج للمطبعة في الملف {count}، لا واحد""",
            "condition": """the output intent names no condition of printing
                            لا يسمّي هدف الإخراج ظروف الطباعة""",
            "info": """the output intent tells a person nothing of the condition
                       لا يصف هدف الإخراج ظروف الطباعة لقارئ""",
            "profile": """the output intent has no profile in the file
                          ليس لهدف الإخراج ملف تعريف ألوان في الملف""",
            "inks": """the profile in the file is none of a press that prints in four inks
                       ملف تعريف الألوان ليس لمطبعة بأربعة أحبار""",
        },
        hint={
            "": OURS,
            "inks": """name an output profile of a CMYK press; the print shop has it
                       سمِّ ملف تعريف مطبعة بأحبار `CMYK`، وهو عند المطبعة""",
        },
    ),
    "preflight/press-keys": Row(
        rule="""a press file says that it is PDF/X-4, and all that this asks for
                ملف المطبعة على معيار `PDF/X-4` بكل ما يطلبه""",
        fault={
            "version": ("the metadata does not say PDF/X-4", "لا تذكر البيانات الوصفية `PDF/X-4`"),
            "missing": ("the metadata has no {what:term}", "ينقص البيانات الوصفية {what:term}"),
            "trapped": """the file does not say in both places whether it is trapped
                          لا يذكر الملف في الموضعين هل عولج تراكب أحباره""",
            "identifier": ("the file is encrypted or has no identifier", "الملف مشفَّر أو بلا معرّف"),
            "pdf": """the file is PDF {version}; PDF/X-4 is made of 1.6
                      الملف بإصدار `PDF` رقم {version}، ومعيار `PDF/X-4` من الإصدار 1.6""",
        },
        hint=OURS,
    ),
    "preflight/press-colours": Row(
        rule=("a press file is painted in four inks", "ملف المطبعة مرسوم بالأحبار الأربعة وحدها"),
        fault="""something is painted in {colour:term}, not in inks
                 شيء مرسوم بألوان {colour:term}، لا بالأحبار""",
        hint="""let every colour of a style sheet be a token, and every picture go through it
                اجعل كل لون في ملف الأنماط لوناً معرَّفاً، واجعل ألوان كل صورة منه""",
    ),
    "preflight/press-blending": Row(
        rule=("no inks of a press file are blended with others", "لا تمتزج أحبار ملف المطبعة"),
        fault="""a graphics state blends colours, or fades them
                 حالة من حالات الرسم تمزج الألوان أو تجعلها شفافة""",
        hint=OURS,
    ),
    "preflight/press-ink": Row(
        rule="""no place of a press sheet has more ink than its paper takes
                لا موضع من الورقة عليه من الحبر أكثر مما تحتمله""",
        fault="""{most:.0%} of ink lie here; paper takes {limit:.0%}
                 الحبر هنا {most:.0%}، وأقصى ما يحتمله الورق {limit:.0%}""",
        hint="""take back cyan, magenta and yellow together and let black carry the depth
                خفّف السماوي والأرجواني والأصفر معاً، ودع الأسود يحمل العمق""",
    ),
    "preflight/press-overprint": Row(
        rule="""text in black prints over what is beneath, and nothing else
                النص الأسود وحده يُطبع فوق ما تحته، ولا شيء سواه""",
        fault={
            "knocks-out": """text in black knocks out what is beneath it, so that an edge of paper may show
                             نص بالأسود يمحو ما تحته، فقد يظهر طرف من الورق""",
            "prints-over": """what is not text in black alone prints over other inks
                              ما ليس نصاً بالأسود وحده يُطبع فوق أحبار أخرى""",
        },
        hint=OURS,
    ),
    "preflight/press-small-type": Row(
        rule="""text under 17 pt bold or 24 pt regular is in black alone
                ما دون 17 نقطة بالخط العريض، أو 24 بالعادي، مطبوع بالأسود وحده""",
        fault="""text of {size:.3g} pt is printed in several inks, {colour}
                 نص بحجم {size:.3g} نقطة مطبوع بعدة أحبار، {colour}""",
        hint="""let it be black, or {bold:g} pt bold or {regular:g} pt regular at least
                اجعله أسود، أو بحجم {bold:g} نقطة ثقيلاً أو {regular:g} نقطة عادياً على الأقل""",
    ),
    "preflight/press-reversed-type": Row(
        rule="""no text under 14 pt is left white in four inks
                لا نص أبيض دون 14 نقطة في أرضية من أربعة أحبار""",
        fault="""white text of {size:.3g} pt stands in a ground of four inks
                 نص أبيض بحجم {size:.3g} نقطة على أرضية من أربعة أحبار""",
        hint="""set it in {least:g} pt at least, or on a ground of fewer inks
                اجعله بحجم {least:g} نقطة على الأقل، أو على أرضية بأحبار أقل""",
    ),
    "preflight/press-solids": Row(
        rule="""a solid of black over 10 mm both ways is deepened by other inks
                كل مساحة سوداء تجاوز 10 مم طولاً وعرضاً يعمّقها غير الأسود من الأحبار""",
        fault="""a solid of {width:.0f} × {height:.0f} mm is black alone
                 مساحة مقاسها {width:.0f} في {height:.0f} مم بالأسود وحده""",
        hint=TEMPLATE,
    ),
    "preflight/press-bleed": Row(
        rule="""what touches the trim of a press file fills its bleed
                ما يمس حد القص في ملف المطبعة يملأ زيادة القص كلها""",
        fault={
            "upper": """colour at the upper edge ends before the bleed does, {where} mm from the left
                        ينتهي اللون عند الحافة العليا قبل زيادة القص، على بُعد {where} مم من اليسار""",
            "lower": """colour at the lower edge ends before the bleed does, {where} mm from the left
                        ينتهي اللون عند الحافة السفلى قبل زيادة القص، على بُعد {where} مم من اليسار""",
            "left": """colour at the left edge ends before the bleed does, {where} mm from the top
                       ينتهي اللون عند الحافة اليسرى قبل زيادة القص، على بُعد {where} مم من الأعلى""",
            "right": """colour at the right edge ends before the bleed does, {where} mm from the top
                        ينتهي اللون عند الحافة اليمنى قبل زيادة القص، على بُعد {where} مم من الأعلى""",
        },
        hint=OURS,
    ),
    "preflight/press-marks": Row(
        rule=("crop marks stand at the corners of the trim", "علامات القص عند زوايا حد القص"),
        fault=("a corner of the trim has no crop marks", "زاوية من زوايا القص بلا علامتيها"),
        hint=OURS,
    ),
    "preflight/press-slug": Row(
        rule="""a line outside the bleed names the build and the sheet
                خارج زيادة القص سطر يسمّي البناء والورقة""",
        fault=("no line outside the bleed names the build", "لا سطر خارج زيادة القص يسمّي البناء"),
        hint=TEMPLATE,
    ),
}
