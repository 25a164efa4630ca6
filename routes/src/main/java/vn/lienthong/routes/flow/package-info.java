/** Flows: one route builder each. A route says from, to, what if; every decision is the domain's. */
@NullMarked
package vn.lienthong.routes.flow;

import org.jspecify.annotations.NullMarked;
