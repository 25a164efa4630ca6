/** Signed files of any form: what a file is by its bytes, and which verifier judges it. */
@NullMarked
package vn.lienthong.gateway.signature.file;

import org.jspecify.annotations.NullMarked;
