import pytest

from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, Cause, NotSent, Outcome, OutcomeUnknown, ZaloError

CS = "/v3.0/oa/message/cs"
DAY_MS = 86_400_000
PDF = b"%PDF-1.7\n" + b"0" * 100


@pytest.fixture
def citizen(line) -> str:
    return line.write("chào", user="Lan")["user_id"]


@pytest.fixture
def png():
    return b"\x89PNG\r\n\x1a\n" + b"0" * 100


def received(line):
    return line.oa.control("received")["received"]


def test_text_and_its_quota(line, citizen):
    first = line.client.messages.send_text(citizen, "một")
    second = line.client.messages.send_text(citizen, "hai")
    assert (first.quota.quota_type, first.quota.remain, first.quota.total) == ("reply", 7, 8)
    assert second.quota.remain == 6
    assert first.user_id == citizen
    assert abs(first.sent_at_ms - line.oa.state.now()) < 60_000
    quota = line.client.oa.user_quota(citizen)
    assert (quota.reply_remain, quota.reply_total) == (6, 8)
    assert quota.last_interaction_ms


def test_quote(line, citizen):
    original = line.client.chats.list_recent_chat().rows[0].message_id
    assert line.client.messages.send_text(citizen, "dạ", quote_message_id=original).message_id
    with pytest.raises(ApiError) as caught:
        line.client.messages.send_text(citizen, "dạ", quote_message_id="ffffffffffffffffffff")
    assert caught.value.outcome is Outcome.REFUSED


def test_uploads_into_messages(line, citizen, png):
    uploads, messages = line.client.uploads, line.client.messages
    image = uploads.image("ảnh hiện trường.png", png)
    gif = uploads.gif("a.gif", b"GIF89a" + b"0" * 50)
    document = uploads.file("Giấy mời.pdf", PDF)
    sent = [
        messages.send_image(citizen, attachment_id=image, text="ảnh"),
        messages.send_gif(citizen, attachment_id=gif, width=10, height=10),
        messages.send_file(citizen, document),
        messages.send_sticker(citizen, "bfe458bf64fa8da4d4eb"),
        messages.request_user_info(
            citizen, title="Liên hệ", subtitle="Cho biết số điện thoại", image_url="https://a.vn/a.png"
        ),
    ]
    assert len({receipt.message_id for receipt in sent}) == 5
    assert [item["message_id"] for item in received(line)] == [receipt.message_id for receipt in sent]


def test_expired_upload(line, citizen, png):
    image = line.client.uploads.image("a.png", png)
    line.knob(upload_life_ms=0)
    with pytest.raises(ApiError) as caught:
        line.client.messages.send_image(citizen, attachment_id=image)
    assert (caught.value.code, caught.value.entry.retry) == (-100, Retry.REUPLOAD)


def test_upload_quota(line, png):
    line.knob(upload_quota=0)
    with pytest.raises(ApiError) as caught:
        line.client.uploads.image("a.png", png)
    assert caught.value.code == -211


def test_windows_and_refusals(line, citizen):
    def code() -> int:
        with pytest.raises(ApiError) as caught:
            line.client.messages.send_text(citizen, "x")
        assert caught.value.outcome is Outcome.REFUSED
        return caught.value.code

    line.oa.control("clock", advance_ms=7 * DAY_MS + 1)
    # The token did not live that long either.
    assert code() == -216
    line.oa.control("token", do="issue")
    assert code() == -230
    line.oa.control("interact", user_id=citizen)
    assert line.client.messages.send_text(citizen, "x").message_id
    line.oa.control("user", user_id=citizen, blocked=True)
    assert code() == -244
    assert [item["message_id"] is None for item in received(line)] == [True, True, False, True]


def test_unknown_recipient(line):
    with pytest.raises(ApiError) as caught:
        line.client.messages.send_text("1111111111111111111", "x")
    assert (caught.value.code, caught.value.outcome) == (-201, Outcome.REFUSED)


def test_the_ninth_message_is_paid_otherwise(line, citizen):
    receipts = [line.client.messages.send_text(citizen, f"{n}") for n in range(9)]
    assert [receipt.quota.quota_type for receipt in receipts] == ["reply"] * 8 + ["sub_quota"]
    assert receipts[8].quota.expires
    line.knob(after_free="charge")
    assert line.client.messages.send_text(citizen, "10").quota is None
    line.knob(after_free="refuse")
    with pytest.raises(ApiError) as caught:
        line.client.messages.send_text(citizen, "11")
    assert caught.value.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        ("lost_answer", True),
        ("cut", True),
        ("truncated", True),
        ("blank", True),
        ('answer:{"error":0,"message":"Success"}', True),
        ('answer:{"error":0,"data":{}}', True),
        ("http500", False),
        ("html", False),
        ("html:502", False),
        ("reset", False),
        ("hang", False),
        ("endless", False),
        ("rate:-200", False),
        ("redirect", False),
    ],
)
def test_unknown_outcomes_whether_it_arrived_or_not(line, hasty, citizen, fault, arrived):
    line.fault(fault, CS)
    with pytest.raises(ZaloError) as caught:
        hasty.messages.send_text(citizen, "có tới không")
    assert caught.value.outcome is Outcome.UNKNOWN
    rows = hasty.chats.conversation(citizen).rows
    assert any(row.text == "có tới không" for row in rows) is arrived
    assert len(received(line)) == (1 if arrived else 0), "never a second POST"


@pytest.mark.parametrize("fault", ["rate", "status:429", "rate:-216", "rate:-230"])
def test_refusals_prove_that_nothing_arrived(line, citizen, fault):
    line.fault(fault, CS)
    with pytest.raises(ZaloError) as caught:
        line.client.messages.send_text(citizen, "x")
    assert caught.value.outcome is Outcome.REFUSED
    assert not received(line)


def test_withdrawn_permission_reaches_nobody(line, citizen):
    with pytest.raises(NotSent) as caught:
        line.client.messages.send_text(citizen, "x", still_allowed=lambda: False)
    assert caught.value.cause is Cause.WITHDRAWN
    assert not received(line)
    assert not isinstance(caught.value, OutcomeUnknown)


def test_retry_after_is_passed_on(line, citizen):
    line.fault("status:429", CS, retry_after=17)
    with pytest.raises(ZaloError) as caught:
        line.client.messages.send_text(citizen, "x")
    assert caught.value.retry_after_s == 17
