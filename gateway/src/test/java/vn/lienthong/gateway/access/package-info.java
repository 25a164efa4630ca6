/** Mandates and their boundaries. */
@NullMarked
package vn.lienthong.gateway.access;

import org.jspecify.annotations.NullMarked;
