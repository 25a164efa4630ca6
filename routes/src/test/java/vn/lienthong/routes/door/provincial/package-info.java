@NullMarked
package vn.lienthong.routes.door.provincial;

import org.jspecify.annotations.NullMarked;
