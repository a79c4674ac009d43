"""Sending, windows and quota (API document §3, §6.6, §10.5)."""

import pytest

NOW = 1_790_000_000_000
HOUR = 3_600_000


def media(kind, **element):
    payload = {"template_type": "media", "elements": [{"media_type": kind, **element}]}
    return {"attachment": {"type": "template", "payload": payload}}


def upload(api, path, name, content, field="file"):
    return api.http.post(
        f"/v2.0/oa/upload/{path}", files={field: (name, content)}, headers=api.headers
    ).json()


@pytest.fixture
def user_id(api):
    return api.hear("tôi cần giúp")["user_id"]


def test_a_text_answers_with_ids_and_quota_as_text_and_appears_as_a_row(api, user_id):
    answer = api.send(user_id, {"text": "Dạ có"})
    data = answer["data"]
    assert data["user_id"] == user_id
    assert data["sent_time"] == str(NOW)
    assert data["quota"] == {"quota_type": "reply", "remain": "7", "total": "8"}
    row = api.recent()[0]
    assert (row["message_id"], row["message"], row["src"], row["type"]) == (
        data["message_id"],
        "Dạ có",
        0,
        "text",
    )
    (received,) = api.control("received")["received"]
    assert received["body"] == {"recipient": {"user_id": user_id}, "message": {"text": "Dạ có"}}
    assert (received["message_id"], received["error"]) == (data["message_id"], None)


def test_the_recipient_may_be_a_number(api, user_id):
    assert api.send(int(user_id), {"text": "a"})["data"]["user_id"] == user_id


def test_sent_time_of_the_answer_can_be_left_out(api, user_id):
    api.knobs(send_sent_time=False)
    assert "sent_time" not in api.send(user_id, {"text": "a"})["data"]


def test_the_first_failing_check_decides_in_the_documented_order(api, user_id):
    api.control("user", user="mai", blocked=True)
    bad = api.http.post("/v3.0/oa/message/cs", content=b"{", headers={"access_token": "x"}).json()
    assert bad == {"error": -201, "message": "body is invalid!"}
    long = {"text": "a" * 2001}
    body = {"recipient": {"user_id": "1"}, "message": long}
    assert (
        api.http.post("/v3.0/oa/message/cs", json=body, headers={"access_token": "x"}).json()["error"] == -216
    )
    assert api.send("1", long)["error"] == -201
    api.control("clock", advance_ms=7 * 24 * HOUR + 1)
    api.control("token", do="issue")
    assert api.send(user_id, long)["error"] == -230
    api.control("interact", user="mai")
    assert api.send(user_id, long)["error"] == -244
    api.control("user", user="mai", blocked=False)
    assert api.send(user_id, long)["error"] == -210
    assert len(api.recent()) == 1


def test_text_may_have_two_thousand_characters(api, user_id):
    assert api.send(user_id, {"text": "đ" * 2000})["error"] == 0
    assert api.send(user_id, {"text": ""})["error"] == -201
    assert api.send(user_id, {})["error"] == -201


@pytest.mark.parametrize("code", [-230, -232])
def test_a_user_who_never_wrote_cannot_be_written_to(api, code):
    api.knobs(never_interacted_code=code)
    user_id = api.control("user", user="im lặng")["user_id"]
    assert api.send(user_id, {"text": "a"})["error"] == code


def test_the_window_closes_after_seven_days_and_a_button_opens_it(api, user_id):
    api.knobs(access_life_ms=30 * 24 * HOUR)
    api.wait(7 * 24 * HOUR)
    assert api.send(user_id, {"text": "a"})["error"] == 0
    api.wait(1)
    assert api.send(user_id, {"text": "a"})["error"] == -230
    api.control("interact", user="mai")
    assert api.send(user_id, {"text": "a"})["error"] == 0


def test_eight_are_free_then_the_package_pays_and_writing_again_restarts(api, user_id):
    kinds = [api.send(user_id, {"text": str(n)})["data"]["quota"] for n in range(9)]
    assert [quota["remain"] for quota in kinds[:8]] == [str(n) for n in range(7, -1, -1)]
    assert kinds[8] == {
        "quota_type": "sub_quota",
        "remain": "1999",
        "total": "2000",
        "expired_date": "20/03/2027",
    }
    api.hear("còn ai không")
    assert api.send(user_id, {"text": "a"})["data"]["quota"]["remain"] == "7"


def test_the_free_allowance_ends_after_48_hours(api, user_id):
    api.knobs(access_life_ms=30 * 24 * HOUR)
    api.wait(48 * HOUR + 1)
    assert api.send(user_id, {"text": "a"})["data"]["quota"]["quota_type"] == "sub_quota"


def test_what_pays_after_the_allowance_can_vary(api, user_id):
    api.knobs(free_rule="all_in_48h")
    quotas = [api.send(user_id, {"text": str(n)})["data"]["quota"]["quota_type"] for n in range(10)]
    assert quotas == ["reply"] * 10
    api.knobs(free_rule="8_in_48h", after_free="charge")
    assert "quota" not in api.send(user_id, {"text": "a"})["data"]
    api.knobs(after_free="refuse")
    assert api.send(user_id, {"text": "a"})["error"] == -211
    api.knobs(after_free="package", package_total=0)
    assert api.send(user_id, {"text": "a"})["error"] == -211


def test_a_quote_must_be_a_message_of_the_same_user(api, user_id):
    mine, other = api.recent()[0]["message_id"], api.hear(user="khác")["message_id"]
    assert api.send(user_id, {"text": "a", "quote_message_id": mine})["error"] == 0
    for wrong in (other, "không có"):
        assert api.send(user_id, {"text": "a", "quote_message_id": wrong}) == {
            "error": -201,
            "message": "quote_message_id is invalid!",
        }
    api.knobs(quote="refuse", quote_code=-200)
    assert api.send(user_id, {"text": "a", "quote_message_id": mine})["error"] == -200
    api.knobs(quote="ignore")
    assert api.send(user_id, {"text": "a", "quote_message_id": "gì cũng được"})["error"] == 0


def test_an_uploaded_image_can_be_sent_with_a_caption_and_fetched_again(api, user_id):
    content = b"\xff\xd8\xff\xe0 picture".ljust(100)
    attachment_id = upload(api, "image", "a.jpg", content)["data"]["attachment_id"]
    answer = api.send(user_id, {"text": "sơ đồ"} | media("image", attachment_id=attachment_id))
    row = api.recent()[0]
    assert (row["message_id"], row["type"], row["description"]) == (
        answer["data"]["message_id"],
        "photo",
        "sơ đồ",
    )
    assert api.http.get(row["url"]).content == content


def test_other_forms_of_an_image(api, user_id):
    assert api.send(user_id, media("image", url="https://a.example/b.png"))["error"] == 0
    assert api.send(user_id, media("image", url="ftp://a.example/b.png"))["error"] == -201
    assert api.send(user_id, media("image", attachment_id="không có"))["error"] == -201
    short = {"attachment": {"type": "image", "payload": {"attachment_id": "x"}}}
    assert api.send(user_id, short) == {"error": -201, "message": "attachment.type is invalid!"}
    two = media("image", url="https://a.example/b.png")
    two["attachment"]["payload"]["elements"] *= 2
    assert api.send(user_id, two)["error"] == -201


def test_a_gif_needs_its_size(api, user_id):
    attachment_id = upload(api, "gif", "a.gif", b"GIF89a....")["data"]["attachment_id"]
    assert api.send(user_id, media("gif", attachment_id=attachment_id))["error"] == -201
    assert api.send(user_id, media("gif", attachment_id=attachment_id, width=9, height=9))["error"] == 0
    assert api.recent()[0]["type"] == "GIF"


def test_a_sticker_has_no_text(api, user_id):
    assert api.send(user_id, media("sticker", attachment_id="abc"))["error"] == 0
    assert api.recent()[0]["type"] == "sticker"
    assert api.send(user_id, {"text": "a"} | media("sticker", attachment_id="abc"))["error"] == -201


@pytest.mark.parametrize("member", ["token", "attachment_id"])
def test_a_file_goes_by_its_token(api, user_id, member):
    token = upload(api, "file", "giấy hẹn.pdf", b"%PDF-1.4 x")["data"]["token"]
    answer = api.send(user_id, {"attachment": {"type": "file", "payload": {member: token}}})
    assert answer["error"] == 0
    row = api.recent()[0]
    assert (row["type"], row["message"]) == ("file", "giấy hẹn.pdf")
    assert api.http.get(row["url"]).content == b"%PDF-1.4 x"


def test_an_upload_expires_after_seven_days(api):
    api.knobs(access_life_ms=30 * 24 * HOUR)
    token = upload(api, "file", "a.pdf", b"%PDF-1.4 x")["data"]["token"]
    api.wait(7 * 24 * HOUR)
    user_id = api.hear()["user_id"]
    assert api.send(user_id, {"attachment": {"type": "file", "payload": {"token": token}}})["error"] == -100


def test_contact_data_can_be_asked_for(api, user_id):
    element = {"title": "Cho xin thông tin", "subtitle": "để liên hệ", "image_url": "https://a.example/b.png"}

    def ask(**changes):
        payload = {"template_type": "request_user_info", "elements": [element | changes]}
        return api.send(user_id, {"attachment": {"type": "template", "payload": payload}})["error"]

    assert ask() == 0
    assert ask(title="a" * 101) == -210
    assert ask(subtitle="a" * 501) == -210
    assert ask(image_url="") == -201


def test_lists_and_buttons(api, user_id):
    button = {"title": "Mở", "type": "oa.open.url", "payload": {"url": "https://a.example"}}

    def send(payload, **message):
        return api.send(user_id, message | {"attachment": {"type": "template", "payload": payload}})["error"]

    assert send({"template_type": "list", "elements": [{"title": "a", "subtitle": "b"}]}) == 0
    assert send({"template_type": "list", "elements": []}) == -201
    assert send({"buttons": [button]}, text="chọn") == 0
    assert send({"buttons": [button] * 6}, text="chọn") == -201
    assert send({"buttons": [button | {"type": "x"}]}, text="chọn") == -201
    assert send({"template_type": "promotion", "elements": []}) == -201


def test_the_row_can_come_later_than_the_answer(api, user_id):
    api.knobs(echo_delay_ms=5000)
    api.send(user_id, {"text": "trả lời"})
    assert len(api.recent()) == 1
    api.wait(5000)
    assert api.recent()[0]["message"] == "trả lời"


def test_the_answer_and_the_row_can_have_different_ids(api, user_id):
    api.knobs(message_ids="send_differs")
    answer = api.send(user_id, {"text": "a"})["data"]["message_id"]
    shown = api.recent()[0]["message_id"]
    assert answer != shown
    (received,) = api.control("received")["received"]
    assert (received["message_id"], received["row_id"]) == (answer, shown)


@pytest.mark.parametrize(
    ("change", "given", "shown"),
    [("trim", " a ", "a"), ("nfc", "e\u0302", "\u00ea"), ("nfd", "\u00ea", "e\u0302"), ("none", " ê", " ê")],
)
def test_the_service_can_change_the_text(api, user_id, change, given, shown):
    api.knobs(text_change=change)
    api.send(user_id, {"text": given})
    assert api.recent()[0]["message"] == shown


def test_the_old_call_is_shut_except_for_reactions_and_broadcast(api, user_id):
    message_id = api.recent()[0]["message_id"]

    def old(**body):
        return api.post("/v2.0/oa/message", body)

    assert old(recipient={"user_id": user_id}, message={"text": "a"})["error"] == -240
    heart = {"react_icon": "/-heart", "react_message_id": message_id}
    answer = old(recipient={"user_id": user_id}, sender_action=heart)
    assert answer["data"] == {"message_id": message_id, "user_id": user_id}
    assert old(recipient={"user_id": user_id}, sender_action=heart | {"react_icon": "x"})["error"] == -201
    assert (
        old(recipient={"user_id": user_id}, sender_action=heart | {"react_message_id": "x"})["error"] == -201
    )
    assert old(recipient={"target": {}}, message=media("article", attachment_id="x"))["error"] == -201


def test_quota_of_a_user_and_of_the_oa_have_numbers(api, user_id):
    api.send(user_id, {"text": "a"})
    data = api.post("/v3.0/oa/quota/message", {"user_id": user_id})["data"]
    assert data["last_interaction"] == str(NOW)
    assert data["cs_reply"] == {"remain": 7, "total": 8}
    (asset,) = api.post(
        "/v3.0/oa/quota/message", {"quota_owner": "OA", "product_type": "cs", "quota_type": "sub_quota"}
    )["data"]
    assert (asset["total"], asset["remain"]) == (2000, 2000)
    assert (
        api.post("/v3.0/oa/quota/message", {"quota_owner": "App", "product_type": "transaction"})["data"]
        == []
    )
    assert api.post("/v3.0/oa/quota/message", {"quota_owner": "OA", "product_type": "x"})["error"] == -201
    assert api.post("/v3.0/oa/quota/message", {})["error"] == -201
    assert api.post("/v3.0/oa/quota/message", {"user_id": "1"})["error"] == -201
