/** What was noticed about an input, and the stable codes by which callers, operators and clerks name it. No logic. */
@NullMarked
package vn.lienthong.gateway.finding;

import org.jspecify.annotations.NullMarked;
