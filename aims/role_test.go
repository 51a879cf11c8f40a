package aims_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
)

// The six groups of ISO/IEC 22989 and the roles within them.
func TestRoleGroups(t *testing.T) {
	want := map[aims.Role][]aims.Role{
		aims.RoleProvider:  {aims.RolePlatformProvider, aims.RoleProductProvider},
		aims.RoleProducer:  {aims.RoleDeveloper},
		aims.RoleCustomer:  {aims.RoleUser},
		aims.RolePartner:   {aims.RoleSystemIntegrator, aims.RoleDataProvider, aims.RoleEvaluator, aims.RoleAuditor},
		aims.RoleSubject:   {aims.RoleDataSubject, aims.RoleOtherSubject},
		aims.RoleAuthority: {aims.RolePolicyMaker, aims.RoleRegulator},
	}
	got := map[aims.Role][]aims.Role{}
	for _, word := range wordsOf(t, reflect.TypeFor[aims.Role]()) {
		r := aims.Role(word)
		switch g := r.Group(); {
		case g == "":
			t.Errorf("%s stands in no group", r)
		case g != r:
			got[g] = append(got[g], r)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("groups (-want +got)\n%s", d)
	}
	if g := aims.Role("deployer").Group(); g != "" {
		t.Errorf("a word outside the vocabulary stands in group %q", g)
	}
}

func TestRoleContains(t *testing.T) {
	for _, test := range []struct {
		r, s aims.Role
		want bool
	}{
		{aims.RoleProvider, aims.RoleProvider, true},
		{aims.RoleProvider, aims.RolePlatformProvider, true},
		{aims.RolePlatformProvider, aims.RolePlatformProvider, true},
		{aims.RolePlatformProvider, aims.RoleProvider, false},
		{aims.RolePlatformProvider, aims.RoleProductProvider, false},
		{aims.RoleProducer, aims.RoleUser, false},
		{"", aims.RoleUser, false},
		{"", "", false},
		{"", "no such role", false},
	} {
		if got := test.r.Contains(test.s); got != test.want {
			t.Errorf("%q.Contains(%q) = %v, want %v", test.r, test.s, got, test.want)
		}
	}
}

// An alias is translated on request, and refused in a document.
func TestRoleAlias(t *testing.T) {
	for s, want := range map[string]aims.Role{
		"deployer":                       aims.RoleUser,
		" Deployer ":                     aims.RoleUser,
		"user":                           aims.RoleUser,
		"AI user":                        aims.RoleUser,
		"customer":                       aims.RoleCustomer,
		"developer":                      aims.RoleDeveloper,
		"producer":                       aims.RoleProducer,
		"provider":                       aims.RoleProvider,
		"platform provider":              aims.RolePlatformProvider,
		"AI platform provider":           aims.RolePlatformProvider,
		"product provider":               aims.RoleProductProvider,
		"AI product or service provider": aims.RoleProductProvider,
		"AI service or product provider": aims.RoleProductProvider,
		"partner":                        aims.RolePartner,
		"integrator":                     aims.RoleSystemIntegrator,
		"AI system integrator":           aims.RoleSystemIntegrator,
		"evaluator":                      aims.RoleEvaluator,
		"Data Subject":                   aims.RoleDataSubject,
		"policy maker":                   aims.RolePolicyMaker,
		"regulator":                      aims.RoleRegulator,
	} {
		if got, ok := aims.RoleAlias(s); got != want || !ok {
			t.Errorf("RoleAlias(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
	for _, word := range wordsOf(t, reflect.TypeFor[aims.Role]()) {
		if got, ok := aims.RoleAlias(word); string(got) != word || !ok {
			t.Errorf("RoleAlias(%q) = %q, %v, want the word itself", word, got, ok)
		}
	}
	for _, s := range []string{"", "operator", "vendor", "importer", "ai"} {
		if got, ok := aims.RoleAlias(s); got != "" || ok {
			t.Errorf("RoleAlias(%q) = %q, %v, want none", s, got, ok)
		}
	}
	var r aims.Role
	if err := r.UnmarshalText([]byte("deployer")); err == nil {
		t.Error("a document may say deployer")
	}
}
