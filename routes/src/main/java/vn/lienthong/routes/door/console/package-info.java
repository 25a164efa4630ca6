/** The console: pages on which people find a document, see its whole story and decide what waits for a person. */
@NullMarked
package vn.lienthong.routes.door.console;

import org.jspecify.annotations.NullMarked;
