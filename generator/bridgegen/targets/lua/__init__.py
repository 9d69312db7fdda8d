"""The Lua surface: one module per bridge over the hand-written package ``bridge_runtime``."""
