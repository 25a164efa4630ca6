/** The PostgreSQL side of the domain's ports: the only room that touches SQL; its migrations lie in {@code db/migration}. */
@NullMarked
package vn.lienthong.gateway.jdbc;

import org.jspecify.annotations.NullMarked;
