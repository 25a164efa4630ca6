package vn.lienthong.routes.door.console;

import java.time.LocalDate;
import java.util.Optional;

/** What the signing program may show of a document beside the seal. */
record DeskPaper(String number, Optional<LocalDate> day) {}
