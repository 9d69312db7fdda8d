"""Python on both sides of the C library: the glue inside it, and bindings that load it from another process."""
