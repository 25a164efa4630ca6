package vn.lienthong.routes.strangers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the line that the tables lack for an operation, as it is answered now: to be looked at before it is added. */
record NewLine(House house, Targets targets, Visitors visitors, People people, Ask asking) {

    String of(Operation operation) {
        AccessTable table = AccessTableTest.table(operation.isForPeople() ? "people.table" : "systems.table");
        Map<String, Outcome> heard = new LinkedHashMap<>();
        for (String column : table.strangers()) {
            heard.put(
                    column,
                    operation.isForPeople()
                            ? byPerson(operation, Person.of(column))
                            : bySystem(operation, Stranger.of(column).getFirst()));
        }
        return AccessTable.Row.line(operation, List.of("none"), heard);
    }

    private Outcome bySystem(Operation operation, Stranger stranger) {
        Shown who = visitors.shown(stranger);
        String id = AccessTableTest.ids(targets, operation).getFirst();
        return Hear.of(operation, house.send(who.http(), asking.make(operation, "none", id, who)));
    }

    private Outcome byPerson(Operation operation, Person person) {
        String address = people.addresses(operation.path(), "none").getFirst();
        // Whoever logs out asks nothing more.
        return operation.path().equals("/logout")
                ? Outcome.MAY
                : Hear.of(operation, people.ask(person, operation, address));
    }
}
