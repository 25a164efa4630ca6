/** {@code sign}: signs files on the spot with a key at hand, without a gateway. */
@NullMarked
package vn.lienthong.routes.command.sign;

import org.jspecify.annotations.NullMarked;
