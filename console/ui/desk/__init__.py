"""The main window: puts the feature packages together and lets them talk. The only ui package that imports others."""
