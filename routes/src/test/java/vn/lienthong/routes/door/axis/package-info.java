/** The axis dialect, piece by piece. */
@NullMarked
package vn.lienthong.routes.door.axis;

import org.jspecify.annotations.NullMarked;
