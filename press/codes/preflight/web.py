"""Complaints of the page for browsers, and of the pictures to be shared."""

from __future__ import annotations

from press.codes.preflight.shared import TEMPLATE
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/web-text": Row(
        rule="""the web page says what the records say, each value in its direction
                تقول صفحة الشبكة ما تقوله السجلات، وكل قيمة باتجاهها""",
        fault={
            "absent": """{what}: no element of the page shows “{text}”
                         {what}: ليس في الصفحة عنصر نصه «{text}»""",
            "turned": """{what}: “{text}” stands in the direction of its line and would change its order
                         {what}: يقع «{text}» باتجاه سطره فيتبدل ترتيبه""",
        },
        hint=TEMPLATE,
    ),
    "preflight/web-stray": Row(
        rule="""nothing stands on the web page that no record says
                ليس في صفحة الشبكة ما لم يقله سجل""",
        fault="""“{text}” is on the page, and no record says it: “{before}”
                 في الصفحة «{text}» ولا سجل يقولها: «{before}»""",
        hint=TEMPLATE,
    ),
    "preflight/web-link": Row(
        rule="""the links of the web page lead to what is there, and it loads nothing
                روابط صفحة الشبكة تؤدي إلى ما هو موجود، وهي لا تجلب شيئاً من خارجها""",
        fault={
            "anchor": """the link {link} leads to an id that no element has
                         الرابط {link} يؤدي إلى معرّف لا يحمله عنصر""",
            "file": """the link {link} leads to a file that does not stand beside the page
                       الرابط {link} يؤدي إلى ملف ليس بجانب الصفحة""",
            "twice": ("two elements have the id {link}", "لعنصرين المعرّف {link}"),
            "loads": ("the page loads {link}", "تجلب الصفحة {link} من خارجها"),
        },
        hint=TEMPLATE,
    ),
    "preflight/web-weight": Row(
        rule="""the web page is light enough for a telephone
                صفحة الشبكة خفيفة على الهاتف""",
        fault="""the page weighs {size:.1f} MB without its pictures; the most is {most:.0f}
                 حجم الصفحة بلا صورها {size:.1f} ميغابايت، والحد {most:.0f}""",
        hint="""divide the publication, or take a face from styles/web/
                قسّم المنشور، أو احذف خطاً من المجلد `styles/web/`""",
    ),
    "preflight/social-text": Row(
        rule="""a picture that is passed on says the title and the date of its event
                الصورة المعدة للتداول تحمل عنوان حدثها وتاريخه""",
        fault="""{what}: “{text}” is not in the picture
                 {what}: ليس «{text}» في الصورة""",
        hint=TEMPLATE,
    ),
}
