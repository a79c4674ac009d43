"""Schema changes of the encrypted file, one file each, run by ``console.cache.schema``."""

SCHEMA_VERSION = 17
"""What ``PRAGMA user_version`` says after the newest migration; the number of files in ``versions/``."""
