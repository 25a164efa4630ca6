/** Worlds made up from development keys, and the story played in one: the only room that touches {@code certs-dev}. */
@NullMarked
package vn.lienthong.routes.command.demo;

import org.jspecify.annotations.NullMarked;
