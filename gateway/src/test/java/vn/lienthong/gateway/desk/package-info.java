@NullMarked
package vn.lienthong.gateway.desk;

import org.jspecify.annotations.NullMarked;
