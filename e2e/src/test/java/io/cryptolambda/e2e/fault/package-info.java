/**
 * The fault suite: things go wrong on a real stack by a seeded plan, with a relay on every link, and afterwards the
 * invariants R1 to R7 must hold. A plan is a function of its seed; what each fault does is in the {@code *Faults} classes,
 * what must hold in {@code Inspection}. {@code FaultsIT} is the short form for CI, {@code ./lambda faults} the long one.
 * It depends on the commands, the wire formats and the oracle, and on no layer's code.
 */
package io.cryptolambda.e2e.fault;
