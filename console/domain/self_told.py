"""Where somebody says in his own words who he is: «tôi là Nông Văn A, số của em 0912…» (domain.md §5.2, threats T01).

Zalo tells a display name and seldom a phone number; most informants who can be recognised tell it themselves. What they tell
of somebody else stays: the name and the number of whom they accuse are what the matter is about. In doubt a name that begins
with a family name or is written in capitals is covered, a number only where the words before it say whose it is.
"""

import re

from console.domain.text import fold_map

_I = r"(?:toi|tui|em|e|chau|con|minh|mk|anh|chi|co|chu|bac)"
_ME = r"(?:toi|tui|em|e|chau|con|minh|mk)"
_PHONE = r"(?:\+?84|0)(?:[ .\-/]{0,2}\d){8,10}(?!\d)"
_PAPER = r"\d(?:[ .]?\d){8,11}(?!\d)"
_MINE = r"(?:chong|vo|bo|me|cha|con|ban|xom|sep|thay|chau|nha)"
"""Before «em là …» these make it somebody else: «chồng em là Nông Văn B» names whom the matter is about."""
_SAYS = re.compile(
    rf"(?<!\w){_ME}\s+(?:xin\s+)?(?:(?P<named>(?:la\s+)?ten(?:\s+day\s+du)?(?:\s+la)?\s*:?)|la)\s+"
    rf"|(?<!\w)ten\s+(?:cua\s+)?{_ME}\s+(?P<mine>(?:la\s+)?:?\s*)"
)
_SOMEBODYS = re.compile(rf"(?<!\w){_MINE}\s+\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(
    rf"(?<!\w)(?:so|sdt|dt|dien\s+thoai|phone|zalo|lien\s+(?:he|lac)|goi\s+(?:lai|theo|qua))[^\d.!?\n]{{0,40}}?(?P<phone>{_PHONE})"
    rf"|(?<!\w)(?:cccd|cmnd|can\s+cuoc|dinh\s+danh)[^\d.!?\n]{{0,40}}?(?P<paper>{_PAPER})"
)
_OWN = re.compile(
    rf"(?<!\w)(?:cua\s+{_I}|(?:so|sdt|dt|thoai|zalo|cccd|cmnd|cuoc|danh)\s+{_ME}|(?:he|lac|lai|theo)\s+(?:\w+\s+){{0,2}}?{_ME}|goi\s+lai)(?!\w)"
)
_AFTER = re.compile(
    rf"[\s,;:()\-]*(?:(?:va|so|sdt|dt|la|dien|thoai|phone|zalo|cua|{_ME})[\s,;:()\-]*){{0,5}}(?P<phone>{_PHONE})"
)
_MINE_AFTER = re.compile(
    rf"(?<!\w)(?P<phone>{_PHONE})\s*(?:,\s*)?(?:la\s+so|cua)\s+(?:\w+\s+){{0,2}}?{_ME}(?!\w)"
)
_CALL_ME = re.compile(
    rf"(?:(?<![^\s.,;:!?()])(?:lh|lien\s+he|alo)"
    rf"|(?:^|[.,;:!?\n]|(?<!\w)(?:xin|nho|mong|vui\s+long|hay|thi|co\s+gi|can\s+gi))[^\S\n]{{0,8}}(?:goi|nhan(?:\s+tin)?)(?:\s+(?:lai\s+)?cho)?)"
    rf"\s+{_ME}(?:\s*(?:theo|qua|so|sdt|dt|dien\s+thoai|may|nay|la|:))*\s*(?P<phone>{_PHONE})"
)
_PLATE = r"\d{2}[ .\-]{0,2}[a-z][a-z\d]?[ .\-]{0,2}(?:\d{3}[ .]?\d{2}|\d{4})(?![\w])"
_OF_VEHICLE = r"(?:\s*(?:may|oto|o\s+to|dap\s+dien|dien|hon\s*da|wave|vision|dream|sirius|sh|mau\s+\w+|mang|deo|bien|bks|bsx|kiem\s+soat|so|la|:|,)){0,6}"
_PLATES = re.compile(
    rf"(?<!\w)xe{_OF_VEHICLE}\s+(?:cua\s+)?{_ME}{_OF_VEHICLE}\s*(?P<plate>{_PLATE})"
    rf"|(?<!\w){_ME}\s+(?:dang\s+)?(?:di|chay|lai)\s+(?:con\s+|chiec\s+)?xe{_OF_VEHICLE}\s*(?P<driven>{_PLATE})"
    rf"|(?<!\w)(?P<said>{_PLATE})\s*(?:,\s*)?(?:la\s+)?(?:xe\s+)?cua\s+{_ME}(?!\w)"
)
"""The plate of one's own vehicle; of whom one tells about the plate is what the matter is about, and stays."""
_LABEL = re.compile(
    rf"(?:^|[.;,!?\n])[^\S\n]{{0,8}}(?:(?P<form>ho\s+(?:va\s+)?ten)(?:\s+(?:{_ME}|cua\s+{_ME}))?"
    r"|(?:ho\s+(?:va\s+)?ten\s+)?nguoi\s+(?:bao(?:\s+tin)?|to\s+giac|to\s+cao|khieu\s+nai|gui(?:\s+don)?|viet(?:\s+don)?|lam\s+don|phan\s+anh)"
    rf"|ky\s+ten|{_ME}(?=\s*,))\s*[:,]\s*"
)
"""What stands before a name in a form or at the head of a written complaint: «Họ tên: …», «Người báo tin: …», «Tôi, …»."""
_FAR = re.compile(
    rf"[^.!?\n]{{0,60}}?(?<!\w)(?:(?:sdt|so|dt|phone|zalo|lh|thoai|he|lac)\s*(?:{_ME}\s*)?(?:la\s*)?:?\s*(?P<phone>{_PHONE})"
    rf"|(?:cccd|cmnd|cuoc|danh)\s*(?:so\s*)?(?:la\s*)?:?\s*(?P<paper>{_PAPER}))"
)
"""A number told a little after one's own name."""
_OTHERS = re.compile(
    r"(?<!\w)(?:doi\s+tuong|no|han|ke|thang|bon|ong|ba|anh|chi|chu|bac|hang\s+xom|chong|vo|ban|can\s+bo|nguoi|hung\s+thu|tai\s+khoan|lua\s+dao|chu\s+quan)(?!\w)"
)
"""Who of them is named before a number or a label, is whose it is."""
_SIGNED = re.compile(
    r"(?:cam\s+on|tran\s+trong|kinh\s+(?:don|thu|bao|mong)|nguoi\s+(?:viet|bao|gui|lam|to\s+giac)[^\n]{0,40})[^\n\w]{0,40}\n\s{0,40}(?P<name>[^\n]{1,60}?)\s{0,40}\Z"
)
_BEFORE_LABEL = 60
_MOST_WORDS = 5
_LEAST_WORDS = 2
FAMILY = frozenset(
    _WORD.findall(
        """
        nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nong be luc mong dinh
        trieu hua dam chu sam ma vi luong lo ha to trinh doan quan linh la giang thao sung vang lau
        ban phung tan hau trang chao truong cao dao lam mai luu thach dang than bach lang khuat kieu
        ta tong vuong
        """
    )
)
"""How families are called in Cao Bằng, folded; for names written without capitals."""
NO_NAME = frozenset(
    _WORD.findall(
        """
        o tai so sdt dt thay bao nha va xin muon co dang nguoi cong can bo dan chu hang xom cua vo
        chong me em chau mong nay day khong biet vua moi bi duoc den toi voi nhung ma vi neu da se
        dien thoai trong
        """
    )
)


def told_of_self(text: str) -> list[tuple[int, int]]:
    """Return where (start, end) a text tells name and numbers of who wrote it; spans may overlap."""
    folded, index = fold_map(text)
    found: list[tuple[int, int]] = []
    for match in _SAYS.finditer(folded):
        if _SOMEBODYS.search(folded, max(0, match.start() - 10), match.start()):
            continue
        sure = match.group("named") is not None or match.group("mine") is not None
        name = _name(text, folded, index, match.end(), sure=sure)
        after = _AFTER.match(folded, name[1] if name else _one_word(folded, match.end()))
        if name is None and after is not None and _one_word(folded, match.end()) > match.end():
            name = (match.end(), _one_word(folded, match.end()))
        if name is not None:
            found.append(name)
            if after is not None:
                found.append(after.span("phone"))
            found += _numbers_after(folded, name[1])
    found += _labelled(text, folded, index)
    found += [match.span("phone") for match in _CALL_ME.finditer(folded)]
    for match in _NUMBER.finditer(folded):
        kind = "phone" if match.group("phone") else "paper"
        if _OWN.search(folded, match.start(), match.start(kind)):
            found.append(match.span(kind))
    found += [match.span("phone") for match in _MINE_AFTER.finditer(folded)]
    found += [match.span(match.lastgroup or 0) for match in _PLATES.finditer(folded)]
    return [(index[start], max(index[end], index[end - 1] + 1)) for start, end in found]


def _labelled(text: str, folded: str, index: list[int]) -> list[tuple[int, int]]:
    """Return where a form or a letter names who wrote it, with the numbers beside the name."""
    found: list[tuple[int, int]] = []
    for match in _LABEL.finditer(folded):
        of_anybody = match.group("form") is not None
        if of_anybody and _OTHERS.search(folded, max(0, match.start() - _BEFORE_LABEL), match.start()):
            continue
        name = _name(text, folded, index, match.end(), sure=False)
        if name is not None:
            after = _AFTER.match(folded, name[1])
            found += [name, *([after.span("phone")] if after else []), *_numbers_after(folded, name[1])]
    signed = _SIGNED.search(folded)
    if signed is not None:
        name = _name(text, folded, index, signed.start("name"), sure=False)
        if name is not None and name[1] == signed.end("name"):
            found.append(name)
    return found


def _numbers_after(folded: str, at: int) -> list[tuple[int, int]]:
    """Return where numbers stand that follow one's own name, with nobody else named in between."""
    found: list[tuple[int, int]] = []
    while (match := _FAR.match(folded, at)) is not None:
        kind = "phone" if match.group("phone") else "paper"
        if _OTHERS.search(folded, at, match.start(kind)):
            break
        found.append(match.span(kind))
        at = match.end()
    return found


def _one_word(folded: str, at: int) -> int:
    word = _WORD.match(folded, at)
    return at if word is None or word.group() in NO_NAME else word.end()


def _name(text: str, folded: str, index: list[int], at: int, *, sure: bool) -> tuple[int, int] | None:
    """Return where a name stands in the folded text from ``at`` on, ``None`` where none does."""
    words: list[re.Match[str]] = []
    place = at
    while len(words) < _MOST_WORDS and (word := _WORD.match(folded, place)) is not None:
        words.append(word)
        place = word.end()
        while place < len(folded) and folded[place] in " \t":
            place += 1
    # In a text that is all capitals they say nothing.
    told = text != text.upper()
    capital = [told and text[index[word.start()]].isupper() for word in words]
    upto = 0
    if capital and capital[0]:
        while upto < len(words) and capital[upto]:
            upto += 1
    elif words and words[0].group() in FAMILY:
        upto = 1
        while upto < len(words) and words[upto].group() not in NO_NAME:
            upto += 1
    if upto < (1 if sure else _LEAST_WORDS):
        return None
    return words[0].start(), words[upto - 1].end()
