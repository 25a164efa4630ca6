@NullMarked
package vn.lienthong.gateway.evidence.record;

import org.jspecify.annotations.NullMarked;
