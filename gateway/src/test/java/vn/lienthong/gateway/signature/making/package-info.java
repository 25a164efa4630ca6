/** Tests of signing in any form. */
@NullMarked
package vn.lienthong.gateway.signature.making;

import org.jspecify.annotations.NullMarked;
