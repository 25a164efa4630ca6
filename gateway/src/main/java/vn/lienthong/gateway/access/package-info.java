/** Who calls, and for which agency they may do what: callers, their mandates, and the pure decision over both. */
@NullMarked
package vn.lienthong.gateway.access;

import org.jspecify.annotations.NullMarked;
