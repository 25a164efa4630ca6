/** Tests of {@code verify}. */
@NullMarked
package vn.lienthong.routes.command.verify;

import org.jspecify.annotations.NullMarked;
