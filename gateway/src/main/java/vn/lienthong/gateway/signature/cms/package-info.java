/** Cryptographic message syntax (RFC 5652) as signatures of documents use it: strict reading, judging, making. */
@NullMarked
package vn.lienthong.gateway.signature.cms;

import org.jspecify.annotations.NullMarked;
