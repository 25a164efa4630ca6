/** The dialect of provincial platforms (LGSP) as a door: an agency's existing program works against it unchanged. */
@NullMarked
package vn.lienthong.routes.door.provincial;

import org.jspecify.annotations.NullMarked;
