@NullMarked
package vn.lienthong.gateway.seal;

import org.jspecify.annotations.NullMarked;
