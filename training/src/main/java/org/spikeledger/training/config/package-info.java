/** What a training run is told: one JSON file, read strictly. */
package org.spikeledger.training.config;
