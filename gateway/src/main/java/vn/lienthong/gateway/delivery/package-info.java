/** How a document reaches its recipients: states, back-off, breaker, hand-over, and the sweeper that leaves nothing behind. */
@NullMarked
package vn.lienthong.gateway.delivery;

import org.jspecify.annotations.NullMarked;
