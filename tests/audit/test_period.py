import pytest

from tests.support.small import complaints, project


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("[2005, 2012]", []), ("[2006, 2008]", []), ("[2012, 2005]", ["wrong-period turned"]),
        ("[0001, 9999]", ["wrong-period wide"]), ("[1990, 1995]", ["wrong-period empty"]),
        ("[2007, 2012]", ["outside-period", "outside-period"]),
    ],
)  # fmt: skip
def test_a_period_runs_forward_about_its_events(tmp_path, period, told):
    made = project(tmp_path, {"poster.yaml": ("period: [2005, 2012]", f"period: {period}")})
    found = [one for one in complaints(made) if "period" in one.code]
    worst = [one for one in found if one.severity == "error"] or found
    assert [f"{o.code.removeprefix('audit/')} {o.case}".strip() for o in worst] == told


def test_an_event_left_out_on_purpose_is_not_advised_against(tmp_path):
    changed = "period: [2007, 2012]\nomit: [resolution-1674, resolution-1706]"
    made = project(tmp_path, {"poster.yaml": ("period: [2005, 2012]", changed)})
    assert complaints(made) == ()


@pytest.mark.parametrize(
    ("typed", "signs"),
    [
        ("كلام **ثقيل** هنا", "**ثقيل**"),
        ("كلام _مائل_ هنا", "_مائل_"),
        ("كلام *مائل* هنا", "*مائل*"),
        ("# عنوان داخلي", "#"),
        ("* بند أول", "*"),
        ("كلام <b>ثقيل</b>", "<b>"),
        ("كلام<br/>هنا", "<br/>"),
        ("كلام&nbsp;هنا", "&nbsp;"),
        ("كلام `رمز` هنا", "`رمز`"),
        ("ملف my_file_name.csv هنا", None),
        ("العدد 5 * 3 والباقي", None),
        ("AT&T وشركة Q&A؛ ثم", None),
    ],
)
def test_signs_of_other_tools_are_advised_against(tmp_path, typed, signs):
    lead = "عيّن الأمين العام مستشاراً خاصاً معنياً بالمسؤولية عن الحماية."
    found = complaints(project(tmp_path, {"brief.yaml": (lead, typed)}))
    told = [one.values["signs"] for one in found if one.code == "audit/markup"]
    assert told == ([signs] if signs else [])
