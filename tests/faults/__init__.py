"""Power cuts, failing disks, kills and flipped bits: what was told done is there, nothing is half.

`make faults` runs all of it with a shim between the program and the disk (`shim.c`); `make test` a
short part without one.
"""
