/** Delivery on a real PostgreSQL, with a queue that records and a pusher that answers as it is told. */
@NullMarked
package vn.lienthong.gateway.delivery;

import org.jspecify.annotations.NullMarked;
