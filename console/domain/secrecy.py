"""Finds a degree of secrecy written as a marking: classified content has no place in the console (domain.md §5.5).

The degrees are *Tuyệt mật, Tối mật, Mật* (Luật Bảo vệ bí mật nhà nước). The syllable «mật» stands in many harmless words (bảo mật,
mật khẩu, mật độ, bí mật), and without its marks «toi mat» is far more often «tôi mất» than a degree: what may be either counts only
where it stands as a stamp does, alone on its line or in brackets, or behind words such as «độ mật».
"""

import re

from console.domain.text import nfc

_MOST_CHARS = 20_000
_ALONE = r"(?:^|(?<=[\n(\[«“\"]))[ \t]*(?:{words})[ \t]*(?=$|[\n)\]»”\".:])"
# Blanks are matched in one way only: in two, a long run of them would be tried in every split.
_BETWEEN = r"[ \t]*(?::[ \t]*)?[«“\"(]?"
_AFTER = (
    r"(?:(?<!\w)(?:độ mật|mức độ mật|đóng dấu|dấu chỉ độ mật|tài liệu|văn bản|công văn|điện|do mat|dong dau)"
    + _BETWEEN
    + ")"
)
_NOT_AS_WORD = r"(?!\w|\s+(?:khẩu|độ|mã|vụ|thám|danh|thư|ong|mía|thiết|báo|ngọt)(?!\w))"
_CAPITALS = "A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ"

_HIGH = re.compile(r"(?<!\w)(?:tuyệt|tối)\s+mật" + _NOT_AS_WORD, re.IGNORECASE)
_LOW = re.compile(_AFTER + r"mật" + _NOT_AS_WORD, re.IGNORECASE)
# «văn bản MẬT số 12»: in capitals among words that are not; «BẢO MẬT» and a text in capitals throughout are no stamp.
_STAMPED = re.compile(
    rf"(?<![\w])(?<![{_CAPITALS}]\s)MẬT(?!\w)(?!\s+[{_CAPITALS}]{{2,}}(?![a-zà-ỹ]))(?!\s+(?:khẩu|độ|mã|ong)(?!\w))"
)
_STANDS_ALONE = re.compile(_ALONE.format(words="tuyet mat|toi mat|mật"), re.IGNORECASE | re.MULTILINE)
_BARE_MAT = re.compile(_ALONE.format(words="MAT"), re.MULTILINE)
_AFTER_BARE = re.compile(
    r"(?<!\w)(?:độ mật|đóng dấu|do mat|dong dau)" + _BETWEEN + r"(?:tuyet mat|toi mat)(?!\w)",
    re.IGNORECASE,
)
_ALL = (_HIGH, _LOW, _STAMPED, _STANDS_ALONE, _BARE_MAT, _AFTER_BARE)


def marking_in(text: str) -> str:
    """Return the degree of secrecy that is written in a text as a marking, spelled as the law has it, or "".

    Args:
        text: what an officer writes; only its first 20,000 characters are looked at.

    """
    text = nfc(text[:_MOST_CHARS])
    found = ""
    for pattern in _ALL:
        for match in pattern.finditer(text):
            degree = _degree(match.group())
            if degree != "Mật":
                return degree
            found = degree
    return found


def _degree(words: str) -> str:
    low = words.lower()
    if "tuyệt" in low or "tuyet" in low:
        return "Tuyệt mật"
    return "Tối mật" if "tối" in low or "toi mat" in low else "Mật"
