# Everything is done by tools/setup.py, which only needs Python 3.11; see `make help`.
# Arguments go through ARGS:  make test ARGS="-k period -x"     make run ARGS="--db registre.mutu"

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test bench screens lint lock

help:
	@echo "make run     ouvre MutuDesk sur la démonstration"
	@echo "make test    lance tous les tests"
	@echo "make bench   mesure les performances"
	@echo "make screens dessine chaque page dans build/screens"
	@echo "make lint    vérifie la mise en forme, les types et les dépendances entre couches"
	@echo "make lock    recalcule les versions verrouillées (ARGS=--upgrade pour les plus récentes)"
	@echo
	@echo "Arguments : make test ARGS=\"-k period -x\""

run test bench screens lint lock:
	@$(PYTHON) tools/setup.py $@ $(ARGS)
