@NullMarked
package vn.lienthong.routes.door.soap;

import org.jspecify.annotations.NullMarked;
