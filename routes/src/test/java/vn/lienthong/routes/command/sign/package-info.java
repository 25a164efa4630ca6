/** Tests of {@code sign}. */
@NullMarked
package vn.lienthong.routes.command.sign;

import org.jspecify.annotations.NullMarked;
