"""Complaints of what is read back: texts that are missing, changed or nobody’s."""

from __future__ import annotations

from press.codes.preflight.shared import TEMPLATE
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/unmapped-glyph": Row(
        rule=("every glyph stands for a text", "كل رسم حرف يقابله نص"),
        fault=("a glyph stands for no text, near {near}", "رسم حرف بلا نص، قرب {near}"),
        hint="""a vowel sign on a letter that the font draws in two parts does this; take the sign away or write another word
                سبب ذلك علامة تشكيل على حرف يرسمه الخط من جزأين، فاحذف العلامة أو اكتب كلمة أخرى""",
    ),
    "preflight/fonts-expected": Row(
        rule=("only fonts that the styles name are used", "لا يُستعمل إلا ما تسمّيه الأنماط من خطوط"),
        fault="""the font {family}, which no style names, stands in for {characters}
                 الخط {family}، ولا يسمّيه أيُّ نمط، ناب عن غيره في {characters}""",
        hint="""name a font that has them in styles/shared/arabic.css, or replace the characters
                سمِّ في `styles/shared/arabic.css` خطاً فيه هذه المحارف، أو استعمل غيرها""",
    ),
    "preflight/outside-safe-area": Row(
        rule=("no text stands too near to the trim", "لا نص يقترب من حد القص أكثر مما ينبغي"),
        fault="""{text} stands {near:.1f} mm from the trim; {safe:.0f} mm are kept free
                 {text} على بُعد {near:.1f} مم من حد القص، والواجب تركه {safe:.0f} مم""",
        hint=("see the margins in the style sheet", "انظر الهوامش في ملف الأنماط"),
    ),
    "preflight/missing-entry": Row(
        rule=("every event that should be there is printed", "كل حدث واجب الطبع مطبوع"),
        fault="""{event} is not printed: neither {title} nor {date} is there
                 لم يُطبع {event}: لا {title} ولا {date}""",
        hint=TEMPLATE,
    ),
    "preflight/readback": Row(
        rule="""what is printed is what the records say, letter by letter
                المطبوع هو ما تقوله السجلات حرفاً حرفاً""",
        fault={
            "text": """{record}, {what:term}: {text} is not on the page
                       {record}، {what:term}: {text} ليس في الصفحة""",
            "text-after": """{record}, {what:term}: {text} is not on the page after {before}
                             {record}، {what:term}: {text} ليس في الصفحة بعد {before}""",
            "fact": """{record}, {what:term}: {text} ({fact}) is not on the page
                       {record}، {what:term}: {text} ({fact}) ليس في الصفحة""",
            "fact-after": """{record}, {what:term}: {text} ({fact}) is not on the page after {before}
                             {record}، {what:term}: {text} ({fact}) ليس في الصفحة بعد {before}""",
            "corrigendum": """{text} is not on the page after {before}
                              {text} ليس في الصفحة بعد {before}""",
        },
        hint="""compare the page with the record; if the record is right, see a template of your own, or report it with this line
                قارن الصفحة بالسجل، فإن صحّ السجل فانظر في قالب خاص بك، أو أبلغ عنه بهذا السطر""",
    ),
    "preflight/stray-text": Row(
        rule=("nothing is printed that no record says", "لا يُطبع شيء لا يقوله سجل"),
        fault=("{text} is printed, and no record says it", "{text} مطبوع ولا يقوله سجل"),
        hint="""a template prints only what its sheet holds; labels stand under `headings`
                لا يطبع القالب إلا ما في ورقته، وعبارات العناوين تحت المفتاح `headings`""",
    ),
}
