/** What leaves the gateway, against neighbours that misbehave. */
@NullMarked
package vn.lienthong.routes.link;

import org.jspecify.annotations.NullMarked;
