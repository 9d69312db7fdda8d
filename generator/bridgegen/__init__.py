"""bridgegen: compiles one interface, written in YAML, into the surfaces of many languages."""

__version__ = "0.1.0"
