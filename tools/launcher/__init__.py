"""What stands behind `tools/setup.py`: the machine, the environment, the packages, the commands.

Standard library only, and written so that an old Python can read it: it has to say that it is old.
"""
