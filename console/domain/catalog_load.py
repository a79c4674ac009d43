"""Parse and cross-check the data files into a `Catalog`.

Every error names the file and the place inside it. An unknown member is not an error: a newer data
file may carry more than this version reads.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from console.domain.case import Outcome
from console.domain.catalog import (
    DISTRICT_DESK,
    CannedReply,
    Catalog,
    Category,
    Contact,
    District,
    ExtensionRule,
    NewsSection,
    Policy,
    Priority,
    Procedure,
    Survey,
    SurveyQuestion,
    Tag,
    Unit,
    Variant,
)
from console.domain.escalation import parse_escalation
from console.domain.jsonread import CatalogError, Node, unique
from console.domain.review import parse_review_policy
from console.domain.sentence import named, sentence
from console.domain.survey import parse_survey_rules

UNIT_FILES = {"2022": "units.json", "2025": "units-2025.json"}
CATALOG_FILES = (
    "categories.json",
    "tags.json",
    "geo-2022.json",
    "canned-replies.json",
    "procedures.json",
    "contacts.json",
    "policies.json",
    "news-categories.json",
    "survey.json",
    "survey-rules.json",
    "review.json",
    "escalation.json",
)
_CONFIDENTIALITY = frozenset({"normal", "restricted", "secret_source", "secret_identity"})
_UNITS_OF_TIME = frozenset({"minute", "hour", "day", "month"})
_POLICY_KINDS = frozenset({"statutory", "internal", "rule"})
_STATUSES = frozenset({"seed", "public", "placeholder", "confirmed"})
# Events other than these are case states a policy may name in `applies_to`.
_POLICY_STATES = frozenset({"*", "forwarded", "escalated"})
_STARTS = frozenset(
    {
        "first_message",
        "received",
        "event",
        "accepted",
        "decision",
        "classified_urgent",
        "breach_detected",
    }
)
SLOT = re.compile(r"\{([a-z_]+)\}")


def parse_catalog(files: Mapping[str, object], unit_tree: str = "2022") -> Catalog:
    """Build the catalog.

    Args:
        files: parsed JSON by file name: `CATALOG_FILES` and the unit file of the tree.
        unit_tree: "2022" (districts) or "2025" (province and communes only).

    Raises:
        CatalogError: a file is missing or something in it is wrong.

    """
    if unit_tree not in UNIT_FILES:
        raise CatalogError(f"cây đơn vị {unit_tree!r} không có; chọn một trong {sorted(UNIT_FILES)}")

    def root(name: str) -> Node:
        if name not in files:
            raise CatalogError(f"{name}: không có trong thư mục dữ liệu")
        return Node(name, "", files[name])

    districts = _districts(root("geo-2022.json"))
    units = _units(root(UNIT_FILES[unit_tree]), districts)
    known_desks = units if unit_tree == "2022" else None
    tags_file = root("tags.json")
    groups = {key: tags_file.get("groups").get(key).text() for key in tags_file.get("groups").names()}
    tags = _tags(tags_file, groups)
    categories_file = root("categories.json")
    priorities = _priorities(categories_file)
    categories = _categories(categories_file, priorities, known_desks, tags)
    canned_file = root("canned-replies.json")
    variables = {
        key: canned_file.get("variables").get(key).text() for key in canned_file.get("variables").names()
    }
    canned = _canned(canned_file, categories, priorities, variables)
    outcomes = {outcome.value: outcome for outcome in Outcome}
    contacts = _contacts(root("contacts.json"), known_desks)
    policies = _policies(root("policies.json"), {*categories, *priorities, *tags})
    return Catalog(
        priorities=priorities,
        categories=categories,
        tags=tags,
        tag_groups=groups,
        units=units,
        unit_tree=unit_tree,
        districts=districts,
        canned=canned,
        canned_variables=variables,
        procedures=_procedures(root("procedures.json"), tags),
        contacts=contacts,
        policies=policies,
        news=_news(root("news-categories.json")),
        survey=_survey(root("survey.json")),
        survey_rules=parse_survey_rules(root("survey-rules.json"), categories, tags, outcomes, canned),
        review=parse_review_policy(root("review.json"), categories, priorities, tags),
        escalation=parse_escalation(
            root("escalation.json"),
            districts=districts,
            policies=policies,
            tags=tags,
            contacts=contacts,
            categories=categories,
        ),
        former_units=_former(files, unit_tree, units, districts),
        policy_versions=_versions(root("policies.json"), policies),
    )


def _priorities(file: Node) -> dict[str, Priority]:
    found = unique(file.get("priorities").items())
    if not found:
        raise file.get("priorities").fail("cần ít nhất một mức ưu tiên")
    return {
        code: Priority(code, node.get("vi").text(), node.get("en").text(), rank)
        for rank, (code, node) in enumerate(found.items(), start=1)
    }


def _categories(
    file: Node,
    priorities: Mapping[str, Priority],
    desks: Mapping[str, Unit] | None,
    tags: Mapping[str, Tag],
) -> dict[str, Category]:
    found: dict[str, Category] = {}
    for code, node in unique(file.get("categories").items()).items():
        desk = node.get("default_desk")
        if desks is not None and desk.text() != DISTRICT_DESK:
            desk.one_of(desks, "units")
        found[code] = Category(
            code=code,
            vi=node.get("vi").text(),
            en=node.get("en").text(),
            description=node.get("description").text(),
            description_en=node.get("description_en").text(),
            default_priority=node.get("default_priority").one_of(priorities, "priorities"),
            default_desk=desk.text(),
            confidentiality=node.get("confidentiality").one_of(_CONFIDENTIALITY, "các mức bảo mật"),
            register=node.get("register").opt_text(),
            legal_basis=node.get("legal_basis").opt_text(),
            alarm=node.get("alarm").flag(),
            conflict_check=node.get("conflict_check").flag(),
            reclassify_after=node.get("reclassify_after").flag(),
            rare=node.get("rare").flag(),
            topics=tuple(topic.one_of(tags, "tags") for topic in node.get("topics").opt_items()),
        )
    return found


def _tags(file: Node, groups: Mapping[str, str]) -> dict[str, Tag]:
    return {
        code: Tag(
            code, node.get("vi").text(), node.get("en").text(), node.get("group").one_of(groups, "groups")
        )
        for code, node in unique(file.get("tags").items()).items()
    }


def _districts(file: Node) -> dict[str, District]:
    return {
        code: District(code, node.get("name").text(), node.get("communes").texts())
        for code, node in unique(file.get("districts").items()).items()
    }


def _units(file: Node, districts: Mapping[str, District]) -> dict[str, Unit]:
    nodes = unique(file.get("units").items())
    since, until = file.get("valid_from").opt_day(), file.get("valid_to").opt_day()
    found: dict[str, Unit] = {}
    for code, node in nodes.items():
        parent = node.get("parent")
        if parent.value is not None:
            parent.one_of(nodes, "units")
        former = node.get("former_district")
        if former.value is not None:
            former.one_of(districts, "districts của geo-2022.json")
        own_since, own_until = node.get("valid_from").opt_day(), node.get("valid_to").opt_day()
        found[code] = Unit(
            code=code,
            parent=parent.opt_text(),
            kind=node.get("kind").text(),
            name_vi=node.get("name_vi").text(),
            name_en=node.get("name_en").text(),
            short_vi=node.get("short_vi").opt_text() or _short(node.get("name_vi").text()),
            geo=node.get("geo").opt_text(),
            receives=node.get("receives").flag(),
            restricted=node.get("restricted").flag(),
            default_desk=node.get("default_desk").flag(),
            hours=node.get("hours").opt_text(),
            former_district=former.opt_text(),
            gso=node.get("gso_district_code").opt_text(),
            confidence=node.get("confidence").text(),
            note=node.get("note").opt_text(),
            valid_from=own_since or since,
            valid_to=own_until or until,
        )
    for code, node in nodes.items():
        _check_no_cycle(code, node, found)
    desks = [unit.code for unit in found.values() if unit.default_desk]
    if len(desks) != 1:
        raise file.get("units").fail(f"cần đúng một đơn vị có default_desk, gặp {desks}")
    return found


def _former(
    files: Mapping[str, object], tree: str, units: Mapping[str, Unit], districts: Mapping[str, District]
) -> dict[str, Unit]:
    """Return the units of the other trees whose files are there and that this tree does not have."""
    found: dict[str, Unit] = {}
    for other, name in UNIT_FILES.items():
        if other != tree and name in files:
            found |= {
                code: unit
                for code, unit in _units(Node(name, "", files[name]), districts).items()
                if code not in units
            }
    return found


def _short(name: str) -> str:
    return name.replace("Công an xã", "CAX").replace("Công an phường", "CAP")


def _check_no_cycle(code: str, node: Node, units: Mapping[str, Unit]) -> None:
    seen = {code}
    parent = units[code].parent
    while parent is not None:
        if parent in seen:
            raise node.get("parent").fail(f"đơn vị {code!r} nằm trong chính nó (vòng qua {parent!r})")
        seen.add(parent)
        parent = units[parent].parent


def _canned(
    file: Node,
    categories: Mapping[str, Category],
    priorities: Mapping[str, Priority],
    variables: Mapping[str, str],
) -> dict[str, CannedReply]:
    found: dict[str, CannedReply] = {}
    for code, node in unique(file.get("replies").items()).items():
        for category in node.get("categories").items():
            if category.text() != "*":
                category.one_of(categories, "categories")
        text = node.get("text").text()
        slots = tuple(dict.fromkeys(SLOT.findall(text)))
        for slot in slots:
            if slot not in variables:
                raise node.get("text").fail(f"ô trống {{{slot}}} không có trong variables")
        if "{" in SLOT.sub("", text) or "}" in SLOT.sub("", text):
            raise node.get("text").fail("dấu { hoặc } lẻ, không thành ô trống {ten_o}")
        level = node.get("priority")
        found[code] = CannedReply(
            code=code,
            title=node.get("title").text(),
            categories=node.get("categories").texts(),
            lang=node.get("lang").text(),
            text=text,
            priority=None if level.value is None else level.one_of(priorities, "priorities"),
            pinned=node.get("pinned").flag(),
            auto_ok=node.get("auto_ok").flag(),
            no_survey=node.get("no_survey").flag(),
            human_only=node.get("human_only").flag(),
            restricted_to=node.get("restricted_to").texts(),
            slots=slots,
        )
    return found


def _procedures(file: Node, tags: Mapping[str, Tag]) -> dict[str, Procedure]:
    found: dict[str, Procedure] = {}
    for code, node in unique(file.get("procedures").items()).items():
        since, until = _span(node)
        found[code] = Procedure(
            code=code,
            name_vi=node.get("name_vi").text(),
            topic=node.get("topic").one_of(tags, "tags"),
            summary=node.get("summary").text(),
            documents=node.get("documents").texts(),
            where=node.get("where").text(),
            processing_time=node.get("processing_time").text(),
            fee=node.get("fee").text(),
            link=node.get("link").opt_text(),
            confidence=node.get("confidence").text(),
            note=node.get("note").opt_text(),
            law=node.get("law").opt_text(),
            valid_from=since,
            valid_to=until,
        )
    return found


def _contacts(file: Node, units: Mapping[str, Unit] | None) -> dict[str, Contact]:
    found: dict[str, Contact] = {}
    for code, node in unique(file.get("contacts").items()).items():
        unit = node.get("unit")
        if unit.value is not None and units is not None:
            unit.one_of(units, "units")
        since, until = _span(node)
        found[code] = Contact(
            code=code,
            name_vi=node.get("name_vi").text(),
            phone=node.get("phone").opt_text(),
            kind=node.get("kind").text(),
            unit=unit.opt_text(),
            status=node.get("status").one_of(_STATUSES, "các trạng thái liên hệ"),
            url=node.get("url").opt_text(),
            address=node.get("address").opt_text(),
            hours=node.get("hours").opt_text(),
            note=node.get("note").opt_text(),
            verified=node.get("verified").flag(),
            valid_from=since,
            valid_to=until,
        )
    return found


def _policies(file: Node, subjects: set[str]) -> dict[str, Policy]:
    nodes = unique(file.get("policies").items())
    found: dict[str, Policy] = {}
    for code, node in nodes.items():
        for subject in node.get("applies_to").items():
            if subject.text() not in subjects and subject.text() not in _POLICY_STATES:
                raise subject.fail(
                    sentence("{text} không phải loại, mức ưu tiên hay nhãn nào", text=repr(subject.text()))
                )
        starts = node.get("starts_at")
        base = starts.text().removesuffix(".due")
        if base not in (nodes if base != starts.text() else _STARTS):
            raise starts.fail(sentence("{text} không phải mốc bắt đầu nào", text=repr(starts.text())))
        duration, unit = node.get("duration"), node.get("unit")
        if (duration.value is None) != (unit.value is None):
            raise duration.fail(sentence("duration và unit phải cùng có hoặc cùng để trống"))
        since, until = _span(node)
        target = node.get("display_target_minutes")
        variants = node.get("variants")
        found[code] = Policy(
            code=code,
            name_vi=_in_both(node, "name_vi", "name_en"),
            applies_to=node.get("applies_to").texts(),
            duration=None if duration.value is None else duration.whole(),
            unit=None if unit.value is None else unit.one_of(_UNITS_OF_TIME, "đơn vị thời gian"),
            working_days=node.get("working_days").flag(),
            starts_at=starts.text(),
            citation=_in_both(node, "citation", "citation_en"),
            confidence=node.get("confidence").text(),
            kind=node.get("kind").one_of(_POLICY_KINDS, "các kiểu chính sách"),
            severity=node.get("severity").opt_text(),
            owner=node.get("owner").opt_text(),
            enabled=node.get("enabled").flag(default=True),
            needs_decision=node.get("needs_decision").flag(),
            note=node.get("note").opt_text(),
            variants={}
            if variants.value is None
            else {key: _variant(variants, key) for key in variants.names()},
            display_target_minutes=None if target.value is None else target.whole(),
            valid_from=since,
            valid_to=until,
            extensions=tuple(_extension(item) for item in node.get("extensions").opt_items()),
        )
    return found


def _both(node: Node, vi: str, en: str) -> tuple[str, ...]:
    """Return texts in a row, in English too where each has its own."""
    texts, english = node.get(vi).texts(), node.get(en).texts()
    return tuple(map(named, texts, english)) if len(texts) == len(english) else texts


def _in_both(node: Node, vi: str, en: str) -> str:
    """Return a text that the window can say in English; a file of the unit's own may have Vietnamese only."""
    text, english = node.get(vi).text(), node.get(en).opt_text()
    return named(text, english) if english else text


def _extension(node: Node) -> ExtensionRule:
    days, months = node.get("days"), node.get("months")
    if (days.value is None) == (months.value is None):
        raise node.fail(sentence("cần days hoặc months"))
    unit, amount = ("day", days.whole()) if months.value is None else ("month", months.whole())
    return ExtensionRule(_in_both(node, "vi", "en"), amount, unit, node.get("times").whole())


def _versions(file: Node, found: Mapping[str, Policy]) -> tuple[Policy, ...]:
    """Return all versions: the file's own and those of `former`, each with what was other about it."""
    versions = list(found.values())
    for node in file.get("former").opt_items():
        policy = found[node.get("code").one_of(found, "policies")]
        since, until = _span(node)
        if until is None:
            raise node.get("valid_to").fail(sentence("bản cũ phải có ngày hết hiệu lực"))
        if policy.valid_from is None or policy.valid_from <= until:
            raise node.get("valid_to").fail(
                sentence("bản đang dùng của {code} phải có hiệu lực sau {day}", code=policy.code, day=until)
            )
        unit = node.get("unit")
        versions.append(
            replace(
                policy,
                duration=node.get("duration").whole(),
                unit=policy.unit if unit.value is None else unit.one_of(_UNITS_OF_TIME, "đơn vị thời gian"),
                citation=node.get("citation").text(),
                confidence=node.get("confidence").text(),
                valid_from=since,
                valid_to=until,
            )
        )
    return tuple(versions)


def _variant(variants: Node, key: str) -> Variant:
    node = variants.get(key)
    return Variant(
        key,
        node.get("duration").whole(),
        node.get("unit").one_of(_UNITS_OF_TIME, "đơn vị thời gian"),
        _in_both(node, "vi", "en") if node.get("vi").opt_text() else "",
    )


def _span(node: Node) -> tuple[date | None, date | None]:
    """Return the first and last day an entry counts."""
    since, until = node.get("valid_from").opt_day(), node.get("valid_to").opt_day()
    if since is not None and until is not None and until < since:
        raise node.get("valid_to").fail(
            sentence("{until} trước valid_from {since}", until=until, since=since)
        )
    return since, until


def _news(file: Node) -> dict[str, NewsSection]:
    return {
        code: NewsSection(code, node.get("vi").text(), node.get("en").text(), node.get("order").whole())
        for code, node in unique(file.get("sections").items()).items()
    }


def _survey(file: Node) -> Survey:
    return Survey(
        scale={node.get("value").whole(): node.get("vi").text() for node in file.get("scale").items()},
        questions=tuple(
            SurveyQuestion(
                code=code,
                type=node.get("type").text(),
                vi=node.get("vi").text(),
                en=node.get("en").text(),
                options=node.get("options").texts(),
            )
            for code, node in unique(file.get("questions").items()).items()
        ),
        rules=_both(file, "rules", "rules_en"),
    )
