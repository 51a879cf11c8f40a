// Techserve shows the readiness of TechServe Solutions, an invented company of
// 80 people, month by month on its way to a certificate after ISO/IEC 42001.
//
// Without flags it prints one line for each month, from the records in the
// folder snapshots: score, upper bound, coverage, band and the most urgent
// gaps. Then the cheapest plan to stage 1 as it was made at the end of month 2,
// whether each system in operation may stay there by its impact assessment,
// the decision about the certificate with what stands against it, how the last
// report changes if nobody touches the records, and what would have changed the
// decision. The files are read like anybody's: bytes in, every problem with its
// pointer out.
//
//	go run ./examples/techserve
//	go run ./examples/techserve -in FILE    # the same for your own snapshot
//	go run ./examples/techserve -in FILE -digests    # what approvals in it are bound to
//	go run ./examples/techserve -json       # for programs
//	go run ./examples/techserve -out DIR    # and keep snapshots, reports and pages there
//
// With -out there is a page of the readiness report for every month, how
// readiness came about, and the blank templates. Of months 2 and 10, and of your
// own snapshot, there are pages of all other documents too: gaps, checklist,
// gap assessment, scope, Statement of Applicability, risk register, impact
// assessments, audits, certification file, what changes by itself, what changed
// since the month before, what the records can prove; in month 2 the plan and
// its business case, in month 10 what the decision rests on.
//
// Exit status: 0 when everything was assessed; 2 when the input is invalid,
// with a line "POINTER CODE MESSAGE" for every problem on standard error; 1
// when results could not be written.
package main
