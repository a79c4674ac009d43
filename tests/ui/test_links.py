"""Sixty links of which few may leave (threats T06)."""

import pytest

from console.ui.common.links import may_open

MAY = [
    "https://zalo.me/abc", "https://caobang.gov.vn/", "https://a.vn:443/x?y=1#z", "https://xn--zal-7na.me",
    "HTTPS://Zalo.ME/x", "https://zalo.me./x", "https://bộcôngan.gov.vn/", "https://a.b.c.vn/%2e%2e/x",
]  # fmt: skip
MAY_NOT = [
    "", " ", "https://", "https:///x", "https://localhost/", "https://intranet/x", "//evil.vn/x", "evil.vn", "http://zalo.me",
    "ftp://a.vn/x", "file:///etc/passwd", "file://10.0.0.9/s/x", "FILE:///C:/x", "\\\\evil\\share\\a.jpg", "smb://evil/share",
    "search-ms:query=x&crumb=location:\\\\evil\\s", "ms-officecmd:{}", "ms-settings:", "javascript:alert(1)", "JaVaScRiPt:1",
    "data:text/html,<b>", "vbscript:x", "mailto:a@b.vn", "tel:113", "about:blank", "view-source:https://a.vn", "blob:https://a.vn/x",
    "https://zalo.me@evil.vn", "https://zalo.me:x@evil.vn/", "https://@evil.vn/", "https://a.vn:8443/", "https://a.vn:0/",
    "https://a.vn:99999/", "https://a.vn:x/", "https://10.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
    "https://0x7f.1/", "https://0x7f000001/", "https://2130706433/", "https://127.1/", "https://1.2.3/", "https://a.vn/\u202egpj",
    "https://a\u200b.vn/", "https://a.vn/x y", "https://a.vn/\n", "\thttps://a.vn", "https://a.vn\x00", "https://a\\.vn/",
    "https:\\\\a.vn", "https://a.vn/" + "a" * 2_000,
]  # fmt: skip


def test_there_are_sixty():
    assert len({*MAY, *MAY_NOT}) >= 60


@pytest.mark.parametrize("url", MAY)
def test_named_https_hosts_may_open(url):
    assert may_open(url)


@pytest.mark.parametrize("number", range(len(MAY_NOT)))
def test_the_others_are_only_text(number):
    assert not may_open(MAY_NOT[number]), MAY_NOT[number]
