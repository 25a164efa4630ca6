/** A copy of record, bytes and keys to one point, taken beside a running gateway; and a gateway made of it again. */
@NullMarked
package vn.lienthong.routes.platform.backup;

import org.jspecify.annotations.NullMarked;
