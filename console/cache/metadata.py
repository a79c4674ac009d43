"""What all tables of the encrypted file beside the log belong to."""

from sqlalchemy import MetaData

metadata = MetaData()
