/** {@code conformance}: a gateway that misbehaves on purpose, and what a client made of it. */
@NullMarked
package vn.lienthong.routes.command.conformance;

import org.jspecify.annotations.NullMarked;
