/** Bodies at the door. */
@NullMarked
package vn.lienthong.routes.door;

import org.jspecify.annotations.NullMarked;
