package vn.lienthong.routes.door.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its system wants it; what is left out of a change stays.
 *
 * @param address {@code https://…}
 * @param types of news; empty for all
 * @param agencies codes of agencies; empty for all that the system has a mandate for
 */
record WebhookForm(@Nullable String address, @Nullable List<String> types, @Nullable List<String> agencies) {}
