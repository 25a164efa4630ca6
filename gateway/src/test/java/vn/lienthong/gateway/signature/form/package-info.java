/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.gateway.signature.form;

import org.jspecify.annotations.NullMarked;
