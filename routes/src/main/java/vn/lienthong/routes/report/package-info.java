/**
 * What was found about signatures, for people and for programs: sentences in Vietnamese and English, and one form of JSON.
 * The command line, the REST door and the console say the same.
 */
@NullMarked
package vn.lienthong.routes.report;

import org.jspecify.annotations.NullMarked;
