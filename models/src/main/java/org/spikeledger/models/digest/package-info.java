/** How content is named: SHA-256 over a stated sequence of words. */
package org.spikeledger.models.digest;
