"""The Python SDK: models, services, synchronous and asynchronous facades, errors, events, constants."""
