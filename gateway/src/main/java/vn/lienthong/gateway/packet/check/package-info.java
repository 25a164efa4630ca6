/** What the regulation wants of a packet, one class per rule; every rule looks at every message, and all findings are kept. */
@NullMarked
package vn.lienthong.gateway.packet.check;

import org.jspecify.annotations.NullMarked;
