/** Worlds made up from development keys: the only room of the program that touches {@code certs-dev}. */
@NullMarked
package vn.lienthong.routes.command.demo;

import org.jspecify.annotations.NullMarked;
