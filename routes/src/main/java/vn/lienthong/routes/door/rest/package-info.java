/** The REST door at {@code /api/v1}: documents, deliveries, statuses and agencies as resources; what is wrong as problem documents. */
@NullMarked
package vn.lienthong.routes.door.rest;

import org.jspecify.annotations.NullMarked;
