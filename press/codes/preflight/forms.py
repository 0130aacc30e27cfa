"""Complaints of what is made from a finished file: booklet, office sheets, picture."""

from __future__ import annotations

from press.codes.preflight.shared import OURS
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/booklet-sheets": Row(
        rule="""a booklet has the sheets that its pages fill, each of two pages
                للكتيّب من الأوراق ما تملؤه صفحاته، في كل وجه صفحتان""",
        fault={
            "count": """the booklet has {sides} sides of sheets; {pages} pages fill {due}
                        أوجه أوراق الكتيّب {sides}، وصفحاته {pages} تملأ {due}""",
            "size": """the sheet is {wide:.1f} × {high:.1f} mm, not {width:.1f} × {height:.1f} mm
                       مقاس الورقة {wide:.1f} في {high:.1f} مم، لا {width:.1f} في {height:.1f} مم""",
        },
        hint=OURS,
    ),
    "preflight/booklet-printing": Row(
        rule="""a booklet is printed in its size and turned over the short edge
                يُطبع الكتيّب بمقاسه وتُقلب ورقته على حافتها القصيرة""",
        fault={
            "scaling": """the file lets a printer shrink its sheets
                          يدع الملف للطابعة أن تصغّر أوراقه""",
            "turning": """the file does not ask to be turned over the short edge
                          لا يطلب الملف قلب ورقه على حافته القصيرة""",
        },
        hint=OURS,
    ),
    "preflight/sheet-count": Row(
        rule="""a tiled poster has a map and a sheet for every part
                للملصق المقسّم خريطة وورقة لكل جزء""",
        fault="""the file has {pages} pages; the map and {sheets} sheets are due
                 صفحات الملف {pages}، والمطلوب الخريطة ومعها من الأوراق {sheets}""",
        hint=OURS,
    ),
    "preflight/sheet-size": Row(
        rule=("every office sheet is of its paper", "كل ورقة من أوراق المكتب بمقاسها"),
        fault="""the page is {wide:.1f} × {high:.1f} mm; the sheet is {width:.0f} × {height:.0f} mm
                 مقاس الصفحة {wide:.1f} في {high:.1f} مم، ومقاس الورقة {width:.0f} في {height:.0f} مم""",
        hint=OURS,
    ),
    "preflight/sheet-scaling": Row(
        rule=("a tiled poster is not to be shrunk", "أوراق الملصق المقسّم لا تُصغَّر عند الطباعة"),
        fault=("the file lets a printer shrink its sheets", "يدع الملف للطابعة أن تصغّر أوراقه"),
        hint=OURS,
    ),
    "preflight/sheet-toner": Row(
        rule="""sheets for office toner have black text and no filled solids
                أوراق الحبر الخفيف نصها أسود ولا مساحات مصمتة فيها""",
        fault={
            "text": ("a text of the poster is not black alone", "نص في الملصق ليس أسود خالصاً"),
            "solid": ("a large part of the poster is filled", "في الملصق مساحة كبيرة مصمتة"),
        },
        hint=OURS,
    ),
    "preflight/sheet-order": Row(
        rule=("every office sheet says where it belongs", "كل ورقة تبيّن موضعها"),
        fault="""the sheet of row {row}, column {column} does not say {label}
                 ورقة الصف {row} والعمود {column} لا تذكر {label}""",
        hint=OURS,
    ),
    "preflight/sheet-margins": Row(
        rule=("the edges of an office sheet are empty", "حواف أوراق المكتب خالية"),
        fault={
            "empty": ("the sheet is empty", "الورقة فارغة"),
            "edge": """something stands {near:.1f} mm from the edge of the sheet
                       شيء على بُعد {near:.1f} مم من حافة الورقة""",
        },
        hint=OURS,
    ),
    "preflight/picture-form": Row(
        rule=("a picture is a PNG of the right size", "الصورة من نوع `PNG` بالمقاس الصحيح"),
        fault={
            "unread": ("the picture cannot be opened", "لا يمكن فتح الصورة"),
            "kind": """it is {format} in {mode}, not PNG in RGB
                       الصورة من نوع {format} بألوان {mode}، لا `PNG` بألوان `RGB`""",
            "size": """it is {width} × {height} pixels, not {due} × {high:.0f}
                       مقاس الصورة {width} في {height} بكسل، لا {due} في {high:.0f}""",
            "large": """it has {size:.1f} MB, too many for mail
                        حجم الصورة {size:.1f} ميغابايت، وهو أكبر مما يحمله البريد""",
        },
        hint=OURS,
    ),
    "preflight/picture-likeness": Row(
        rule=("a picture shows the poster", "الصورة تُظهر الملصق"),
        fault="""a part of it differs from the poster by {apart} levels of 255
                 جزء من الصورة يخالف الملصق بمقدار {apart} درجة من 255""",
        hint=OURS,
    ),
}
