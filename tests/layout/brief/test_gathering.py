"""gathering: short chapters and parts run on, long ones are set apart, in whatever order."""

from press.layout.brief.breaks import gathered
from press.layout.brief.sheet import BriefSheet


def test_what_is_short_runs_on_and_what_is_long_is_set_apart():
    assert gathered([3, 4, 5], 12) == (True, False, False)
    assert gathered([3, 4, 6], 12) == (True, False, True)
    assert gathered([30, 1, 1], 12) == (True, True, False)
    assert gathered([], 12) == ()


def begun(sheet: BriefSheet) -> list[str]:
    return [c.id for c in sheet.chapters if c.begins] + sorted(sheet.parted)


def test_the_chapters_of_the_first_publication_stand_in_one_gathering_and_its_notes_in_another(run):
    sheet = run.brief_sheet
    assert begun(sheet) == [sheet.chapters[0].id, "notes"]
