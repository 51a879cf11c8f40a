package company

import (
	"slices"
	"time"

	"github.com/aimskit/aimskit/aims"
)

// quality is a criterion of a data set with its result; the limit was set in
// month 5 and the result measured at the clearance of month 6.
func quality(title string, atLeast, got string) aims.Criterion {
	return aims.Criterion{
		Title: title, Unit: "%", Want: aims.Range{AtLeast: aims.MustAmount(atLeast)}, Set: on(5, 27), Got: aims.MustAmount(got), On: on(6, 11), By: "p-data",
		Evidence: []aims.EvidenceID{"ev-data-clearance"},
	}
}

// cleared is what the data procedure of month 6 asks of every data set.
func cleared(population, basis string, minimization string, bias []string, criteria ...aims.Criterion) func(*aims.Dataset) {
	return func(d *aims.Dataset) {
		evidence := []aims.EvidenceID{"ev-data-clearance"}
		d.Process, d.Document, d.Updated = "proc-data", "doc-data-sheets", on(6, 11)
		d.Rights.CoversUses, d.Rights.Evidence = aims.Yes, evidence
		d.Minimized, d.Minimization = aims.Yes, minimization
		d.Quality, d.Population = criteria, population
		d.Representative, d.RepresentativeBasis, d.RepresentativeBy = aims.Yes, basis, evidence
		d.BiasExamined, d.KnownBias = aims.Yes, bias
		d.Retention, d.DisposalMethod = "P3Y", "deleted with its backups, log kept"
		d.Evidence = evidence
		d.Provenance = slices.Clone(d.Provenance)
		for i := range d.Provenance {
			d.Provenance[i].Digest = aims.DigestBytes([]byte(string(d.ID) + " " + d.Provenance[i].Title))
		}
	}
}

// fromCustomers are data that customers provide under the service contract.
func fromCustomers(id aims.DatasetID, name string, year int, uses ...aims.DataUse) aims.Dataset {
	acquired := date(year, time.January, 15)
	return aims.Dataset{
		ID: id, Name: name, Version: "2025-12", Owner: "p-scientist-1", Uses: uses, Updated: date(2025, 12, 19),
		Acquisition: aims.AcquiredProvided, Source: "customers who agreed to it in the service contract", Acquired: acquired,
		Rights: aims.DataRights{Basis: aims.RightsContract, Detail: "service contract, annex on product improvement"},
		Provenance: []aims.DataStep{
			{Title: "exported from the customers' accounts", On: acquired, By: "p-engineer-1", Source: "production database"},
			{Title: "names and numbers replaced by keys", On: acquired.AddDays(7), By: "p-engineer-1", Reason: "not needed", Method: "import script, version 12"},
		},
		Preparation: []aims.DataStep{
			{Title: "duplicates and test accounts removed", On: acquired.AddDays(14), By: "p-scientist-1", Reason: "they distort the model", Method: "import script, version 12"},
		},
	}
}

// split is a part that is kept for tests alone.
func split(d aims.Dataset, id aims.DatasetID, name string) aims.Dataset {
	from := d.ID
	d.ID, d.Name, d.Uses = id, name, []aims.DataUse{aims.UseTest}
	d.Provenance = []aims.DataStep{{Title: "split off by customer, before any training", On: d.Acquired.AddDays(21), By: "p-validation", From: from, Method: "random tenth of the customers"}}
	return d
}

// datasets are the data of the products. Engineering has always listed them;
// rights, quality and bias were examined in month 6.
func datasets() []life[aims.Dataset] {
	sales := fromCustomers("ds-sales", "Sales of 140 customers", 2023, aims.UseTraining, aims.UseValidation)
	sales.Description, sales.PersonalData, sales.SensitiveData = "sales per article, site and day, with prices and holidays", aims.No, aims.No
	payments := fromCustomers("ds-payments", "Invoices and payments of 90 customers", 2023, aims.UseTraining, aims.UseValidation)
	payments.Description, payments.PersonalData, payments.SensitiveData = "invoices, due dates and payments; sole traders among the payers", aims.Yes, aims.No
	shifts := fromCustomers("ds-shifts", "Shift plans of 35 customers", 2024, aims.UseTraining, aims.UseValidation)
	shifts.Description, shifts.PersonalData, shifts.SensitiveData = "plans, wishes and times worked, by keys for persons", aims.Yes, aims.Yes
	questions := aims.Dataset{
		ID: "ds-questions", Name: "Questions with checked answers", Version: "2025-11", Owner: "p-scientist-1", Uses: []aims.DataUse{aims.UseTest}, Updated: date(2025, 11, 28),
		Description: "600 questions about made-up reports, each with the right answer and its passage", PersonalData: aims.No, SensitiveData: aims.No,
		Acquisition: aims.AcquiredCollected, Source: "written by Product and Support", Acquired: date(2025, 3, 3),
		Rights:      aims.DataRights{Basis: aims.RightsOwn, Detail: "written by employees for this purpose"},
		Provenance:  []aims.DataStep{{Title: "written and checked by two people each", On: date(2025, 3, 3), By: "p-product"}},
		Preparation: []aims.DataStep{{Title: "questions without a single right answer taken out", On: date(2025, 11, 28), By: "p-scientist-1", Reason: "nobody could check them"}},
		Labelling:   "right answer and passage marked by a second person; differences settled by a third",
	}
	trade := cleared("retail and wholesale in the EU", "compared with the list of customers by size and trade", "no customer names, no personal data",
		[]string{"small shops are fewer than in the market"}, quality("days without gaps", "98", "99.1"), quality("articles with category", "95", "97.4"))
	payers := cleared("business customers in the EU, sole traders among them", "compared with the public register by size and legal form", "no names, no addresses; region kept to two digits",
		[]string{"young companies have few invoices"}, quality("invoices with due date and payment", "99", "99.6"), quality("payers with known legal form", "97", "98.2"))
	staff := cleared("employees in retail and care in the EU", "compared with the public statistics by age group and hours", "keys for persons; care duties only as a yes or no",
		[]string{"night work is rare in the data"}, quality("shifts with start and end", "99", "99.8"), quality("wishes recorded", "90", "93.5"))
	written := cleared("business users of reports", "topics compared with the questions of a quarter", "made-up reports only",
		[]string{"English and German only"}, quality("answers on which both checkers agree", "95", "97.0"))
	cleaning := on(6, 11)
	return []life[aims.Dataset]{
		born(sales).then(cleaning, trade),
		born(split(sales, "ds-sales-test", "Sales of 14 customers, for tests")).then(cleaning, trade),
		born(payments).then(cleaning, payers),
		born(split(payments, "ds-payments-test", "Invoices of 9 customers, for tests")).then(cleaning, payers),
		born(shifts).then(cleaning, staff),
		born(split(shifts, "ds-shifts-test", "Shift plans of 4 customers, for tests")).then(cleaning, staff),
		born(questions).then(cleaning, written),
	}
}
