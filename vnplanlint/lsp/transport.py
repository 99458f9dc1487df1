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
    """A binary stream as the library reads it: of a header the one line that counts, an empty one, the body."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._following = b""

    def readline(self) -> bytes:
        """The length of the next message, and then the empty line; nothing at the end of the stream."""
        following, self._following = self._following, b""
        if following:
            return following
        length = 0
        while line := self._stream.readline(_LINE):
            found = _LENGTH.search(line)
            if found is not None:
                length = int(found[1]) if int(found[1]) <= _LONGEST else 0
            elif length and not line.strip():
                self._following = b"\r\n"
                return b"Content-Length: %d\r\n" % length
        return b""

    def read(self, size: int) -> bytes:
        """The body of a message."""
        return self._stream.read(size)
