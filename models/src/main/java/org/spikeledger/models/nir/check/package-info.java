/** Looks at a NIR file for all that is wrong with it, and says what our engine makes of it. */
package org.spikeledger.models.nir.check;
