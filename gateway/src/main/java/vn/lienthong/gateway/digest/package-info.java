/** SHA-256 as a value, and the streams that take it while bytes pass by: the one place that asks for a digest algorithm. */
@NullMarked
package vn.lienthong.gateway.digest;

import org.jspecify.annotations.NullMarked;
