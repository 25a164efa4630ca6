/** Strangers' bytes for every parser that meets some: guided by coverage in a process of its own, or broken copies of honest ones. */
@NullMarked
package vn.lienthong.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
