/** {@code verify}: judges the signatures of files on the spot, without a gateway. */
@NullMarked
package vn.lienthong.routes.command.verify;

import org.jspecify.annotations.NullMarked;
