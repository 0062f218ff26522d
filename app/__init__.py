"""Everything of Reelmend that needs no screen: media, document, engine, jobs, command line."""

__version__ = "0.1.0"
