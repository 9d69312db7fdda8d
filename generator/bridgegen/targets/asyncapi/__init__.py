"""One AsyncAPI document for the events."""
