"""The only part that talks to Zalo: walk, reply sender, token keeper, media. Qt-free, synchronous, one tick at a time."""
