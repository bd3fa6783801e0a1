CREATE INDEX ix_agent_name_fold_id ON agent (name_fold, id);
CREATE INDEX ix_assignment_agent_id_service_id_valid_from_valid_until ON assignment (agent_id, service_id, valid_from, valid_until);
CREATE INDEX ix_assignment_hierarchical_body_id ON assignment (hierarchical_body_id);
CREATE INDEX ix_assignment_service_id_valid_until ON assignment (service_id, valid_until);
CREATE INDEX ix_epci_membership_body_id_epci_id_valid_from_valid_until ON epci_membership (body_id, epci_id, valid_from, valid_until);
CREATE INDEX ix_epci_membership_epci_id ON epci_membership (epci_id);
CREATE INDEX ix_journal_kind_record ON journal (kind, record);
CREATE INDEX ix_legal_identity_body_id_valid_from_valid_until ON legal_identity (body_id, valid_from, valid_until);
CREATE INDEX ix_managing_period_body_id ON managing_period (body_id);
CREATE INDEX ix_managing_period_service_id_valid_from_valid_until ON managing_period (service_id, valid_from, valid_until);
CREATE INDEX ix_mandate_body_id_acting_valid_from_valid_until ON mandate (body_id, acting, valid_from, valid_until);
CREATE INDEX ix_membership_body_id ON membership (body_id);
CREATE INDEX ix_membership_mission_mission_id ON membership_mission (mission_id);
CREATE INDEX ix_membership_service_id_body_id_valid_from_valid_until ON membership (service_id, body_id, valid_from, valid_until);
CREATE INDEX ix_mission_share_agent_id_valid_from_valid_until ON mission_share (agent_id, valid_from, valid_until);
CREATE INDEX ix_mission_share_beneficiary_id_valid_until ON mission_share (beneficiary_id, valid_until);
CREATE INDEX ix_mission_share_mission_id_valid_until ON mission_share (mission_id, valid_until);
CREATE INDEX ix_mission_share_operational_body_id ON mission_share (operational_body_id);
CREATE INDEX ix_position_agent_id_valid_from_valid_until ON position (agent_id, valid_from, valid_until);
CREATE INDEX ix_position_employer_id ON position (employer_id);
CREATE INDEX ix_service_terms_service_id_valid_from_valid_until ON service_terms (service_id, valid_from, valid_until);
CREATE TABLE agent (
	matricule TEXT NOT NULL, 
	civility TEXT NOT NULL, 
	last_name TEXT NOT NULL, 
	first_name TEXT NOT NULL, 
	name_fold TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_agent PRIMARY KEY (id), 
	CONSTRAINT uq_agent_matricule UNIQUE (matricule)
)
 STRICT

;
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE assignment (
	agent_id INTEGER NOT NULL, 
	service_id INTEGER NOT NULL, 
	ground TEXT NOT NULL, 
	share INTEGER NOT NULL, 
	hierarchical_body_id INTEGER, 
	hierarchical_reason TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT ck_assignment_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_assignment_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_assignment_share_range CHECK (share BETWEEN 1 AND 10000), 
	CONSTRAINT ck_assignment_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_assignment_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_assignment_hierarchical_body_id FOREIGN KEY(hierarchical_body_id) REFERENCES public_body (id), 
	CONSTRAINT fk_assignment_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT ck_assignment_ground CHECK (ground IN ('transfert_plein_droit', 'mise_a_disposition_plein_droit', 'mise_a_disposition_individuelle', 'mutation', 'detachement', 'reprise_contrat', 'recrutement', 'affectation_interne'))
)
 STRICT

;
CREATE TABLE epci_membership (
	epci_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_epci_membership PRIMARY KEY (id), 
	CONSTRAINT ck_epci_membership_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_epci_membership_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_epci_membership_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_epci_membership_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT fk_epci_membership_epci_id FOREIGN KEY(epci_id) REFERENCES public_body (id)
)
 STRICT

;
CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	act INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	why TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	salt TEXT, 
	data TEXT, 
	digest TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (seq)
)
 STRICT

;
CREATE TABLE legal_identity (
	body_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_fold TEXT NOT NULL, 
	legal_form TEXT NOT NULL, 
	seat TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_legal_identity PRIMARY KEY (id), 
	CONSTRAINT ck_legal_identity_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_legal_identity_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_legal_identity_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_legal_identity_body_id FOREIGN KEY(body_id) REFERENCES public_body (id)
)
 STRICT

;
CREATE TABLE managing_period (
	service_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_managing_period PRIMARY KEY (id), 
	CONSTRAINT ck_managing_period_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_managing_period_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_managing_period_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_managing_period_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT fk_managing_period_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id)
)
 STRICT

;
CREATE TABLE mandate (
	body_id INTEGER NOT NULL, 
	quality TEXT NOT NULL, 
	civility TEXT NOT NULL, 
	last_name TEXT NOT NULL, 
	first_name TEXT NOT NULL, 
	acting INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_mandate PRIMARY KEY (id), 
	CONSTRAINT ck_mandate_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_mandate_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_mandate_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES public_body (id)
)
 STRICT

;
CREATE TABLE membership (
	service_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	level TEXT NOT NULL, 
	decided_on TEXT, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT ck_membership_decided_on_iso CHECK (decided_on IS NULL OR date(decided_on, '+0 days') IS decided_on), 
	CONSTRAINT ck_membership_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_membership_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_membership_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_membership_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT fk_membership_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT ck_membership_level CHECK (level IN ('adherente', 'integree'))
)
 STRICT

;
CREATE TABLE membership_mission (
	membership_id INTEGER NOT NULL, 
	mission_id INTEGER NOT NULL, 
	CONSTRAINT pk_membership_mission PRIMARY KEY (membership_id, mission_id), 
	CONSTRAINT fk_membership_mission_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_membership_mission_mission_id FOREIGN KEY(mission_id) REFERENCES mission (id)
)
 STRICT

;
CREATE TABLE mission (
	service_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	label TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_mission PRIMARY KEY (id), 
	CONSTRAINT fk_mission_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT uq_mission_service_id_code UNIQUE (service_id, code)
)
 STRICT

;
CREATE TABLE mission_share (
	agent_id INTEGER NOT NULL, 
	mission_id INTEGER NOT NULL, 
	beneficiary_id INTEGER NOT NULL, 
	share INTEGER NOT NULL, 
	operational_body_id INTEGER, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_mission_share PRIMARY KEY (id), 
	CONSTRAINT ck_mission_share_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_mission_share_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_mission_share_share_range CHECK (share BETWEEN 1 AND 10000), 
	CONSTRAINT ck_mission_share_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_mission_share_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_mission_share_beneficiary_id FOREIGN KEY(beneficiary_id) REFERENCES public_body (id), 
	CONSTRAINT fk_mission_share_mission_id FOREIGN KEY(mission_id) REFERENCES mission (id), 
	CONSTRAINT fk_mission_share_operational_body_id FOREIGN KEY(operational_body_id) REFERENCES public_body (id)
)
 STRICT

;
CREATE TABLE population (
	body_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	municipal INTEGER, 
	total INTEGER, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_population PRIMARY KEY (id), 
	CONSTRAINT fk_population_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT uq_population_body_id_year UNIQUE (body_id, year)
)
 STRICT

;
CREATE TABLE position (
	agent_id INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	category TEXT NOT NULL, 
	cadre_emplois TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	working_time INTEGER NOT NULL, 
	employer_id INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_position PRIMARY KEY (id), 
	CONSTRAINT ck_position_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_position_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_position_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT ck_position_working_time_range CHECK (working_time BETWEEN 1 AND 10000), 
	CONSTRAINT fk_position_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_position_employer_id FOREIGN KEY(employer_id) REFERENCES public_body (id), 
	CONSTRAINT ck_position_status CHECK (status IN ('titulaire', 'stagiaire', 'cdi', 'cdd', 'apprenti', 'vacataire', 'prive'))
)
 STRICT

;
CREATE TABLE public_body (
	siren TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	insee_code TEXT NOT NULL, 
	departement TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_public_body PRIMARY KEY (id), 
	CONSTRAINT uq_public_body_siren UNIQUE (siren), 
	CONSTRAINT ck_public_body_kind CHECK (kind IN ('commune', 'epci', 'ccas', 'autre'))
)
 STRICT

;
CREATE TABLE register (
	id INTEGER NOT NULL, 
	epci_id INTEGER NOT NULL, 
	reference_vintage TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_register PRIMARY KEY (id), 
	CONSTRAINT ck_register_single CHECK (id = 1), 
	CONSTRAINT fk_register_epci_id FOREIGN KEY(epci_id) REFERENCES public_body (id)
)
 STRICT

;
CREATE TABLE service_origin (
	service_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_service_origin PRIMARY KEY (id), 
	CONSTRAINT fk_service_origin_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT fk_service_origin_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT uq_service_origin_service_id_body_id_name UNIQUE (service_id, body_id, name)
)
 STRICT

;
CREATE TABLE service_terms (
	service_id INTEGER NOT NULL, 
	duration TEXT NOT NULL, 
	notice_months INTEGER, 
	financial_terms TEXT NOT NULL, 
	court TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_service_terms PRIMARY KEY (id), 
	CONSTRAINT ck_service_terms_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_service_terms_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT ck_service_terms_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT fk_service_terms_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id)
)
 STRICT

;
CREATE TABLE shared_service (
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_fold TEXT NOT NULL, 
	ground TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_shared_service PRIMARY KEY (id), 
	CONSTRAINT uq_shared_service_code UNIQUE (code), 
	CONSTRAINT ck_shared_service_ground CHECK (ground IN ('L5211-4-2', 'L5211-4-1', 'autre'))
)
 STRICT

;
CREATE TABLE sqlite_stat1(tbl,idx,stat);
CREATE TRIGGER journal_append_only_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal_append_only'); END;
CREATE TRIGGER journal_append_only_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal_append_only'); END;
CREATE TRIGGER period_overlap_assignment_insert AFTER INSERT ON assignment WHEN EXISTS (SELECT 1 FROM assignment WHERE agent_id = NEW.agent_id AND service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_assignment_update AFTER UPDATE ON assignment WHEN EXISTS (SELECT 1 FROM assignment WHERE agent_id = NEW.agent_id AND service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_epci_membership_insert AFTER INSERT ON epci_membership WHEN EXISTS (SELECT 1 FROM epci_membership WHERE body_id = NEW.body_id AND epci_id = NEW.epci_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_epci_membership_update AFTER UPDATE ON epci_membership WHEN EXISTS (SELECT 1 FROM epci_membership WHERE body_id = NEW.body_id AND epci_id = NEW.epci_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_legal_identity_insert AFTER INSERT ON legal_identity WHEN EXISTS (SELECT 1 FROM legal_identity WHERE body_id = NEW.body_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_legal_identity_update AFTER UPDATE ON legal_identity WHEN EXISTS (SELECT 1 FROM legal_identity WHERE body_id = NEW.body_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_managing_period_insert AFTER INSERT ON managing_period WHEN EXISTS (SELECT 1 FROM managing_period WHERE service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_managing_period_update AFTER UPDATE ON managing_period WHEN EXISTS (SELECT 1 FROM managing_period WHERE service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_mandate_insert AFTER INSERT ON mandate WHEN EXISTS (SELECT 1 FROM mandate WHERE body_id = NEW.body_id AND acting = NEW.acting AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_mandate_update AFTER UPDATE ON mandate WHEN EXISTS (SELECT 1 FROM mandate WHERE body_id = NEW.body_id AND acting = NEW.acting AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_membership_insert AFTER INSERT ON membership WHEN EXISTS (SELECT 1 FROM membership WHERE service_id = NEW.service_id AND body_id = NEW.body_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_membership_update AFTER UPDATE ON membership WHEN EXISTS (SELECT 1 FROM membership WHERE service_id = NEW.service_id AND body_id = NEW.body_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_position_insert AFTER INSERT ON position WHEN EXISTS (SELECT 1 FROM position WHERE agent_id = NEW.agent_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_position_update AFTER UPDATE ON position WHEN EXISTS (SELECT 1 FROM position WHERE agent_id = NEW.agent_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_service_terms_insert AFTER INSERT ON service_terms WHEN EXISTS (SELECT 1 FROM service_terms WHERE service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
CREATE TRIGGER period_overlap_service_terms_update AFTER UPDATE ON service_terms WHEN EXISTS (SELECT 1 FROM service_terms WHERE service_id = NEW.service_id AND id <> NEW.id AND valid_from < NEW.valid_until AND valid_until > NEW.valid_from) BEGIN SELECT RAISE(ABORT, 'period_overlap'); END;
