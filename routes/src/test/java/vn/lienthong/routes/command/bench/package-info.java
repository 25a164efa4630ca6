/** Tests of {@code bench}. */
@NullMarked
package vn.lienthong.routes.command.bench;

import org.jspecify.annotations.NullMarked;
