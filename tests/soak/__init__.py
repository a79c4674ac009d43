"""The whole console at work for a long time while everything around it fails now and then."""
