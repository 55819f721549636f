/**
 * Sequential tasks for an agent: environments that answer an action with an observation and a
 * reward. The same seed and the same actions give the same episode, bit for bit, on every machine.
 */
package org.spikeledger.models.environment;
