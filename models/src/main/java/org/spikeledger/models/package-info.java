/** What a network is and where its data comes from. */
package org.spikeledger.models;
