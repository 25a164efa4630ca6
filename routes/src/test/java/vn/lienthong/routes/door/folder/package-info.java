@NullMarked
package vn.lienthong.routes.door.folder;

import org.jspecify.annotations.NullMarked;
