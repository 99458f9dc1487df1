"""Reading the stream of messages, whatever stands between them.

The library takes a header only at the start of a line.  A body that is longer than its
header says, or noise of another program, would make it deaf for ever: the messages that
follow have no line of their own.
"""

from __future__ import annotations

import io
import re

_LENGTH = re.compile(rb"Content-Length: *(\d{1,9})\r?\n\Z", re.IGNORECASE)
_LONGEST = 256_000_000
"""No message is longer; what says so is noise."""
_LINE = 1_000_000


class Messages:
    """A binary stream as the library reads it: header lines in one form, then the body."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """The next line; one that ends in a header is that header alone."""
        line = self._stream.readline(_LINE)
        length = _LENGTH.search(line)
        if length is None:
            return b"\r\n" if line in (b"\r\n", b"\n") else line
        return b"Content-Length: %d\r\n" % int(length[1]) if 0 < int(length[1]) <= _LONGEST else b"\n-"

    def read(self, size: int) -> bytes:
        """The body of a message."""
        return self._stream.read(size)
