"""The statistics page (png 07): figures of a period, every number with its table and the cases behind it."""
