"""The convention by which a body joins a shared service: content, values, story, annexes."""
