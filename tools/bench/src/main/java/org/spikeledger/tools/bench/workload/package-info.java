/** What is run: networks with seeded weights, calibrated thresholds, and seeded inputs. */
package org.spikeledger.tools.bench.workload;
