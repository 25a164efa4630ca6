/** Doors: each authenticates, turns its wire form into a submission or a command, and answers. Nothing else. */
@NullMarked
package vn.lienthong.routes.door;

import org.jspecify.annotations.NullMarked;
