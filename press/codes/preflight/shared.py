"""Wordings that many complaints of preflight share."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.row import Both, Forms, Row

# Where the fault is ours: nothing that an editor types can mend it.
OURS: Both = """build it again with --force; if it stays, it is a fault of the program: report it with this line
                أعد البناء بالخيار `--force`، فإن بقي فهو خلل في البرنامج، فأبلغ عنه بهذا السطر"""
# Where a template or a style sheet of the publication may be at fault.
TEMPLATE: Both = """if you have templates or styles of your own, compare them with ours; else it is a fault of the program: report it with this line
                    إن كانت لك قوالب أو أنماط خاصة بك فقارنها بقوالبنا وأنماطنا، وإلا فهو خلل في البرنامج، فأبلغ عنه بهذا السطر"""
# A rule on the file as it is written met something of another kind than a PDF has there.
FOREIGN: Both = """7.3: the file holds what no PDF has there: “{said}”
                   7.3: في الملف ما لا يكون في ملف `PDF`: «{said}»"""


def written(*, rule: Both, fault: Forms, hint: Forms) -> Row:
    """The row of a rule on the file as it is written, which may meet what no PDF has there."""
    faults = fault if isinstance(fault, Mapping) else {"": fault}
    return Row(rule=rule, fault={**faults, "foreign": FOREIGN}, hint=hint)
