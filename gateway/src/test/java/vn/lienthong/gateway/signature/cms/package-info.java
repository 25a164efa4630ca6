/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.cms;

import org.jspecify.annotations.NullMarked;
