"""The encrypted file: projections of the log, search, drafts, and what the gateway must remember."""
