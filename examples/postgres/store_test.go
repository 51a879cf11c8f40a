package postgres_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/aimskit/aimskit/examples/postgres"
	suite "github.com/aimskit/aimskit/internal/gen/ledger"
	"github.com/jackc/pgx/v5/pgxpool"
)

var load = flag.Duration("load", 2*time.Second, "how long the editors work")

// connect opens a pool to the server that server.sh started.
func connect(t *testing.T, database string) *pgxpool.Pool {
	t.Helper()
	server := os.Getenv("AIMSKIT_POSTGRES")
	if server == "" {
		t.Skip("there is no server: bash server.sh go test ./...")
	}
	if database != "" {
		server = strings.Replace(server, "dbname=postgres", "dbname="+database, 1)
	}
	pool, err := pgxpool.New(t.Context(), server+" pool_max_conns=20")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	if err := postgres.Setup(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	return pool
}

var tenants atomic.Int64

// newTenant returns a name that needs care.
func newTenant() string {
	return fmt.Sprintf("tenant %d-%d'; DROP TABLE aims_record; --", os.Getpid(), tenants.Add(1))
}

func open(t *testing.T, db postgres.DB, tenant string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), db, tenant)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// subject makes a new tenant with every call.
func subject(ctx context.Context, db postgres.DB) storetest.Subject {
	tenants := make(map[store.Store]string)
	open := func(tenant string) (store.Store, error) {
		s, err := postgres.Open(ctx, db, tenant)
		if err == nil {
			tenants[s] = tenant
		}
		return s, err
	}
	return storetest.Subject{
		Open:   func() (store.Store, error) { return open(newTenant()) },
		Reopen: func(s store.Store) (store.Store, error) { return open(tenants[s]) },
	}
}

func TestStore(t *testing.T) { storetest.Run(t, subject(t.Context(), connect(t, ""))) }

func TestLedger(t *testing.T) { suite.Run(t, subject(t.Context(), connect(t, "")).Open) }

func TestLoad(t *testing.T) {
	suite.Load(t, open(t, connect(t, ""), newTenant()), *load)
}

// TestCollation: the order is that of bytes also in a database of another one.
func TestCollation(t *testing.T) {
	pool := connect(t, "")
	name := fmt.Sprintf("english%d", os.Getpid())
	if _, err := pool.Exec(t.Context(), `CREATE DATABASE `+name+` TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'`); err != nil {
		t.Fatal(err)
	}
	english := connect(t, name)
	var less bool
	if err := english.QueryRow(t.Context(), `SELECT 'a' < 'Z'`).Scan(&less); err != nil || !less {
		t.Fatalf("the database orders by bytes, so this shows nothing: %v", err)
	}
	for _, c := range storetest.Cases() {
		if c.Name == "byte-order" || c.Name == "pages" || c.Name == "kinds-apart" {
			if err := c.Check(t.Context(), subject(t.Context(), english)); err != nil {
				t.Error(err)
			}
		}
	}
}
