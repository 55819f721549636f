/** What a measurement should know of its machine: who else works on it, which core, what it is. */
package org.spikeledger.tools.bench.machine;
