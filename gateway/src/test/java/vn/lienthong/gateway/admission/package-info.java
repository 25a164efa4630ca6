/** The decision over one submission, row by row of its policy. */
@NullMarked
package vn.lienthong.gateway.admission;

import org.jspecify.annotations.NullMarked;
