/** What the training of an agent is told: one JSON file, read strictly. */
package org.spikeledger.training.rl.config;
