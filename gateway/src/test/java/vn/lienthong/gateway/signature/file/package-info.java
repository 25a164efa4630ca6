/** Tests of the forms of signed files. */
@NullMarked
package vn.lienthong.gateway.signature.file;

import org.jspecify.annotations.NullMarked;
