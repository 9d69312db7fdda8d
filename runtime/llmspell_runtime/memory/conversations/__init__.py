"""Conversations under a budget of tokens, in this process or in persistent memory."""
