/** Tests of what is told about signatures. */
@NullMarked
package vn.lienthong.routes.report;

import org.jspecify.annotations.NullMarked;
