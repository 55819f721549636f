/** Images with labels, from files whose sizes are checked and whose content has a checksum. */
package org.spikeledger.models.dataset;
