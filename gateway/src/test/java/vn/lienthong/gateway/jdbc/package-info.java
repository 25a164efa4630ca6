/** The PostgreSQL side of the ports, on a real server. */
@NullMarked
package vn.lienthong.gateway.jdbc;

import org.jspecify.annotations.NullMarked;
