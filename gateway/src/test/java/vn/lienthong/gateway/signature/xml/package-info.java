/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.xml;

import org.jspecify.annotations.NullMarked;
