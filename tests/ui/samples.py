"""A morning's queue, as in the design pictures, and a source that serves it from memory."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from console.cache.views import (
    Counts,
    Group,
    Health,
    Place,
    QueueFilter,
    QueueRow,
    View,
)
from console.domain.message import MessageType
from console.ui.common.names import Names

VIETNAM = timezone(timedelta(hours=7))
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def at(hour, minute, day=14, second=0):
    return int(datetime(2026, 3, day, hour, minute, second, tzinfo=VIETNAM).timestamp() * 1000)


NOW = at(14, 39, second=45)

EMPTY = QueueRow(
    case_id="", number="", pseudonym="", category="", suggested_category="", priority="", suggested_priority="",
    unit="", tags=(), snippet="", snippet_type=MessageType.TEXT, last_at=0, unread=0, owner="", owner_name="",
    lease_until=0, started_at=0, soon_at=0, due_at=0, clock_label="", window_until=0, free_left=-1, answered=False,
    open=True, transfer_to="", transfer_state=None, snooze_until=0, has_draft=False, unknown_replies=0, media_failed=0,
)  # fmt: skip


def due(left_ms, share, soon=True):
    """Clock fields of a row whose deadline is ``left_ms`` away with ``share`` of its span gone."""
    span = abs(left_ms) / (1 - share) if share < 1 else 4 * HOUR
    return {
        "due_at": NOW + left_ms,
        "started_at": int(NOW + left_ms - span),
        "soon_at": NOW - 1 if soon else NOW + HOUR,
    }


ME = {"owner": "hanh", "owner_name": "Nông Thị Hạnh"}
TUAN = {"owner": "tuan", "owner_name": "Mông Văn Tuấn"}

ROWS = [
    (Group.URGENT, replace(EMPTY, case_id="c82", number="CB26-01482", pseudonym="Công dân 4F7K", category="TO_GIAC",
        priority="P1", unit="CATP", tags=("gay-roi", "co-anh", "co-vi-tri"), last_at=at(14, 38), unread=1,
        snippet="Bọn họ vừa chạy về hướng cầu Bằng Giang, 2 xe máy, biển số 11B1-xxx.27",
        **ME, **due(8 * MINUTE + 1000, 0.5))),
    (Group.LATE, replace(EMPTY, case_id="c71", number="CB26-01471", pseudonym="Công dân B81T", category="TO_GIAC",
        priority="P2", unit="PC02", tags=("lua-dao", "co-anh"), last_at=at(13, 5),
        snippet="Tài khoản mạo danh cán bộ Công an gọi video yêu cầu cài VNeID giả",
        window_until=NOW + 3 * HOUR + 1000, **due(-25 * MINUTE, 1))),
    (Group.LATE, replace(EMPTY, case_id="c66", number="CB26-01466", pseudonym="Công dân 9QX2", category="PAKN",
        priority="P2", unit="PC08", tags=("atgt", "co-anh"), last_at=at(12, 10),
        snippet="Xe tải chở quá tải chạy ban đêm qua xã Hưng Đạo, mong các anh xử lý",
        window_until=NOW + 21 * HOUR + 1000, **TUAN, **due(-72 * MINUTE, 1))),
    (Group.SOON, replace(EMPTY, case_id="c80", number="CB26-01480", pseudonym="Công dân M3CE", category="TO_GIAC",
        priority="P2", unit="PC04", tags=("ma-tuy",), last_at=at(14, 21), unread=1,
        snippet="Nghi có điểm tụ tập sử dụng ma túy ở nhà trọ tổ 5, tối nào cũng đông",
        **due(42 * MINUTE + 1000, 0.7))),
    (Group.SOON, replace(EMPTY, case_id="c81", number="CB26-01481", pseudonym="Công dân 7ZD0", last_at=at(14, 26),
        unread=1, snippet="Cho em hỏi cái này báo ở đâu ạ", snippet_type=MessageType.PHOTO,
        **due(55 * MINUTE + 1000, 0.5))),
    (Group.TODAY, replace(EMPTY, case_id="c79", number="CB26-01479", pseudonym="Công dân K52W", category="TTHC",
        priority="P3", unit="PC06", tags=("can-cuoc",), last_at=at(14, 2), unread=1,
        snippet="Cháu nhà tôi 14 tuổi làm căn cước lần đầu cần mang giấy tờ gì",
        **due(3 * HOUR + 1000, 0.25, soon=False))),
    (Group.TODAY, replace(EMPTY, case_id="c77", number="CB26-01477", pseudonym="Công dân R0HN", category="PAKN",
        priority="P3", unit="HOAAN", tags=("tieng-on",), last_at=at(13, 40), **ME,
        snippet="Quán karaoke cạnh nhà mở loa lớn sau 23 giờ, ảnh hưởng các cháu",
        **due(5 * HOUR + 1000, 0.25, soon=False))),
    (Group.TODAY, replace(EMPTY, case_id="c59", number="CB26-01459", pseudonym="Công dân 2LVE", category="TTHC",
        priority="P3", unit="PC08", tags=("dang-ky-xe",), last_at=at(11, 18), **ME, snooze_until=NOW + DAY,
        snippet="Dạ em gửi bổ sung ảnh giấy khai sinh sau ạ, chiều em về lấy",
        window_until=NOW + 12 * HOUR + 1000)),
    (Group.TODAY, replace(EMPTY, case_id="c75", number="CB26-01475", pseudonym="Công dân W6TB", category="KHAO_SAT",
        priority="P3", unit="PC06", tags=("hai-long",), last_at=at(13, 22), unread=1,
        snippet="★★★★★ Cán bộ hướng dẫn nhiệt tình, làm căn cước nhanh",
        **due(22 * HOUR + 1000, 0.08, soon=False))),
    (Group.TODAY, replace(EMPTY, case_id="c70", number="CB26-01470", pseudonym="Công dân X4UK", suggested_priority="P1",
        suggested_category="TO_GIAC", last_at=at(10, 2), unread=12, has_draft=True, unknown_replies=1,
        snippet="co nhom danh bac o sau cho xanh, dang choi", window_until=NOW - 1)),
    (Group.TODAY, replace(EMPTY, case_id="c68", number="CB26-01468", pseudonym="Công dân P9AA", category="ANTT",
        priority="P2", unit="TRUNGKHANH", tags=("gay-roi",), last_at=at(9, 41),
        snippet="Ngã tư đèn tín hiệu hỏng, giờ tan trường rất nguy hiểm cho học sinh")),
]  # fmt: skip

NAMES = Names(
    categories={"TO_GIAC": "Tố giác, tin báo", "PAKN": "Phản ánh, kiến nghị", "TTHC": "Thủ tục hành chính",
                "KHAO_SAT": "Khảo sát hài lòng", "ANTT": "An ninh trật tự"},
    units={"CATP": "CA TP", "PC02": "PC02", "PC08": "PC08", "PC04": "PC04", "PC06": "PC06", "HOAAN": "Hòa An",
           "TRUNGKHANH": "Trùng Khánh"},
    tags={"gay-roi": "Gây rối", "co-anh": "Có ảnh", "co-vi-tri": "Có vị trí", "lua-dao": "Lừa đảo mạng", "atgt": "ATGT",
          "ma-tuy": "Ma túy", "can-cuoc": "Căn cước", "tieng-on": "Tiếng ồn", "dang-ky-xe": "Đăng ký xe",
          "hai-long": "Hài lòng"},
)  # fmt: skip

UNITS = [("TB", "Trực ban tỉnh"), ("CATP", "CA TP Cao Bằng"), ("HOAAN", "Hòa An"), ("TRUNGKHANH", "Trùng Khánh"),
         ("HAQUANG", "Hà Quảng"), ("PC02", "PC02 Hình sự"), ("PC06", "PC06 QLHC")]  # fmt: skip
TAGS = [("ma-tuy", "Ma túy"), ("lua-dao", "Lừa đảo mạng"), ("atgt", "ATGT"), ("tieng-on", "Tiếng ồn"),
        ("can-cuoc", "Căn cước")]  # fmt: skip

COUNTS = Counts(
    views={View.NEW: 12, View.MINE: 5, View.OVERDUE: 2, View.WAITING: 7, View.TRANSFERRED: 9, View.REVIEW: 4,
           View.DONE: 38, View.ALL_OPEN: 41},
    units={"TB": 6, "CATP": 4, "HOAAN": 2, "TRUNGKHANH": 3, "HAQUANG": 1, "PC02": 2, "PC06": 5},
    tags={"ma-tuy": 2, "lua-dao": 3, "atgt": 6, "tieng-on": 2, "can-cuoc": 5},
    new_urgent=1,
)  # fmt: skip

HEALTH = Health(
    linked_at=at(14, 39, second=42),
    attempted_at=at(14, 39, second=42),
    store_at=at(14, 39, second=44),
    sending=1,
    unknown=1,
    token_state="ACTIVE",
    token_expires_at=NOW + 20 * HOUR,
    refresh_expires_at=NOW + 21 * DAY + HOUR,
)


class ListSource:
    """A ``QueueSource`` over a list; counts what it is asked."""

    def __init__(self, rows=ROWS):
        self.cases = {row.case_id: row for _group, row in rows}
        self.places = {row.case_id: Place(group, n, row.case_id) for n, (group, row) in enumerate(rows)}
        self.asked = []
        self.turns = {}
        """Case → (when, where it stands from then on)."""

    def _shown(self, case_id, wanted):
        row = self.cases[case_id]
        return (not wanted.categories or row.category in wanted.categories) and wanted.unit in ("", row.unit)

    def queue_index(self, wanted: QueueFilter):
        return sorted(place for case_id, place in self.places.items() if self._shown(case_id, wanted))

    def queue_places(self, case_ids, wanted):
        known = [case_id for case_id in case_ids if case_id in self.places]
        return {case_id: self.places[case_id] for case_id in known if self._shown(case_id, wanted)}

    def queue_turn(self, after_ms):
        return min((at for at, _place in self.turns.values() if at > after_ms), default=1 << 60)

    def queue_turned(self, since_ms, until_ms):
        turned = {case_id for case_id, (at, _place) in self.turns.items() if since_ms < at <= until_ms}
        for case_id in turned:
            self.places[case_id] = self.turns[case_id][1]
        return frozenset(turned)

    def queue_rows(self, case_ids):
        self.asked.append(len(case_ids))
        return [self.cases[case_id] for case_id in case_ids if case_id in self.cases]

    def put(self, group, order, row):
        """Add or move a case."""
        self.cases[row.case_id] = row
        self.places[row.case_id] = Place(group, order, row.case_id)

    def drop(self, case_id):
        del self.cases[case_id], self.places[case_id]
