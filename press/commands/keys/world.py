"""Keys of the records of the world: events, facts, people, actors, sources and their like."""

from __future__ import annotations

from press.codes.row import Both

FACTS: Both = """the facts that its texts refer to, by their ids, each with its sources
                 الوقائع التي تحيل إليها نصوصه، بمعرّفاتها، ولكل منها مصادرها"""
VARIANTS: Both = """other names and spellings, which the check names where they are typed
                    أسماء وصيغ أخرى، ينبّه عليها الفحص حيث كُتبت"""
WORLD: dict[str, dict[str, Both]] = {
    "Event": {
        "title": ("what happened, in one line", "ما حدث، في سطر واحد"),
        "date": """when: 2006-08-31, 2007-12 or 2005; about 1514~, uncertain 1514?, a decade 185X, a century 15XX; a span 1500/1550, ../1500 or 2011/..; a time 2011-03-17T18:25; before our era -0043; or a list of days
                   متى حدث: 2006-08-31 أو 2007-12 أو 2005، ونحو سنة 1514~، وغير مؤكد 1514?، وعقد 185X، وقرن 15XX، ومدة 1500/1550 أو ../1500 أو 2011/..، وساعة 2011-03-17T18:25، وقبل الميلاد ‎-0043، أو قائمة أيام""",
        "shown": """words that are printed in place of the date's own form; they must name its years
                    ما يُطبع مكان صورة التاريخ، ويجب أن يذكر سنواته""",
        "hijri": """the Hijri date that is printed beside it: 1427-08-07, 1427-08 or 1427
                    التاريخ الهجري الذي يُطبع معه: 1427-08-07 أو 1427-08 أو 1427""",
        "actor": """who acted: an id of actors.yaml or several; the first gives the colour
                    من صنع الحدث: معرّف من actors.yaml أو عدة معرّفات، واللون لأولها""",
        "kind": """what it is: an id under events of kinds.yaml
                   ما هو: معرّف تحت events في kinds.yaml""",
        "rank": """its weight: turning-point, major or minor
                   وزنه: turning-point منعطف، أو major حدث رئيسي، أو minor حدث""",
        "symbol": """the mark of its document: a number, a shelf mark, a DOI, an ISBN
                     رمز وثيقته: رقم أو رمز حفظ أو DOI أو ISBN""",
        "meeting": ("the mark of the meeting at which it happened", "رمز الجلسة التي حدث فيها"),
        "tags": ("words by which a product may select it", "كلمات يُختار بها لمنتج"),
        "people": ("who took part: ids of people.yaml", "من شارك فيه: معرّفات من people.yaml"),
        "see": ("events that belong to it: their ids", "أحداث متصلة به: معرّفاتها"),
        "brief": """what the brief prints of it, a blank line between paragraphs; {fact} prints the value of a fact
                    ما يطبعه الموجز عنه، وبين الفقرتين سطر خالٍ، وتطبع {fact} قيمة الواقعة""",
        "poster": """what its card on the poster says, in a sentence or two
                     ما تقوله بطاقته على الملصق، في جملة أو جملتين""",
        "image": ("its picture", "صورته"),
        "facts": FACTS,
        "row": """the row of the spreadsheet that it came from; import writes it
                  صف الجدول الذي أُخذ منه، ويكتبه الاستيراد""",
        "notes-of-import": """cells of that row that have no place in a record; never printed
                              خلايا من ذلك الصف لا موضع لها في السجل، ولا تُطبع""",
    },
    "ImageRecord": {
        "file": ("the file, from the folder content/", "الملف، انطلاقاً من المجلد content/"),
        "alt": """what it shows, for who cannot see it
                  ما تُظهره الصورة، لمن لا يراها""",
        "credit": ("who made it or owns it", "صاحبها أو مالك حقوقها"),
        "caption": ("the words under it", "ما يُكتب تحتها"),
        "licence": ("under what licence it is printed", "الرخصة التي تُطبع بها"),
        "crop": """the part that is printed: left, top, right and bottom as shares of 1
                   الجزء المطبوع منها: اليسار والأعلى واليمين والأسفل، كسور من الواحد""",
    },
    "FactRecord": {
        "about": ("what the fact is about, in a few words", "موضوع الواقعة في كلمات"),
        "value": """what is printed: a number, an amount with its unit, a range, a date, a name, a text, a list, or one of these a part
                    ما يُطبع: عدد، أو مقدار بوحدته، أو مدى، أو تاريخ، أو اسم، أو نص، أو قائمة، أو شيء من ذلك لكل جزء""",
        "of": """in place of a value: the fields of the record that it vouches for, as date
                 بدلاً من القيمة: حقول السجل التي تسندها الواقعة، مثل date""",
        "is": """what the value is, where that is not plain: date, years, number, amount, range, ordinal, vote, symbol, names, phone, url, place or text
                 نوع القيمة إن لم يكن بيّناً: date أو years أو number أو amount أو range أو ordinal أو vote أو symbol أو names أو phone أو url أو place أو text""",
        "unit": """the unit of the value, where it is not typed with it
                   وحدة القيمة إن لم تُكتب معها""",
        "counts": """the noun that the number counts, which then agrees with it
                     المعدود، وتتبع صيغته العدد""",
        "said": """its sources: an id of sources.yaml, several, or what each says
                   مصادرها: معرّف من sources.yaml، أو عدة معرّفات، أو ما يقوله كل منها""",
        "follows": """the source whose reading is printed where as many others read otherwise
                      المصدر الذي تُطبع قراءته إن خالفه من المصادر مثل عدده""",
        "note": """why that is printed which is, where sources disagree; it is printed too
                   سبب اختيار المطبوع حين تختلف المصادر، ويُطبع السبب أيضاً""",
        "doubt": """what is doubtful in it; its text must then say who says so
                    موضع الشك فيها، وعندئذ يجب أن يذكر النص قائلها""",
    },
    "SaidRecord": {
        "where": ("where in the source it stands", "موضعها في المصدر"),
        "says": """the source's own reading, typed from the source
                   قراءة المصدر نفسه، تُكتب نقلاً عنه""",
    },
    "TermRecord": {
        "post": ("the post", "المنصب"),
        "from": ("the fact that dates its beginning", "الواقعة التي تؤرخ بدايته"),
        "to": ("the fact that dates its end", "الواقعة التي تؤرخ نهايته"),
    },
    "PersonRecord": {
        "name": ("the name that is printed", "الاسم الذي يُطبع"),
        "latin": ("the name in Latin letters", "الاسم بالحروف اللاتينية"),
        "variants": VARIANTS,
        "role": ("what this person was", "صفته"),
        "about": ("a sentence on this person", "جملة عنه"),
        "image": ("a picture of this person", "صورة هذا الشخص"),
        "terms": ("terms of office", "مدد توليه المناصب"),
        "facts": FACTS,
    },
    "ActorRecord": {
        "name": ("the name that is printed", "الاسم الذي يُطبع"),
        "short": ("a shorter name, where there is little room", "اسم أقصر حيث يضيق الموضع"),
        "about": ("a sentence on the actor", "جملة عن الجهة"),
        "variants": VARIANTS,
        "colour": """its colour in brief and poster, as '#8a1c1c'; one of ours unless typed
                     لونها في الموجز والملصق، مثل '#8a1c1c'، وإلا فلون من ألواننا""",
        "icon": """a letter, or an SVG file of one path; the first letter of the name unless typed
                   حرف، أو ملف SVG من مسار واحد، وإلا فأول حرف من الاسم""",
        "side": """on which side of the poster's axis its events stand: above or below
                   جهة أحداثها من محور الملصق: above فوقه أو below تحته""",
    },
    "Kinds": {
        "events": ("kinds of events, by their ids", "أنواع الأحداث، بمعرّفاتها"),
        "sources": ("kinds of sources, by their ids", "أنواع المصادر، بمعرّفاتها"),
    },
    "KindRecord": {
        "name": ("the name that is printed", "الاسم الذي يُطبع"),
        "after": """the kind that must come before it in a year, of the event that it names under see
                    النوع الذي يجب أن يسبقه في السنة، لحدث مذكور تحت see""",
    },
    "State": {
        "name": ("the name that is printed", "الاسم الذي يُطبع"),
        "variants": VARIANTS,
    },
    "SourceRecord": {
        "title": ("its title, or what it is", "عنوانه أو وصفه"),
        "original": ("its title in its own language", "عنوانه بلغته"),
        "language": ("its language, as en or ar", "لغته، مثل en أو ar"),
        "kind": """what it is: an id under sources of kinds.yaml
                   نوعه: معرّف تحت sources في kinds.yaml""",
        "by": ("who wrote or published it", "من كتبه أو نشره"),
        "date": ("when it appeared", "تاريخ صدوره"),
        "symbol": ("the mark of the document", "رمز الوثيقة"),
        "address": ("where it can be read", "عنوانه على الشبكة"),
    },
    "GlossaryTerm": {
        "term": ("the term as it is used here", "المصطلح كما يُستعمل هنا"),
        "latin": ("the term in Latin letters", "المصطلح بالحروف اللاتينية"),
        "definition": ("what it means", "معناه"),
        "variants": VARIANTS,
    },
    "Omitted": {
        "about": ("the statement that is left out", "القول المتروك"),
        "reason": ("why", "سبب تركه"),
        "said": ("the sources that make it", "المصادر التي تقوله"),
    },
}
