// Incidents makes a model of losses out of a list of incidents: how often they
// happen and what they cost, with what is not known about either.
//
//	go run ./examples/incidents -in examples/incidents/chatbot.json -out model.json
//	go run ./examples/whatif -model model.json
//
// The list says over how many years it was kept, from which loss on incidents
// were recorded, and what each cost: an amount, a range, or at least so much.
// The program prints the rate, the families of severity that fit and how well,
// and what the model takes for granted. The folder risk/montecarlo holds a
// guide that goes through it step by step.
//
// The flags:
//
//	-in FILE         the incidents
//	-out FILE        write the model
//	-replicates N    samples for the p-values of the fits; 199 unless said otherwise
//	-json            print JSON instead of the report
//
// Exit status: 0 when all is done; 1 when something could not be written; 2
// when the input is invalid, with a line "POINTER CODE MESSAGE" for every
// problem on standard error, or no family of severities fits.
package main
