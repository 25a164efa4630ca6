/** The ports in maps: what tests of use cases stand on, held to the same contracts as the PostgreSQL side. */
@NullMarked
package vn.lienthong.gateway.memory;

import org.jspecify.annotations.NullMarked;
