package vn.lienthong.gateway.agency;

/**
 * One step from a version of the directory to the next. Nothing is altered in place: a row that changes is dropped and
 * added anew, so every earlier version can be read again. What takes effect later is added now, with its date.
 *
 * @param basedOn number of the version that the change was worked out on
 * @param reason the act or the order behind the change, for the record
 */
public record DirectoryChange(long basedOn, DirectoryRows added, DirectoryRows dropped, String reason) {

    public boolean isEmpty() {
        return added.isEmpty() && dropped.isEmpty();
    }
}
