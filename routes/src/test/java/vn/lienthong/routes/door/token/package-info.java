@NullMarked
package vn.lienthong.routes.door.token;

import org.jspecify.annotations.NullMarked;
