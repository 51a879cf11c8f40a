package storetest

// Compare is the random comparison, for saboteurs: a failed [rapid.Check]
// would fail their test.
var Compare = compare
