"""Imported first by the process that others are copied of: who is begun as all ends is silent.

A build that is interrupted takes away what its processes share. One that is just being begun finds
it gone, which is no fault that anybody should read of.
"""

import os
import sys
from types import TracebackType

_SERVER = os.getpid()
_tell = sys.excepthook


def _tell_while_it_matters(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell of an error unless it is a copy's whose server has ended."""
    if os.getpid() == _SERVER or os.getppid() == _SERVER:
        _tell(kind, error, trace)


sys.excepthook = _tell_while_it_matters
