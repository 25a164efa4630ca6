/** The decision over one submission: pure, no port, no clock, no logger. */
@NullMarked
package vn.lienthong.gateway.admission;

import org.jspecify.annotations.NullMarked;
