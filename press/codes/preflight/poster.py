"""Complaints of a poster: cards that collide, stand off the scale or cannot be read."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/overlap": Row(
        rule=("the cards of the poster keep their places", "بطاقات الملصق في مواضعها"),
        fault={
            "meet": ("the cards of {one} and {other} overlap", "بطاقتا {one} و{other} متراكبتان"),
            "outside": """the card of {event} leaves the safe area
                          بطاقة {event} خارجة عن المنطقة الآمنة""",
            "text": """{record}, {what:term}: stands {out:.1f} mm out of its card
                       {record}، {what:term}: خارج عن بطاقته بمقدار {out:.1f} مم""",
        },
        hint="""shorten the `poster` text of the longer one, or name one under `omit` in poster.yaml
                اختصر نص `poster` في أطولهما، أو اذكر واحداً تحت `omit` في `poster.yaml`""",
    ),
    "preflight/off-scale": Row(
        rule=("a mark stands at its date", "كل علامة عند تاريخها"),
        fault={
            "off": """the mark of {event} stands {off:.1f} mm from {date}
                      علامة {event} على بُعد {off:.1f} مم من موضع {date}""",
            "gone": ("the mark of {event} is not printed", "علامة {event} غير مطبوعة"),
        },
        hint="""see styles/poster/axis.css, if it is one of your own; else report it with this line
                انظر `styles/poster/axis.css` إن كان خاصاً بك، وإلا فأبلغ عنه بهذا السطر""",
    ),
    "preflight/other-period": Row(
        rule="""a card stands over its own period, and over the name of no other
                كل بطاقة عند فترتها، ولا تقوم على اسم فترة أخرى""",
        fault={
            "name": """the card of {event} stands over {name} on the axis, which is another period
                       بطاقة {event} قائمة على {name} في المحور، وهي فترة أخرى""",
            "middle": """the middle of the card of {event} is {off:.1f} mm beside its period
                         منتصف بطاقة {event} خارج عن فترتها بمقدار {off:.1f} مم""",
        },
        hint="""see styles/poster/axis.css, if it is one of your own; else report it with this line
                انظر `styles/poster/axis.css` إن كان خاصاً بك، وإلا فأبلغ عنه بهذا السطر""",
    ),
    "preflight/unused-filler": Row(
        rule="""what is to fill the sky of a poster finds a field there
                لكل نص يُملأ به فراغ الملصق موضع فيه""",
        fault="""{left} of {typed} fillers find no field large enough, and the sky stays free
                 لا تتسع فراغات الملصق لنصوص من المفتاح `fillers` عددها {left} من {typed}، فتبقى خالية""",
        hint="""shorten them, or take them out of `fillers`: free sky is sound too
                اختصرها أو احذفها من المفتاح `fillers`، فالفراغ سليم أيضاً""",
    ),
    "preflight/illegible": Row(
        rule="""every text of a poster is read from as far as it must be
                كل نص في الملصق يُقرأ من المسافة المطلوبة""",
        fault={
            "letter": """{record}, {what:term}: a medial letter is {ink:.2f} mm high; {least:.2f} mm are read from {distance:.3g} m
                         {record}، {what:term}: ارتفاع الحرف الأوسط {ink:.2f} مم، ويُقرأ {least:.2f} مم من مسافة {distance:.3g} م""",
            "figure": """{record}, {what:term}: a figure is {height:.2f} mm high; {least:.2f} mm are read from {distance:.3g} m
                         {record}، {what:term}: ارتفاع الرقم {height:.2f} مم، ويُقرأ {least:.2f} مم من مسافة {distance:.3g} م""",
        },
        hint="""see `reading` in content/poster.yaml, or the sizes in styles/poster/
                انظر `reading` في `content/poster.yaml`، أو المقاسات في `styles/poster/`""",
    ),
}
