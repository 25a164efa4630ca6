/** The demo: a small world of agencies with development keys, and a story played over the real axis door. */
@NullMarked
package vn.lienthong.routes.command.demo;

import org.jspecify.annotations.NullMarked;
