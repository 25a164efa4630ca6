/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.path;

import org.jspecify.annotations.NullMarked;
