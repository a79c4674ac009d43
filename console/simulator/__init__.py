"""The Zalo OA OpenAPI served locally, with a living inbox and fault knobs.

It imports nothing of ours on purpose: what it does comes from the API document, so a misreading in the client cannot hide
behind the same misreading here. Start at ``server.Running`` (in a thread, for tests) or ``cli.main`` (a process).
"""
