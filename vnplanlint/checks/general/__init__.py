"""Checks that know no rule: a card says in its table ``[given]`` what they look for.

Each is a function ``check(document, given) -> Iterator[Hit]``; the values of its messages
are ``{text}`` (what stands there) and ``{right}`` (what should), and its one fix is named
``replace``.
"""
