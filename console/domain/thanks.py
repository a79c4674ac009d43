"""Tell mere thanks from content, for the reopen rule (features.md C-14).

"Cảm ơn" within a day of closing does not reopen a case; anything with content does. When in doubt it
is content: reopening once too often costs a glance, the opposite loses a message.
"""

import re
from collections.abc import Mapping

from console.domain.jsonread import Node
from console.domain.phrases import split_words

_MAX_LENGTH = 160
_MEANINGFUL = re.compile(r"[0-9?]|https?:|www\.")
# Signs, emoji and marks around the words; anything else unknown is content.
_WORDLESS = re.compile(r"[^\W_]")


class ThanksRule:
    """The rule compiled from `thanks.json`."""

    def __init__(self, file: Node, shorthand: Mapping[str, tuple[str, ...]]) -> None:
        """Compile.

        Raises:
            CatalogError: the file is malformed.

        """
        self._core = frozenset(file.get("core").texts())
        self._known = self._core | frozenset(file.get("filler").texts())
        self._longest = max(len(phrase.split()) for phrase in self._known)
        self._shorthand = shorthand

    def is_mere_thanks(self, text: str) -> bool:
        """Tell whether the text only thanks or acknowledges; an empty text (a sticker) does."""
        if len(text) > _MAX_LENGTH or _MEANINGFUL.search(text):
            return False
        if not _WORDLESS.search(text):
            return True
        words = [word for word in split_words([text], self._shorthand).folded if word]
        position, core = 0, False
        while position < len(words):
            for length in range(min(self._longest, len(words) - position), 0, -1):
                phrase = " ".join(words[position : position + length])
                if phrase in self._known:
                    core = core or phrase in self._core
                    position += length
                    break
            else:
                return False
        return core
