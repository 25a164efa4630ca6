/** Honest documents made up on the spot: for tests, the demo and the bench. */
@NullMarked
package vn.lienthong.gateway.signature.sample;

import org.jspecify.annotations.NullMarked;
