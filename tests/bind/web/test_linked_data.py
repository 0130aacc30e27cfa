"""linked_data: schema.org's Events with the status and the sources of each fact."""

import json
from typing import Any

import pytest

from press.bind.web.linked_data import iso_dates, linked_data
from press.language.dates import Date
from tests.support.site import english


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    page = english()
    held: dict[str, Any] = json.loads(linked_data(page.sheet, page.edition))
    return held


def test_every_event_is_one_in_the_order_of_time(told):
    assert {one["@type"] for one in told["hasPart"]} == {"Event"}
    assert [one["identifier"] for one in told["hasPart"]][:2] == ["warning", "crest"]
    crest = told["hasPart"][1]
    assert crest["name"] == "The December crest"
    assert crest["startDate"] == crest["edtf"] == "2018-12-22"
    assert crest["@id"] == "index.html#event-crest"


def test_a_fact_is_a_claim_with_its_value_its_status_and_its_sources(told):
    claims = {one["identifier"]: one for one in told["hasPart"][1]["subjectOf"]}
    stage = claims["crest-stage"]
    assert stage["@type"] == "Claim"
    assert (stage["text"].split(), stage["status"]) == (["12.4", "m"], "resolved")
    assert [source["identifier"] for source in stage["citation"]] == ["yearbook", "bulletin"]
    assert claims["crest-bridges"]["status"] == "single"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2006-08-31", {"startDate": "2006-08-31"}), ("1514", {"startDate": "1514"}),
        ("2011-01/2011-03", {"startDate": "2011-01", "endDate": "2011-03"}),
        ("1991/..", {"startDate": "1991"}), ("../1500", {"endDate": "1500"}), ("1514~", {}),
        ("185X", {}), ("-0043", {}), ("1500~/1550", {}), (["2009-07-23", "2009-07-28"], {}),
    ],
)  # fmt: skip
def test_a_date_is_given_where_iso_8601_says_as_much(typed, said):
    assert dict(iso_dates(Date.parse(typed))) == said
