"""The examples of the interface as one JSON document, for the conformance runner."""
