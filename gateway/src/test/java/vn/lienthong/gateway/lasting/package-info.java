@NullMarked
package vn.lienthong.gateway.lasting;

import org.jspecify.annotations.NullMarked;
