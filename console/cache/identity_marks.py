"""What the store knows of who wrote, to be covered in what leaves; nobody is shown it (domain.md §5.1, §5.2)."""

from sqlalchemy import Connection, select

from console.cache import tables as t


def source_marks(connection: Connection, conversation_id: str) -> tuple[str, ...]:
    """Return name, phone and Zalo id of a conversation's citizen, for ``mask_source``; nothing where none is kept."""
    i = t.identity.c
    row = connection.execute(
        select(i.display_name, i.phone, i.zalo_user_id).where(i.conversation_id == conversation_id)
    ).one_or_none()
    return tuple(row) if row is not None else ()
