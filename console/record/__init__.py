"""The append-only event log: what happened, in one order, hash-chained."""
