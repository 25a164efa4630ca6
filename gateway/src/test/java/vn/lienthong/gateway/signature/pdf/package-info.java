/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.pdf;

import org.jspecify.annotations.NullMarked;
