-- The tables of the portal, as they were before anybody thought of AI.
CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT, purpose TEXT);
CREATE TABLE users (id INTEGER PRIMARY KEY, tenant_id INTEGER, email TEXT, is_executive INTEGER);
CREATE TABLE models (id INTEGER PRIMARY KEY, tenant_id INTEGER, name TEXT, used_for TEXT, owner_id INTEGER, live INTEGER, risky INTEGER);
CREATE TABLE policies (
	id INTEGER PRIMARY KEY, tenant_id INTEGER, title TEXT, rev INTEGER, law INTEGER, improve INTEGER,
	signed_by INTEGER, signed_on TEXT,
	signed_digest TEXT -- the one new column: the digest of what was signed, aims.DigestOf(policy.Content())
);
CREATE TABLE soa (
	tenant_id INTEGER, control TEXT, applies INTEGER, reason TEXT, state TEXT, owner_id INTEGER, since TEXT,
	version INTEGER NOT NULL DEFAULT 1, -- counted up by every change of the row
	PRIMARY KEY (tenant_id, control)
);
-- The module for ISO/IEC 27001: its own clauses, its own words.
CREATE TABLE isms_checks (tenant_id INTEGER, clause TEXT, result TEXT, remark TEXT, checked_by INTEGER, checked_on TEXT);

INSERT INTO tenants VALUES (1, 'Another customer', 'something else'), (2, 'North Clinic Software', 'helps hospitals plan their beds');
INSERT INTO users VALUES (10, 1, 'x@example.org', 1), (17, 2, 'head@example.com', 1), (23, 2, 'dev@example.com', 0);
INSERT INTO models VALUES (1, 1, 'Chat', 'chat', 10, 1, 0), (5, 2, 'Bed forecast', 'forecast the beds that a ward needs', 23, 1, 0);
INSERT INTO policies VALUES (1, 1, 'Policy of another customer', 9, 1, 1, NULL, NULL, NULL), (4, 2, 'AI policy', 3, 1, 1, 17, '2026-03-01', 'sha256:cc616e03bab96a0499907dd829c8e2c7e0e244ae0ff8c56e371bf97fbb55cc50');
INSERT INTO soa (tenant_id, control, applies, reason, state, owner_id, since) VALUES
	(1, 'A.2.2', 1, 'best practice', 'done', 10, '2026-01-01'),
	(2, 'A.2.2', 1, 'customers ask for it', 'done', 17, '2026-03-01'),
	(2, 'A.6.2.4', 1, 'a wrong forecast harms patients', 'half', 23, '2026-04-01'),
	(2, 'A.10.4', 0, 'hospitals take part in no development', NULL, NULL, NULL);
INSERT INTO isms_checks VALUES
	(1, '7.5', 'fail', 'nothing is controlled', 10, '2026-05-01'),
	(2, '7.5', 'pass', 'document control works', 17, '2026-05-02'),
	(2, '9.2', 'fail', 'the audit of last year was not held', 17, '2026-05-02'),
	(2, '7.2', 'minor', 'two records of training are missing', 17, '2026-05-02');
