/** The edXML packet of QCVN 102:2016: what documents and status messages say, and reading and writing them in one bounded pass. */
@NullMarked
package vn.lienthong.gateway.packet;

import org.jspecify.annotations.NullMarked;
