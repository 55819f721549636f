/** Training state on disk, complete after every epoch. */
package org.spikeledger.training.checkpoint;
