/** The outgoing side: everything that leaves the gateway for a neighbour goes through one bounded HTTP client. */
@NullMarked
package vn.lienthong.routes.link;

import org.jspecify.annotations.NullMarked;
