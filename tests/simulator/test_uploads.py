"""Uploads (API document §4)."""

import pytest

MIB = 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"


def upload(api, path, name, content, field="file"):
    return api.http.post(
        f"/v2.0/oa/upload/{path}", files={field: (name, content)}, headers=api.headers
    ).json()


@pytest.mark.parametrize(
    ("path", "name", "content", "member"),
    [
        ("image", "a.jpg", b"\xff\xd8\xff", "attachment_id"),
        ("image", "A.JPEG", b"\xff\xd8\xff", "attachment_id"),
        ("image", "ảnh.png", PNG, "attachment_id"),
        ("gif", "a.gif", b"GIF87a", "attachment_id"),
        ("file", "a.pdf", b"%PDF-1.7", "token"),
        ("file", "a.docx", b"PK\x03\x04", "token"),
        ("file", "a.csv", b"a,b", "token"),
    ],
)
def test_the_documented_kinds_are_taken(api, path, name, content, member):
    answer = upload(api, path, name, content)
    assert (answer["error"], set(answer["data"])) == (0, {member})
    assert len(answer["data"][member]) >= 36


@pytest.mark.parametrize(
    ("path", "name", "content"),
    [
        ("image", "a.gif", b"GIF89a"),
        ("image", "a.jpg", b"GIF89a"),
        ("image", "a.webp", b"RIFF"),
        ("gif", "a.png", PNG),
        ("file", "a.exe", b"MZ"),
        ("file", "a.pdf", b"MZ"),
    ],
)
def test_other_kinds_are_refused(api, path, name, content):
    answer = upload(api, path, name, content)
    assert answer["error"] == -201
    assert answer["message"].startswith("file is invalid. We only support")


@pytest.mark.parametrize(
    ("path", "name", "start", "limit"),
    [
        ("image", "a.png", PNG, MIB),
        ("gif", "a.gif", b"GIF89a", 5 * MIB),
        ("file", "a.pdf", b"%PDF-", 5 * MIB),
    ],
)
def test_the_limit_is_exact(api, path, name, start, limit):
    assert upload(api, path, name, start.ljust(limit))["error"] == 0
    assert upload(api, path, name, start.ljust(limit + 1))["error"] == -210


@pytest.mark.parametrize("name", ["", "anh"])
def test_without_a_file_name_success_is_empty(api, name):
    if name:
        answer = upload(api, "image", name, PNG)
    else:
        body = b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n'
        headers = api.headers | {"content-type": "multipart/form-data; boundary=x"}
        answer = api.http.post("/v2.0/oa/upload/image", content=body, headers=headers).json()
    assert answer == {"data": {}, "error": 0, "message": "Success"}


def test_a_gif_may_come_as_image(api):
    assert upload(api, "gif", "a.gif", b"GIF89a", field="image")["error"] == 0
    assert upload(api, "image", "a.png", PNG, field="image")["error"] == -201


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data"])
def test_a_body_that_is_not_multipart_is_refused(api, content_type):
    headers = api.headers | {"content-type": content_type}
    assert api.http.post("/v2.0/oa/upload/image", content=b"{}", headers=headers).json()["error"] == -201


def test_the_monthly_allowance_runs_out(api):
    api.knobs(upload_quota=1)
    assert upload(api, "image", "a.png", PNG)["error"] == 0
    assert upload(api, "image", "a.png", PNG)["error"] == -211
    assert upload(api, "gif", "a.gif", b"GIF89a")["error"] == 0


def test_an_upload_needs_a_token(api):
    assert api.http.post("/v2.0/oa/upload/image", files={"file": ("a.png", PNG)}).json()["error"] == -216
