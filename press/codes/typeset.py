"""Complaints of typeset: what cannot be set as it is asked for."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    # WeasyPrint raised an exception instead of saying what it cannot set.
    "typeset/failed": Row(
        rule="""what the templates and styles ask for can be set
                ما تطلبه القوالب والأنماط يمكن تنضيده""",
        fault="""part {part}, from {record} on, cannot be set; WeasyPrint says: “{kind}: {said}”
                 تعذّر تنضيد الجزء {part}، ابتداءً من {record}، وقال برنامج `WeasyPrint`: «{kind}: {said}»""",
        hint="""take back the last change to a template, style sheet or picture; look for a page or type of no size, an empty style sheet, boxes in boxes without end
                تراجع عن آخر تعديل في القوالب أو الأنماط أو الصور، وابحث عن صفحة أو خط بلا حجم، أو ملف أنماط فارغ، أو إطارات متداخلة بلا نهاية""",
    ),
    "typeset/missing-font": Row(
        rule=("the fonts that the styles name are installed", "الخطوط التي تسمّيها الأنماط مثبَّتة"),
        fault={
            "absent": ("the font {font} is not installed", "الخط {font} غير مثبَّت"),
            "unloaded": """a font could not be loaded; WeasyPrint says: “{said}”
                           تعذّر تحميل خط، وقال برنامج `WeasyPrint`: «{said}»""",
            "no-arabic": """the font {font} has no medial form of {letter}
                            ليس في الخط {font} صورة وسطى للحرف {letter}""",
        },
        hint={
            "": ("install it, or name another font", "ثبّت الخط، أو سمِّ خطاً غيره"),
            "package": """install the package {package}, or run `make`
                          ثبّت الحزمة {package}، أو شغّل الأمر `make`""",
            "no-arabic": ("name an Arabic font", "سمِّ خطاً عربياً"),
        },
    ),
    "typeset/missing-glyph": Row(
        rule=("a font has every character that is printed", "في الخط كل محرف يُطبع"),
        fault="""no font has the character {character} ({code})
                 ليس في أيّ خط المحرف {character} ({code})""",
        hint="""replace the character, or name a font that has it in styles/shared/arabic.css
                استعمل محرفاً غيره، أو سمِّ في الملف `styles/shared/arabic.css` خطاً فيه هذا المحرف""",
    ),
    "typeset/missing-image": Row(
        rule=("an image that is named is there", "الصورة المسمّاة موجودة"),
        fault=("there is no image {file}", "لا توجد الصورة {file}"),
        hint="""put the file there, or take out what names it
                ضع الملف في موضعه، أو احذف ما يسمّيه""",
    ),
    "typeset/missing-stylesheet": Row(
        rule=("a style sheet that is named is there", "ملف الأنماط المسمّى موجود"),
        fault=("there is no stylesheet {file}", "لا يوجد ملف الأنماط {file}"),
        hint="""put the file there, or take out what names it
                ضع الملف في موضعه، أو احذف ما يسمّيه""",
    ),
    "typeset/missing-anchor": Row(
        rule=("a link leads to a place that is printed", "الرابط يؤدي إلى موضع مطبوع"),
        fault="""a link leads to {id}, an id that no page has
                 رابط يؤدي إلى المعرّف {id}، وليس في أيّ صفحة""",
        hint="""print what it leads to, or take the link out of the template
                اطبع ما يؤدي إليه الرابط، أو احذف الرابط من القالب""",
    ),
    "typeset/ignored-style": Row(
        rule=("WeasyPrint understands every style", "برنامج `WeasyPrint` يفهم كل نمط"),
        fault=("WeasyPrint says: “{said}”", "قال برنامج `WeasyPrint`: «{said}»"),
        hint=("mend the style sheet", "أصلح ملف الأنماط"),
    ),
    "typeset/unsettled-numbers": Row(
        rule="""printing page numbers does not move what they count
                طباعة أرقام الصفحات لا تحرّك ما تدل عليه""",
        fault={
            "goal": """page numbers do not settle: {id} is said to stand on page {said} and stands on page {page}, painted {times} times
                       أرقام الصفحات لا تستقر: يُذكر أن {id} في الصفحة {said} وهو في الصفحة {page}، وعدد المحاولات {times}""",
            "gathering": """page numbers do not settle: gathering {gathering} begins on another page each time, painted {times} times
                            أرقام الصفحات لا تستقر: تبدأ الملزمة {gathering} كل مرة في صفحة أخرى، وعدد المحاولات {times}""",
        },
        hint="""a number that moves the text it counts needs room of its own: look at the style that prints it, or let a page begin before that text
                الرقم الذي يحرّك النص الذي يدل عليه يحتاج إلى حيّز خاص به: انظر في النمط الذي يطبعه، أو ابدأ صفحة جديدة قبل ذلك النص""",
    ),
    "typeset/overflow": Row(
        rule="""no text runs out of the box that it was given
                لا يفيض نص عن الحيّز الذي أُعطي له""",
        fault={
            "line": """{text} stands {out} mm out of its box
                       النص {text} خارج عن حيّزه بمقدار {out} مم""",
            "card": """a word, date or symbol of {event} is wider than the widest card of the poster
                       في الحدث {event} كلمة أو تاريخ أو رمز أعرض من أعرض بطاقات الملصق""",
        },
        hint={
            "": """shorten the text, let it break, or give the box more room in its style
                   اختصر النص، أو دعه ينقسم بين سطرين، أو وسّع حيّزه في ملف أنماطه""",
            "card": ("shorten it, or let it break", "اختصره، أو دعه ينقسم بين سطرين"),
        },
    ),
}
