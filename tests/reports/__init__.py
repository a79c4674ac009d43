"""Register, reports and slips."""
