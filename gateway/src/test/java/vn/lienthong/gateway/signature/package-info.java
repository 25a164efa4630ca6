/** Tests of signatures, with a development PKI that is made once. */
@NullMarked
package vn.lienthong.gateway.signature;

import org.jspecify.annotations.NullMarked;
