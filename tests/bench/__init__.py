"""Speed and memory against the budgets of the design, each beside its floor: the same work with nothing around it."""
