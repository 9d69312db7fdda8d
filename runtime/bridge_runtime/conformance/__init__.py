"""Proof that every surface gives what the interface's examples say: run them all, compare, print a matrix."""
