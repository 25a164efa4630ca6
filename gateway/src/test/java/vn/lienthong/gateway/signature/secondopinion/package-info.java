@NullMarked
package vn.lienthong.gateway.signature.secondopinion;

import org.jspecify.annotations.NullMarked;
