// Package certification judges how open the way to certification is.
//
// [Preconditions] is the only place where the gates of stage 1, stage 2 and
// the decision (ISO/IEC 17021-1:2015, 9.3.1 and 9.5) are judged; everything
// else shows them. A condition rests on points of requirements as package
// rules judged them, so nothing is judged twice.
//
// # Decisions
//
//   - A gate is open when its conditions and those of the gates before it are
//     met. One that is known not to be met closes it; otherwise an unknown
//     one leaves it unknown, and unknown is not open.
//   - The stage 1 conditions are our reading of what a stage 1 audit looks
//     at: documents, first results, and that internal audit and management
//     review are planned and being performed.
//   - Audits and decisions are not among the records yet. What rests on them
//     is unknown, so no gate beyond stage 1 can open.
package certification
