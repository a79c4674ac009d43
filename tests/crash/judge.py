"""Compares what the store holds with what the simulated OA knows (reliability.md §2)."""

import hashlib
import json
import unicodedata
import urllib.request
from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.crash.facts import Facts

Model = dict[str, Any]
_SPOILS = frozenset({"truncated", "cut", "garbled", "blank", "lost_answer"})
_TOKEN_PATH = "/v4/oa/access_token"
_BEFORE_FSYNC = frozenset({"token.journal.fsync.before"})


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def model(world: Any) -> Model:
    """Return what the simulated OA knows."""
    return {
        "messages": world.ask("messages")["messages"],
        "received": world.ask("received")["received"],
        "tokens": world.ask("tokens")["generations"],
        "requests": [r for r in world.ask("requests")["requests"] if r["path"] == _TOKEN_PATH],
        "bugs": world.ask("health")["bugs"],
    }


def _listed(known: Model, bad: set[str]) -> dict[str, dict[str, Any]]:
    """Return the messages the lists still show, by id, except rows that nobody can file."""
    return {
        m["message_id"]: m
        for m in known["messages"]
        if not m["recalled"] and m["row"].get("message") not in bad
    }


def first_look(facts: Facts, known: Model, late: set[str], bad: set[str]) -> list[str]:
    """Judge the first linked walk after the chaos: whatever it could see in its place must be stored (I1)."""
    wrong = [] if facts["quiet"] else ["I11 the program never came to rest without faults"]
    stored = {row[0] for row in facts["messages"]}
    for name, message in _listed(known, bad).items():
        if message["src"] == 1 and name not in stored and name not in late:
            wrong.append(f"I1 lost after a linked walk: {name} {message['row'].get('message')!r}")
    return wrong


def found_look(facts: Facts, known: Model) -> list[str]:
    """Judge what the program found out about unknown replies by itself, before anybody decides about them (I4)."""
    accepted, listed = _accepted(known), _still_listed(known)
    wrong = []
    for reply in facts["replies"]:
        if reply["state"] != "unknown":
            continue
        name = _name(reply)
        if any(row in listed for row in accepted.get(normal(reply["text"]), ())):
            wrong.append(
                f"I4 {name} is left unknown although its row can be read ({reply['searches']} looks)"
            )
        shown = sum(m["user_id"] == reply["zalo_user_id"] and not m["recalled"] for m in known["messages"])
        # An empty conversation, or one that fills its pages exactly, is no proof of anything: Zalo may show no more.
        if not reply["searches"] and shown % 10:
            wrong.append(f"I4 {name} is unknown and nobody looked for it")
    return wrong


def _posts(known: Model) -> dict[str, list[dict[str, Any]]]:
    """Return what Zalo was asked to send, by text."""
    posts: dict[str, list[dict[str, Any]]] = {}
    for post in known["received"]:
        text = normal(post["body"]["message"].get("text", "")) if isinstance(post["body"], dict) else ""
        posts.setdefault(text, []).append(post)
    return posts


def _accepted(known: Model) -> dict[str, list[str]]:
    """Return the ids under which Zalo lists what it sent, by text."""
    return {
        text: [post["row_id"] for post in mine if post["message_id"] is not None]
        for text, mine in _posts(known).items()
    }


def listed_texts(known: Model) -> set[str]:
    """Return the texts of replies whose rows can be read."""
    listed = _still_listed(known)
    return {text for text, rows in _accepted(known).items() if listed.intersection(rows)}


def _still_listed(known: Model) -> set[str]:
    return {m["message_id"] for m in known["messages"] if not m["recalled"]}


def _name(reply: dict[str, Any]) -> str:
    return str(reply["text"].partition(":")[0])


def last_look(
    facts: Facts,
    known: Model,
    told: list[dict[str, Any]],
    *,
    late: set[str],
    bad: set[str],
    sweep: bool,
    restored: bool,
) -> list[str]:
    """Judge the end of a trial; return each broken promise in one line.

    ``told`` is what the officer was told is saved; after a restore, what had been told when the backup was taken.
    """
    wrong = [] if facts["quiet"] else ["I11 the program never came to rest without faults"]
    wrong += whole(facts, known, late=late if not sweep else set(), bad=bad, restored=restored)
    wrong += [f"C-28 a backup is not sound: {what}" for what in facts["backups"]]
    wrong += _officer(facts, told)
    wrong += [
        f"I4 {_name(reply)} is still {reply['state']} at rest"
        for reply in facts["replies"]
        if reply["state"] in ("queued", "permitted", "unknown")
    ]
    return wrong


def whole(facts: Facts, known: Model, *, late: set[str], bad: set[str], restored: bool = False) -> list[str]:
    """Judge what must hold whenever nobody is in the middle of something.

    ``late`` are messages listed with an old time. A ``restored`` store knows nothing of the replies and files of the time
    after its backup.
    """
    wrong = [f"simulator bug: {bug}" for bug in known["bugs"]]
    wrong += _messages(facts, known, late, bad)
    wrong += _replies(facts, known, restored=restored)
    wrong += _media(facts, restored=restored)
    if facts["chain"]:
        wrong.append(f"I10 the chain breaks: {facts['chain']}")
    wrong += [f"I2 twice in the log: {what}" for what in facts["events"]]
    if facts["differences"]:
        wrong.append(f"rule 6: a rebuild changes {', '.join(facts['differences'])}")
    return wrong


def _messages(facts: Facts, known: Model, excused: set[str], bad: set[str]) -> Iterable[str]:
    rows = facts["messages"]
    stored = {row[0] for row in rows}
    bound = {reply["zalo_message_id"] for reply in facts["replies"]}
    open_held = set(facts["held"])
    for name, message in _listed(known, bad).items():
        if name not in stored | bound | open_held | excused:
            yield f"I1 lost: {name} src {message['src']} {message['row'].get('message')!r}"
    there = {m["message_id"]: m["user_id"] for m in known["messages"]}
    for name in stored:
        if name not in there:
            yield f"I2 invented: {name}"
        elif facts["owners"].get(name) != there[name]:
            yield f"I4 a message of {there[name]} lies with {facts['owners'].get(name)}: {name}"
    ours = {reply["reply_id"]: normal(reply["text"]) for reply in facts["replies"]}
    texts = Counter(normal(row[2]) for row in rows if row[1] == "out")
    for reply_id, text in ours.items():
        if texts[text] > 1:
            yield f"I2 doubled: the echo of {reply_id} is stored {texts[text]} times"
    for name, direction, text, reply_id in rows:
        if direction == "out" and normal(text) in ours.values() and not reply_id:
            yield f"I4 our own reply is shown as sent from outside: {name}"
    aside = " ".join(facts["quarantine"])
    listed_bad = {m["row"].get("message") for m in known["messages"] if not m["recalled"]} & bad
    for text in sorted(listed_bad):
        if json.dumps(text)[1:-1] not in aside and text not in aside:
            yield f"I14 a row that cannot be filed was dropped: {text}"


def _replies(facts: Facts, known: Model, *, restored: bool) -> Iterable[str]:
    posts, sent_by_zalo, listed = _posts(known), _accepted(known), _still_listed(known)
    for reply in facts["replies"]:
        text, name, state = normal(reply["text"]), _name(reply), reply["state"]
        mine, accepted = posts.pop(text, []), sent_by_zalo.get(text, [])
        if len(mine) > 1:
            yield f"I3 sent twice: {name} was posted {len(mine)} times"
        if state == "sent" and reply["zalo_message_id"] not in accepted:
            yield f"I4 false «sent»: {name} has {reply['zalo_message_id']}, Zalo made {accepted}"
        if state == "confirmed" and not accepted:
            yield f"I4 false «sent»: {name} was found in the conversation, but Zalo never sent it"
        if state in ("rejected", "cancelled", "queued", "awaiting-approval") and accepted:
            yield f"I4 {name} is shown as {state}, but Zalo sent {accepted}"
        # A row that Zalo lists no more, because somebody took it back, nobody can find.
        if state == "not-sent" and listed.intersection(accepted):
            yield f"I4 {name} was offered as not sent, but Zalo lists {accepted}"
    for text, mine in posts.items():
        if restored and len(mine) == 1:
            continue
        yield f"I3 posted {len(mine)} times, asked for by nobody: {text!r}"


def _officer(facts: Facts, told: list[dict[str, Any]]) -> Iterable[str]:
    replies = {reply["text"] for reply in facts["replies"]}
    for fact in told:
        if "note" in fact and fact["note"] not in facts["notes"]:
            yield f"I6 a saved note is gone: {fact['note']}"
        if "reply" in fact and fact["reply"] not in replies:
            yield f"I6 a saved reply is gone: {fact['reply']}"
    yield from _drafts(facts, told)


def _drafts(facts: Facts, told: list[dict[str, Any]]) -> Iterable[str]:
    """Judge what is being written: the text saved last, and below it each reply that did not go out (C-07), and only those."""
    written = {reply["text"]: reply["case_id"] for reply in facts["replies"]}
    stopped = {reply["text"] for reply in facts["replies"] if reply["state"] in ("cancelled", "rejected")}
    saved: dict[str, set[str]] = {}
    since: dict[str, set[str]] = {}
    for fact in told:
        if "drafting" in fact:
            saved.setdefault(fact["drafting"], {""}).add(fact["text"])
            since[fact["drafting"]] = set()
        if "draft" in fact:
            saved[fact["draft"]] = {fact["text"]}
        if fact.get("reply") in written:
            since.setdefault(written[fact["reply"]], set()).add(fact["reply"])
    for case_id, possible in saved.items():
        lines = facts["drafts"].get(case_id, "").split("\n")
        if "\n".join(line for line in lines if line not in stopped) not in possible:
            yield f"I6 a saved draft is gone: one of {sorted(possible)}"
    for case_id, replies in since.items():
        there = facts["drafts"].get(case_id, "").split("\n")
        for text in sorted(replies & stopped):
            if text not in there:
                yield f"I6 a reply that did not go out did not come back: {text}"


def _media(facts: Facts, *, restored: bool) -> Iterable[str]:
    for item in facts["media"]:
        if item["state"] == "waiting":
            if not item["queued"]:
                yield f"A-08 nobody fetches an attachment any more: {item['url']}"
        elif item["state"] != "stored":
            yield f"A-08 media is {item['state']} although Zalo serves it: {item['url']}"
        elif item["opened"] != "ok":
            yield f"X-01 a stored file does not open: {item['opened']}"
        elif hashlib.sha256(_fetch(item["url"])).hexdigest() != item["sha256"]:
            yield f"X-01 stored bytes differ from those Zalo serves: {item['url']}"
    for name in () if restored else facts["files"]:
        yield f"A-08 an orphan file stays: {name}"


def _fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=20) as answer:
        content: bytes = answer.read()
    return content


def tokens(facts: Facts, known: Model, deaths: int, last_points: list[str]) -> list[str]:
    """Judge I5: a pair is lost only with its answer, or in a kill before the fsync; and no other consent is needed."""
    held = {access for access, _ in facts["tokens"]}
    bought = [pair for pair in known["tokens"] if pair["how"] in ("refresh", "code")]
    lost = [pair for pair in bought if pair["access_token"] not in held]
    spoilt = sum(bool(_SPOILS & set(request["faults"])) for request in known["requests"])
    killed = sum(point in _BEFORE_FSYNC for point in last_points)
    wrong = []
    if len(lost) > spoilt + killed:
        wrong.append(
            f"I5 {len(lost)} token pairs lost, but only {spoilt} answers and {killed} kills explain it"
        )
    refreshed = sum(pair["how"] == "refresh" for pair in lost)
    if deaths > refreshed:
        wrong.append(f"I5 {deaths} new consents needed, but only {refreshed} refresh answers lost")
    return wrong
