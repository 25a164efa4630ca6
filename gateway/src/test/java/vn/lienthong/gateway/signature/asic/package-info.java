/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.asic;

import org.jspecify.annotations.NullMarked;
