/** Seals of agencies: which key an agency's seal is, from when to when, and the keys themselves, opened once. */
@NullMarked
package vn.lienthong.gateway.seal;

import org.jspecify.annotations.NullMarked;
