/** What a run tells while it goes on: a bar for people, JSON lines for programs. */
package org.spikeledger.training.progress;
