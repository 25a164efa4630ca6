/** Keys outside this process's memory, on real tokens. */
@NullMarked
package vn.lienthong.gateway.signature.key;

import org.jspecify.annotations.NullMarked;
