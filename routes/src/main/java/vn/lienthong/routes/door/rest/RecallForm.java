package vn.lienthong.routes.door.rest;

import org.jspecify.annotations.Nullable;
import vn.lienthong.routes.door.DocumentForm;

/** Why a document is recalled, and who says so. */
record RecallForm(@Nullable String reason, DocumentForm.@Nullable StaffForm staff) {}
