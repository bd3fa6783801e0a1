"""The assignments of an agent and the missions they are shared among."""
