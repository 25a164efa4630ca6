/** Scenarios that a clerk can read, replayed against a gateway in a process of its own, through its real door. */
@NullMarked
package vn.lienthong.routes.scenario;

import org.jspecify.annotations.NullMarked;
