package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/aimskit/aimskit/aims/store"
	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

// Check reads the whole file and says whether it is damaged.
func (s *Store) Check(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return failed(err)
	}
	defer tx.Rollback() //nolint:errcheck // there is nothing to lose
	var answer string
	if err := tx.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&answer); err != nil {
		return failed(err)
	}
	if answer != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, answer)
	}
	var rev, oldest, last, ended store.Rev
	if err := tx.QueryRowContext(ctx, `SELECT rev, oldest, (SELECT coalesce(max(rev), 0) FROM record),
		(SELECT coalesce(max(until), 0) FROM record WHERE until < 9223372036854775807)
		FROM meta`).Scan(&rev, &oldest, &last, &ended); err != nil {
		return failed(err)
	}
	if rev < 0 || oldest < 1 || oldest > rev+1 || last > rev || ended > rev {
		return fmt.Errorf("%w: there are revisions %d to %d, and a record of %d", ErrDamaged, oldest, rev, max(last, ended))
	}
	rows, err := tx.QueryContext(ctx, `SELECT kind, id, rev, until, schema, data, sum FROM record`)
	if err != nil {
		return failed(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r store.Record
		var until store.Rev
		var sum []byte
		if err := rows.Scan(&r.Ref.Kind, &r.Ref.ID, &r.Rev, &until, &r.Schema, &r.Data, &sum); err != nil {
			return failed(err)
		}
		if string(sumOf(r)) != string(sum) || until <= r.Rev {
			return fmt.Errorf("%w: %s at revision %d", ErrDamaged, r.Ref, r.Rev)
		}
	}
	return failed(rows.Err())
}

// Forget makes all states older than the last keep revisions unreadable, and
// overwrites what only they held: a state that holds personal data is gone for
// good after this. At least [store.MinKeep] revisions stay.
func (s *Store) Forget(ctx context.Context, keep int) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return failed(err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	var oldest store.Rev
	if err := tx.QueryRowContext(ctx, `UPDATE meta SET oldest = max(oldest, rev - ?) RETURNING oldest`, max(keep, store.MinKeep)).Scan(&oldest); err != nil {
		return failed(err)
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM record WHERE until <= ? AND until < 9223372036854775807`, oldest); err != nil {
		return failed(err)
	}
	if err := tx.Commit(); err != nil {
		return failed(err)
	}
	_, err = s.write.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`) // the log, too, holds old rows
	return failed(err)
}

// failed turns what SQLite says of a damaged file into [ErrDamaged].
func failed(err error) error {
	var e *driver.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case code.SQLITE_CORRUPT, code.SQLITE_NOTADB, code.SQLITE_FORMAT:
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	if err != nil && !errors.Is(err, ErrDamaged) {
		return fmt.Errorf("sqlite: %w", err)
	}
	return err
}

var _ store.Store = (*Store)(nil)
