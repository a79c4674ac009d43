"""What the store knows of who wrote, to be covered in what leaves; nobody is shown it (domain.md §5.1, §5.2)."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, select

from console.cache import tables as t

_MANY = 400


def source_marks(connection: Connection, conversation_id: str) -> tuple[str, ...]:
    """Return name, phone and Zalo id of a conversation's citizen, for ``mask_source``; nothing where none is kept."""
    return marks_of_many(connection, (conversation_id,)).get(conversation_id, ())


def marks_of_many(connection: Connection, conversations: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return name, phone and Zalo id of each of these conversations' citizens, of those that are kept."""
    i = t.identity.c
    return {
        row.conversation_id: (row.display_name, row.phone, row.zalo_user_id)
        for ids in _chunks(sorted(conversations))
        for row in connection.execute(
            select(i.conversation_id, i.display_name, i.phone, i.zalo_user_id).where(
                i.conversation_id.in_(ids)
            )
        )
    }


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]
