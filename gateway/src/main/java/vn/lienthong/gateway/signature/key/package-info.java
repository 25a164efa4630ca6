/** Keys that sign, behind one small port: the key itself may be in a file, on a token, or far away. */
@NullMarked
package vn.lienthong.gateway.signature.key;

import org.jspecify.annotations.NullMarked;
