package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
	_ "modernc.org/sqlite" // the driver
)

// ErrDamaged: the file does not hold what was written.
var ErrDamaged = errors.New("sqlite: the file is damaged; restore a backup")

// Store is one file. [Open] makes it.
type Store struct {
	read, write *sql.DB // one connection writes, in the order of asking
}

// The schema. The last version of a record has until = present, so the index
// holds one entry for every record that is there, in byte order.
const (
	present = math.MaxInt64

	schema = `
CREATE TABLE meta (
	one    INTEGER PRIMARY KEY CHECK (one = 1),
	rev    INTEGER NOT NULL, -- the present revision
	oldest INTEGER NOT NULL  -- the first that can be read
) STRICT;
CREATE TABLE record (
	kind   TEXT    NOT NULL,
	id     TEXT    NOT NULL,
	rev    INTEGER NOT NULL, -- the revision that wrote this version
	until  INTEGER NOT NULL, -- the revision that replaced or deleted it
	schema INTEGER NOT NULL,
	data   BLOB    NOT NULL,
	sum    BLOB    NOT NULL, -- digest of the above, without until
	PRIMARY KEY (kind, id, rev)
) STRICT;
CREATE UNIQUE INDEX present ON record (kind, id) WHERE until = 9223372036854775807;
CREATE INDEX past ON record (until) WHERE until < 9223372036854775807;
INSERT INTO meta VALUES (1, 0, 1);
PRAGMA application_id = 42001;
PRAGMA user_version = 1;`
)

// Open opens a file, or makes it. A file of something else, of a newer version
// or with damage is refused.
func Open(ctx context.Context, file string) (*Store, error) {
	dsn := (&url.URL{Scheme: "file", Opaque: url.PathEscape(file), RawQuery: url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(1)"},
	}.Encode()}).String()
	s := new(Store)
	for _, db := range []**sql.DB{&s.write, &s.read} {
		opened, err := sql.Open("sqlite", dsn)
		if err != nil {
			return nil, errors.Join(failed(err), s.Close())
		}
		*db = opened
	}
	s.write.SetMaxOpenConns(1)
	s.read.SetMaxOpenConns(8)
	s.read.SetMaxIdleConns(8)
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", file, failed(err)), s.Close())
	}
	return s, nil
}

// prepare makes the tables in a new file, and checks any other.
func (s *Store) prepare(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	var application, version, tables int
	if err := tx.QueryRowContext(ctx, `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&application, &version, &tables); err != nil {
		return err
	}
	switch {
	case application == 42001 && version == 1:
		if err := tx.Rollback(); err != nil {
			return err
		}
		return s.Check(ctx)
	case application == 42001:
		return fmt.Errorf("the file is of version %d, this program knows 1; update it", version)
	case application != 0 || version != 0 || tables != 0:
		return errors.New("the file is a database of something else")
	}
	if _, err := tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	return tx.Commit()
}

// Close ends the use of the file.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Get returns a record at a revision.
func (s *Store) Get(ctx context.Context, ref aims.Ref, at store.Rev) (store.Record, error) {
	if err := store.CheckGet(ref, at); err != nil {
		return store.Record{}, err
	}
	records, err := s.query(ctx, at, `r.kind = ? AND r.id = ?`, 1, string(ref.Kind), ref.ID)
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
	return s.query(ctx, at, `r.kind = ? AND r.id > ?`, limit, string(kind), after)
}

// query reads records and the bounds of the window in one statement, so that
// both are of one moment.
func (s *Store) query(ctx context.Context, at store.Rev, which string, limit int, args ...any) ([]store.Record, error) {
	when := `r.until = 9223372036854775807` // the index wants it as it is
	if at > 0 {
		when = `r.rev <= ? AND r.until > ?`
		args = append(args, at, at)
	}
	rows, err := s.read.QueryContext(ctx, `
		SELECT m.rev, m.oldest, r.kind, r.id, r.rev, r.schema, r.data, r.sum
		FROM meta m LEFT JOIN record r ON `+which+` AND `+when+`
		WHERE m.one = 1 ORDER BY r.id LIMIT ?`, append(args, limit)...)
	if err != nil {
		return nil, failed(err)
	}
	defer rows.Close()
	var records []store.Record
	var now, oldest store.Rev
	for rows.Next() {
		var kind, id sql.Null[string]
		var rev, schema sql.Null[int64]
		var data, sum []byte
		if err := rows.Scan(&now, &oldest, &kind, &id, &rev, &schema, &data, &sum); err != nil {
			return nil, failed(err)
		}
		if !id.Valid {
			break // no such record
		}
		r := store.Record{Ref: aims.Ref{Kind: aims.Kind(kind.V), ID: id.V}, Rev: store.Rev(rev.V), Schema: int(schema.V), Data: data}
		if !slices.Equal(sumOf(r), sum) {
			return nil, fmt.Errorf("%w: %s at revision %d", ErrDamaged, r.Ref, r.Rev)
		}
		records = append(records, r)
	}
	if err := cmp.Or(rows.Err(), rows.Close()); err != nil {
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
		return s.verify(ctx, writes)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return 0, failed(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := conflicts(ctx, tx, writes); err != nil {
		return 0, err
	}
	var rev store.Rev
	if err := tx.QueryRowContext(ctx, `UPDATE meta SET rev = rev + 1 RETURNING rev`).Scan(&rev); err != nil {
		return 0, failed(err)
	}
	if err := apply(ctx, tx, rev, writes); err != nil {
		return 0, failed(err)
	}
	return rev, failed(tx.Commit())
}

// verify does writes that change nothing: it reads at one moment.
func (s *Store) verify(ctx context.Context, writes []store.Write) (rev store.Rev, err error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, failed(err)
	}
	defer tx.Rollback() //nolint:errcheck // there is nothing to lose
	if err := tx.QueryRowContext(ctx, `SELECT rev FROM meta`).Scan(&rev); err != nil {
		return 0, failed(err)
	}
	return rev, conflicts(ctx, tx, writes)
}

// conflicts names the records that are not as the writes expect.
func conflicts(ctx context.Context, tx *sql.Tx, writes []store.Write) error {
	if len(writes) == 0 {
		return nil
	}
	current, err := tx.PrepareContext(ctx, `SELECT rev FROM record WHERE kind = ? AND id = ? AND until = 9223372036854775807`)
	if err != nil {
		return failed(err)
	}
	defer current.Close()
	var conflict store.ConflictError
	for _, w := range writes {
		var rev store.Rev // 0 without a row
		if err := current.QueryRowContext(ctx, string(w.Ref.Kind), w.Ref.ID).Scan(&rev); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return failed(err)
		}
		if rev != w.Expect {
			conflict.Refs = append(conflict.Refs, w.Ref)
		}
	}
	if len(conflict.Refs) > 0 {
		return &conflict
	}
	return nil
}

// apply ends the versions that the writes replace, and adds the new ones.
func apply(ctx context.Context, tx *sql.Tx, rev store.Rev, writes []store.Write) error {
	end, err := tx.PrepareContext(ctx, `UPDATE record SET until = ? WHERE kind = ? AND id = ? AND until = 9223372036854775807`)
	if err != nil {
		return err
	}
	defer end.Close()
	add, err := tx.PrepareContext(ctx, `INSERT INTO record (kind, id, rev, until, schema, data, sum) VALUES (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer add.Close()
	for _, w := range writes {
		if w.Op == store.Update || w.Op == store.Delete {
			if _, err := end.ExecContext(ctx, rev, string(w.Ref.Kind), w.Ref.ID); err != nil {
				return err
			}
		}
		if w.Op == store.Create || w.Op == store.Update {
			sum := sumOf(store.Record{Ref: w.Ref, Rev: rev, Schema: w.Schema, Data: w.Data})
			if _, err := add.ExecContext(ctx, string(w.Ref.Kind), w.Ref.ID, rev, int64(present), w.Schema, w.Data, sum); err != nil {
				return err
			}
		}
	}
	return nil
}

// sumOf returns the digest of a version, of which half is enough to notice
// damage.
func sumOf(r store.Record) []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%d\n%d\n", r.Ref, r.Rev, r.Schema)
	h.Write(binary.AppendUvarint(nil, uint64(len(r.Data))))
	h.Write(r.Data)
	return h.Sum(nil)[:16]
}
