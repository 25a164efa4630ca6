/** Tests of the demo: that its story is true. */
@NullMarked
package vn.lienthong.routes.command.demo;

import org.jspecify.annotations.NullMarked;
