@NullMarked
package vn.lienthong.gateway.webhook;

import org.jspecify.annotations.NullMarked;
