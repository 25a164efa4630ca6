/** One way to sign any file in any form: prepared, signed by whatever key, completed. */
@NullMarked
package vn.lienthong.gateway.signature.making;

import org.jspecify.annotations.NullMarked;
