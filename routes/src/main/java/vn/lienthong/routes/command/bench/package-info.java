/** {@code bench}: what a document costs, beside what it has to cost, measured in the same run. */
@NullMarked
package vn.lienthong.routes.command.bench;

import org.jspecify.annotations.NullMarked;
