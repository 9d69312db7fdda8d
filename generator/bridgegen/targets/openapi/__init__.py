"""The HTTP service of the interface, as an OpenAPI 3.1 document."""
