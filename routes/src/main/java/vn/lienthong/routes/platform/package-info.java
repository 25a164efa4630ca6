/** The ground everything stands on: settings, data folder, PostgreSQL, Artemis, listeners, security, and the wiring of the domain. */
@NullMarked
package vn.lienthong.routes.platform;

import org.jspecify.annotations.NullMarked;
