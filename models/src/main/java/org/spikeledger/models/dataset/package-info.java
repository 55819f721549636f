/**
 * Images with labels, arrays of samples and lists of events, from files whose sizes are checked;
 * images have a checksum of their content.
 */
package org.spikeledger.models.dataset;
