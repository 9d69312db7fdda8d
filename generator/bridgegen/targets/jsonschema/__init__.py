"""The types of the interface as one JSON Schema 2020-12 bundle."""
