/** The axis dialect ({@code XroadVnpt-*} over HTTP) as a door: existing client libraries work against it unchanged. */
@NullMarked
package vn.lienthong.routes.door.axis;

import org.jspecify.annotations.NullMarked;
