/** Where a system gets the access token that it shows at the doors for systems (OAuth 2.0, client credentials). */
@NullMarked
package vn.lienthong.routes.door.token;

import org.jspecify.annotations.NullMarked;
