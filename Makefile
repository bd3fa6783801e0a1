# Everything is done by tools/setup.py, which only needs Python 3.11; see `make help`.
# Arguments go through ARGS:  make test ARGS="-k period -x"     make run ARGS="--db registre.mutu"

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test fast mutants faults bench screens lint lock wheel

help:
	@echo "make run      open MutuDesk on the demonstration"
	@echo "make test     run all tests"
	@echo "make fast     run those that need no window and no other process"
	@echo "make mutants  try known faults and name those that no test notices"
	@echo "make faults   cut the power, fail the disk, kill: everything that was told done is there"
	@echo "make bench    measure speed"
	@echo "make screens  draw every page into build/screens"
	@echo "make lint     check formatting, rules, types, layers, translations and sizes"
	@echo "make lock     compile the locked versions again (ARGS=--upgrade for the newest)"
	@echo "make wheel    build the package and try it in an environment of its own"
	@echo
	@echo "Arguments: make test ARGS=\"-k period -x\""

# -E: what PYTHONPATH and the like say is for other programs.
run test fast mutants faults bench screens lint lock wheel:
	@$(PYTHON) -E tools/setup.py $@ $(ARGS)
