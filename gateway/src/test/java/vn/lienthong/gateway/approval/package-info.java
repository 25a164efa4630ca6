@NullMarked
package vn.lienthong.gateway.approval;

import org.jspecify.annotations.NullMarked;
