"""The reference in Markdown, for people and for models."""
