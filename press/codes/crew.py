"""Complaints of crew: a process that was lost, a machine that is not as this one."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "crew/lost-process": Row(
        rule="""the processes that typeset live to the end of the build
                لا تنقطع عملية من عمليات التنضيد""",
        fault="""a process that typeset was ended from outside, or ran out of memory
                 عملية من عمليات التنضيد أُنهيت من خارجها، أو نفدت ذاكرتها""",
        hint="""close other programs or build with --jobs 1, which needs least memory; build again: nothing was replaced, and what was finished is kept
                أغلق برامج أخرى، أو ابنِ بالخيار `--jobs 1` فهو أقل حاجة إلى الذاكرة، ثم أعد البناء: لم يُستبدل شيء، وما تمّ محفوظ""",
    ),
    "crew/lost-worker": Row(
        rule="""the workers of a cluster live to the end of the build
                لا ينقطع عامل من عمال العنقود قبل أن ينتهي البناء""",
        fault="""the workers that had this to do ended, or no longer answer
                 العمال الذين كُلّفوا بهذا العمل انقطعوا أو لم يعودوا يجيبون""",
        hint="""look at what they printed last, and build again: nothing was replaced, and what was finished is kept
                انظر في آخر ما طبعوه، ثم أعد البناء: لم يُستبدل شيء، وما تمّ محفوظ""",
    ),
    "crew/no-workers": Row(
        rule="""a cluster has workers that can be used
                في العنقود عمال يصلحون للعمل""",
        fault="""the cluster has no workers that can be used
                 ليس في العنقود عامل يصلح للعمل""",
        hint="""start them as `dask worker {address} --nthreads 1`
                شغّلهم هكذا: `dask worker {address} --nthreads 1`""",
    ),
    "crew/silent-worker": Row(
        rule="""a worker answers
                كل عامل يجيب""",
        fault="""this worker does not answer; it is left out
                 هذا العامل لا يجيب، فلم يُكلَّف بشيء""",
        hint="""look at what it printed last, and start it again
                انظر في آخر ما طبعه، ثم شغّله من جديد""",
    ),
    "crew/no-engine": Row(
        rule="""scheduler and workers find Warraq
                المنسق والعمال يجدون ورّاق""",
        fault="""this one does not find Warraq, here in {folder}
                 لم يجد هذا برنامج ورّاق، وهو هنا في {folder}""",
        hint="""have its folder at the same path there, and `pip install '.[cluster]'` in it
                ضع مجلده هناك في المسار نفسه، ونفّذ فيه `pip install '.[cluster]'`""",
    ),
    "crew/unseen-folder": Row(
        rule="""a worker sees the folders of the publications
                كل عامل يرى مجلدات المنشورات""",
        fault="""this worker does not see {folder} as it is here; it is left out
                 هذا العامل لا يرى {folder} كما هو هنا، فلم يُكلَّف بشيء""",
        hint="""put it on a disk that all machines share, at the same path
                ضعه على قرص تشترك فيه الأجهزة كلها، في المسار نفسه""",
    ),
    "crew/other-machine": Row(
        rule="""all machines have the same engine, libraries and fonts, so that they print the same
                في الأجهزة كلها المحرك نفسه والمكتبات والخطوط نفسها، فتطبع الشيء نفسه""",
        fault={
            "engine": """this worker has another version of Warraq; it is left out
                         لدى هذا العامل إصدار آخر من ورّاق، فلم يُكلَّف بشيء""",
            "libraries": """this worker has {theirs}, not {ours}; it is left out
                            لدى هذا العامل {theirs} لا {ours}، فلم يُكلَّف بشيء""",
            "fonts": """this worker has other fonts; it is left out
                        لدى هذا العامل خطوط أخرى، فلم يُكلَّف بشيء""",
        },
        hint="""install there what is installed here: `make` in the same version of Warraq does so
                ثبّت هناك ما هو مثبت هنا: يكفي `make` في الإصدار نفسه من ورّاق""",
    ),
}
