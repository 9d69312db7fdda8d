"""A small, real implementation of the library interface: what the surfaces are tested against."""
