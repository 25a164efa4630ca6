/** Exchange folders: a door for systems that can only write and read files. */
@NullMarked
package vn.lienthong.routes.door.folder;

import org.jspecify.annotations.NullMarked;
