package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// DB is what a store works on: a *pgxpool.Pool, a *pgx.Conn or a pgx.Tx.
type DB interface {
	Begin(ctx context.Context) (pgx.Tx, error)
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

// Store is one tenant of a database. [Open] makes it.
type Store struct {
	db     DB
	tenant string
}

var _ store.Store = (*Store)(nil)

// The last version of a record has the greatest number as until. The index of
// the present holds one entry for every record that is there.
const schema = `
CREATE TABLE IF NOT EXISTS aims_tenant (
	tenant text   COLLATE "C" PRIMARY KEY,
	rev    bigint NOT NULL, -- the present revision
	oldest bigint NOT NULL  -- the first that can be read
);
CREATE TABLE IF NOT EXISTS aims_record (
	tenant text   COLLATE "C" NOT NULL REFERENCES aims_tenant,
	kind   text   COLLATE "C" NOT NULL,
	id     text   COLLATE "C" NOT NULL,
	rev    bigint NOT NULL, -- the revision that wrote this version
	until  bigint NOT NULL, -- the revision that replaced or deleted it
	schema int    NOT NULL,
	data   bytea  NOT NULL,
	PRIMARY KEY (tenant, kind, id, rev)
);
CREATE UNIQUE INDEX IF NOT EXISTS aims_present ON aims_record (tenant, kind, id) WHERE until = 9223372036854775807;
CREATE INDEX IF NOT EXISTS aims_past ON aims_record (tenant, until) WHERE until < 9223372036854775807;`

// Setup makes the tables where there are none.
func Setup(ctx context.Context, db DB) error {
	tx, err := db.Begin(ctx)
	if err != nil {
		return failed(err)
	}
	defer tx.Rollback(ctx) //nolint:errcheck // after a commit it does nothing
	// Two programs that begin at the same time would collide.
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(42001)`); err != nil {
		return failed(err)
	}
	if _, err := tx.Exec(ctx, schema); err != nil {
		return failed(err)
	}
	return failed(tx.Commit(ctx))
}

// Open returns the store of a tenant, and makes it if it is new. The name may
// be any text without zero bytes.
func Open(ctx context.Context, db DB, tenant string) (*Store, error) {
	// Who inserts a row that is there waits for its writers; who asks does not.
	_, err := db.Exec(ctx, `INSERT INTO aims_tenant SELECT $1, 0, 1
		WHERE NOT EXISTS (SELECT FROM aims_tenant WHERE tenant = $1) ON CONFLICT DO NOTHING`, tenant)
	if err != nil {
		return nil, failed(err)
	}
	return &Store{db, tenant}, nil
}

// Get returns a record at a revision.
func (s *Store) Get(ctx context.Context, ref aims.Ref, at store.Rev) (store.Record, error) {
	if err := store.CheckGet(ref, at); err != nil {
		return store.Record{}, err
	}
	records, err := s.query(ctx, at, `r.kind = $2 AND r.id = $3`, ref.Kind, ref.ID, 1)
	if err == nil && len(records) == 0 {
		err = fmt.Errorf("%w: %s", store.ErrNotFound, ref)
	}
	if err != nil {
		return store.Record{}, err
	}
	return records[0], nil
}

// List returns a page of records at a revision.
func (s *Store) List(ctx context.Context, kind aims.Kind, after string, limit int, at store.Rev) ([]store.Record, error) {
	if err := store.CheckList(kind, after, limit, at); err != nil {
		return nil, err
	}
	return s.query(ctx, at, `r.kind = $2 AND r.id > $3`, kind, after, limit)
}

// query reads records and the bounds of the window in one statement, so that
// both are of one moment.
func (s *Store) query(ctx context.Context, at store.Rev, which string, kind aims.Kind, id string, limit int) ([]store.Record, error) {
	when := `r.until = 9223372036854775807 AND $5::bigint = 0` // the index wants it as it is
	if at > 0 {
		when = `r.rev <= $5 AND r.until > $5`
	}
	rows, err := s.db.Query(ctx, `
		SELECT t.rev, t.oldest, r.kind, r.id, r.rev, r.schema, r.data
		FROM aims_tenant t LEFT JOIN aims_record r ON r.tenant = t.tenant AND `+which+` AND `+when+`
		WHERE t.tenant = $1 ORDER BY r.id LIMIT $4`, s.tenant, string(kind), id, limit, int64(at))
	if err != nil {
		return nil, failed(err)
	}
	defer rows.Close()
	var records []store.Record
	var now, oldest store.Rev
	for rows.Next() {
		var kind, id *string
		var rev *store.Rev
		var schema *int
		var data []byte
		if err := rows.Scan(&now, &oldest, &kind, &id, &rev, &schema, &data); err != nil {
			return nil, failed(err)
		}
		if id != nil { // else there is no such record
			records = append(records, store.Record{Ref: aims.Ref{Kind: aims.Kind(*kind), ID: *id}, Rev: *rev, Schema: *schema, Data: data})
		}
	}
	if err := rows.Err(); err != nil {
		return nil, failed(err)
	}
	if at > now || at > 0 && at < oldest {
		return nil, fmt.Errorf("%w: revision %d; there are %d to %d", store.ErrRevisionGone, at, oldest, now)
	}
	return records, nil
}

// Put does all writes or none.
func (s *Store) Put(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if err := store.CheckPut(writes); err != nil {
		return 0, err
	}
	if !slices.ContainsFunc(writes, store.Write.Changes) {
		rows, err := s.db.Query(ctx, expected, s.expected(writes)...)
		if err != nil {
			return 0, failed(err)
		}
		rev, err := conflicts(rows, writes)
		return rev, failed(err)
	}
	rev, err := s.change(ctx, writes)
	var failure *pgconn.PgError
	if errors.As(err, &failure) {
		switch failure.Code {
		case "40001", "40P01": // serialization failure, deadlock: somebody else was first
			conflict := new(store.ConflictError)
			for _, w := range writes {
				conflict.Refs = append(conflict.Refs, w.Ref)
			}
			return 0, conflict
		}
	}
	return rev, failed(err)
}

// change does writes in a transaction.
func (s *Store) change(ctx context.Context, writes []store.Write) (rev store.Rev, err error) {
	tx, err := s.db.Begin(ctx)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback(ctx) //nolint:errcheck // after a commit it does nothing
	// The lock on this row lets one writer of the tenant in at a time. What goes
	// together is sent together: the others wait for every round trip.
	ask := new(pgx.Batch)
	ask.Queue(`UPDATE aims_tenant SET rev = rev + 1 WHERE tenant = $1 RETURNING rev`, s.tenant).QueryRow(func(row pgx.Row) error { return row.Scan(&rev) })
	ask.Queue(expected, s.expected(writes)...).Query(func(rows pgx.Rows) error {
		_, err := conflicts(rows, writes)
		return err
	})
	if err := tx.SendBatch(ctx, ask).Close(); err != nil {
		return 0, err
	}
	var end, add struct{ kinds, ids []string }
	var schemas []int32
	var data [][]byte
	for _, w := range writes {
		kind, id := string(w.Ref.Kind), w.Ref.ID
		if w.Op == store.Update || w.Op == store.Delete {
			end.kinds, end.ids = append(end.kinds, kind), append(end.ids, id)
		}
		if w.Op == store.Update || w.Op == store.Create {
			add.kinds, add.ids = append(add.kinds, kind), append(add.ids, id)
			schemas, data = append(schemas, int32(w.Schema)), append(data, w.Data)
		}
	}
	do := new(pgx.Batch)
	do.Queue(`
		UPDATE aims_record r SET until = $2 FROM unnest($3::text[], $4::text[]) AS w (kind, id)
		WHERE r.tenant = $1 AND r.kind = w.kind AND r.id = w.id AND r.until = 9223372036854775807`,
		s.tenant, int64(rev), end.kinds, end.ids)
	do.Queue(`
		INSERT INTO aims_record (tenant, kind, id, rev, until, schema, data)
		SELECT $1, kind, id, $2, 9223372036854775807, schema, data
		FROM unnest($3::text[], $4::text[], $5::int[], $6::bytea[]) AS w (kind, id, schema, data)`,
		s.tenant, int64(rev), add.kinds, add.ids, schemas, data)
	if err := tx.SendBatch(ctx, do).Close(); err != nil {
		return 0, err
	}
	return rev, tx.Commit(ctx)
}

// expected asks for the present revision, and for that of every record that is
// to be written, all of one moment.
const expected = `
	SELECT t.rev, coalesce(r.rev, 0)
	FROM aims_tenant t
	LEFT JOIN unnest($2::text[], $3::text[]) WITH ORDINALITY AS w (kind, id, i) ON true
	LEFT JOIN aims_record r ON r.tenant = t.tenant AND r.kind = w.kind AND r.id = w.id AND r.until = 9223372036854775807
	WHERE t.tenant = $1 ORDER BY w.i`

func (s *Store) expected(writes []store.Write) []any {
	kinds, ids := make([]string, len(writes)), make([]string, len(writes))
	for i, w := range writes {
		kinds[i], ids[i] = string(w.Ref.Kind), w.Ref.ID
	}
	return []any{s.tenant, kinds, ids}
}

// conflicts reads the answer, names the records that are not as the writes
// expect, and returns the present revision.
func conflicts(rows pgx.Rows, writes []store.Write) (now store.Rev, err error) {
	defer rows.Close()
	var conflict store.ConflictError
	for i := 0; rows.Next(); i++ {
		var rev store.Rev
		if err := rows.Scan(&now, &rev); err != nil {
			return 0, err
		}
		if i < len(writes) && rev != writes[i].Expect {
			conflict.Refs = append(conflict.Refs, writes[i].Ref)
		}
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	if len(conflict.Refs) > 0 {
		return 0, &conflict
	}
	return now, nil
}

// Forget makes all states older than the last keep revisions unreadable, and
// deletes what only they held; the database frees the room with its next
// VACUUM. At least [store.MinKeep] revisions stay.
func (s *Store) Forget(ctx context.Context, keep int) error {
	tx, err := s.db.Begin(ctx)
	if err != nil {
		return failed(err)
	}
	defer tx.Rollback(ctx) //nolint:errcheck // after a commit it does nothing
	var oldest store.Rev
	if err := tx.QueryRow(ctx, `UPDATE aims_tenant SET oldest = greatest(oldest, rev - $2) WHERE tenant = $1 RETURNING oldest`,
		s.tenant, max(keep, store.MinKeep)).Scan(&oldest); err != nil {
		return failed(err)
	}
	if _, err := tx.Exec(ctx, `DELETE FROM aims_record WHERE tenant = $1 AND until <= $2 AND until < 9223372036854775807`, s.tenant, int64(oldest)); err != nil {
		return failed(err)
	}
	return failed(tx.Commit(ctx))
}

// failed says where an error comes from.
func failed(err error) error {
	if err == nil || errors.Is(err, store.ErrConflict) {
		return err
	}
	return fmt.Errorf("postgres: %w", err)
}
