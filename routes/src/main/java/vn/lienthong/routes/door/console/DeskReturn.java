package vn.lienthong.routes.door.console;

import java.util.Set;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.HandOff;

/** Where a person goes on once what was signed at the desk is taken. One for each purpose. */
interface DeskReturn {

    Set<DeskPurpose> purposes();

    /** The path of the page. */
    String page(HandOff handOff);

    /** What it tells; the end of a text's name. */
    String told();
}
